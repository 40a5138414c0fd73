// Whatever the bytes: a project is read or refused in bounded memory, every finding prints, and the plant that comes out is whole:
// matings go both ways, maps undo themselves, names and traces end.
//
// One input holds several files: the first is plant.yaml, each further one begins behind a line "%% name".
#include <cstdint>

#include "diag/print.h"
#include "held.h"
#include "lang/project.h"
#include "plant/trace.h"

namespace diag = ferrule::diag;
namespace lang = ferrule::lang;
namespace plant = ferrule::plant;

namespace {

constexpr std::uint64_t kBudget = 100'000;
constexpr std::size_t kFew = 200;

// Cuts off the first file and leaves the others in `files`.
std::string split_files(std::string text, lang::Texts& files) {
  constexpr std::string_view kMark = "\n%% ";
  std::string* into = nullptr;
  std::string first;
  while (true) {
    const std::size_t mark = text.find(kMark);
    (into != nullptr ? *into : first) = text.substr(0, mark == std::string::npos ? mark : mark + 1);
    if (mark == std::string::npos) return first;
    text.erase(0, mark + kMark.size());
    const std::size_t line = std::min(text.find('\n'), text.size());
    into = &files[text.substr(0, line)];
    text.erase(0, std::min(line + 1, text.size()));
  }
}

void hold_type(const plant::PartType& type) {
  hold(type.is_involution());
  hold(type.map_known || !type.map_unknown_because.empty());
  for (const plant::Lane& lane : type.lanes)
    hold(lane.face < type.faces.size() && lane.position < type.faces[lane.face].face.size());
}

void hold_plant(const plant::Plant& plant) {
  for (const plant::PartType& type : plant.types) hold_type(type);
  for (std::uint32_t id = 0; id < plant.connectors.size(); ++id) {
    const std::uint32_t mate = plant.connectors[id].mate;
    if (mate != plant::kNone) hold(mate < plant.connectors.size() && plant.connectors[mate].mate == id);
    if (id >= kFew) continue;
    hold(!plant.spelled(id).empty());
    const int size = plant.face_of(id).face.size();
    for (int position = 0; position < size; ++position) plant::trace(plant, {id, static_cast<std::uint16_t>(position)});
  }
  for (std::size_t link = 0; link < plant.link_count(); ++link)
    for (std::uint32_t bundle = plant.links[link].first_bundle; bundle < plant.links[link + 1].first_bundle; ++bundle)
      hold(plant.bundles[bundle].a < plant.connectors.size() && plant.bundles[bundle].a_set < plant.lane_sets.size());
}

void hold_findings(const diag::Findings& findings, const diag::Sources& sources) {
  for (const diag::Finding& finding : findings.all()) {
    if (finding.place.known())
      hold(finding.place.offset + std::uint64_t{finding.place.length} <= sources.text(finding.place.source).size());
    hold(!diag::print(finding, sources).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  lang::Texts files;
  std::string first = split_files(std::string(reinterpret_cast<const char*>(data), size), files);
  diag::Sources sources;
  diag::Findings findings;
  const auto project =
      lang::read_project_text("plant.yaml", std::move(first), files, sources, all_facts(), findings, lang::Budget(kBudget));
  hold(project || findings.any_unreadable());
  if (project) hold_plant(project->plant);
  hold_findings(findings, sources);
  return 0;
}
