#include "api/load.h"

#include <optional>
#include <utility>

#include "lang/project.h"

namespace ferrule::api {

std::unique_ptr<Loaded> load_facts(const std::string& data) {
  auto loaded = std::make_unique<Loaded>();
  loaded->facts = facts::Facts::load(loaded->sources, data, loaded->findings);
  loaded->readable = !loaded->findings.any_unreadable();
  return loaded;
}

namespace {

// Messages then say plant.yaml:3:5, not ./plant.yaml:3:5.
std::string as_shown(const std::string& path) { return path == "." || path == "./" ? "plant.yaml" : path; }

void take(Loaded& loaded, std::optional<lang::Project> project) {
  loaded.readable = project.has_value() && !loaded.findings.any_unreadable();
  if (!project) return;
  loaded.project = std::move(project->name);
  loaded.plant = std::move(project->plant);
  loaded.measures = std::move(project->measures);
  loaded.settings = std::move(project->settings);
  loaded.files = std::move(project->files);
  loaded.design = std::move(project->design);
}

std::vector<lang::Offer> places_of(std::span<const PartOffer> offers) {
  std::vector<lang::Offer> places;
  for (const PartOffer& offer : offers) places.push_back({.part = offer.part, .line = offer.line});
  return places;
}

void keep(const std::vector<lang::Offer>& places, Loaded& loaded) {
  for (const lang::Offer& offer : places) loaded.offers.push_back({offer.taken, offer.of_project});
}

}  // namespace

std::unique_ptr<Loaded> load(const LoadRequest& request, std::span<const PartOffer> offers) {
  std::unique_ptr<Loaded> loaded = load_facts(request.data);
  if (!loaded->readable) return loaded;
  std::vector<lang::Offer> places = places_of(offers);
  take(*loaded, lang::read_project(as_shown(request.path), loaded->sources, loaded->facts, loaded->findings, lang::Budget(),
                                   places, request.groups));
  keep(places, *loaded);
  return loaded;
}

std::unique_ptr<Loaded> load_texts(const std::map<std::string, std::string, std::less<>>& files, const std::string& data,
                                   std::span<const PartOffer> offers) {
  constexpr std::string_view kFirst = "plant.yaml";
  std::unique_ptr<Loaded> loaded = load_facts(data);
  if (!loaded->readable) return loaded;
  const auto first = files.find(kFirst);
  std::vector<lang::Offer> places = places_of(offers);
  take(*loaded, lang::read_project_text(std::string(kFirst), first == files.end() ? std::string() : first->second, files,
                                        loaded->sources, loaded->facts, loaded->findings, lang::Budget(), nullptr, places));
  keep(places, *loaded);
  return loaded;
}

}  // namespace ferrule::api
