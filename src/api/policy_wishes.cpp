#include "api/policy_wishes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/flame_rating.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

struct NamedSpace {
  std::string name, by;  // "rack A01"
  diag::Place place;
};

std::vector<NamedSpace> spaces_of(const Loaded& loaded) {
  std::vector<NamedSpace> out;
  const auto add = [&](const std::string& space, std::string by, diag::Place place) {
    const auto same = [&](const NamedSpace& each) { return each.name == space; };
    if (!space.empty() && std::none_of(out.begin(), out.end(), same)) out.push_back({space, std::move(by), place});
  };
  add(loaded.settings.policy.space, "the policy", {});
  for (const plant::Rack& rack : loaded.plant.racks) add(rack.space, "rack " + rack.name, rack.place);
  for (const plant::Tray& tray : loaded.plant.trays) add(tray.space, "tray " + tray.name, tray.place);
  return out;
}

bool accepts(const facts::Facts& facts, const std::string& space, const std::string& jacket) {
  if (const std::optional<spec::Euroclass> wanted = spec::euroclass(facts, space)) {
    const std::optional<spec::Euroclass> offered = spec::euroclass(facts, jacket);
    return offered && spec::compare(facts, *wanted, *offered) == spec::Answer::kFits;
  }
  const facts::Space* known = facts.space(space);
  return known != nullptr && std::find(known->accepted.begin(), known->accepted.end(), jacket) != known->accepted.end();
}

// Types that a space names, in its order; a space that is a class is accepted by that class.
std::vector<std::string> jackets_named(const facts::Facts& facts, const std::string& space) {
  const facts::Space* known = facts.space(space);
  return known == nullptr ? std::vector<std::string>{space} : known->accepted;
}

std::string jacket_for(const facts::Facts& facts, const std::vector<NamedSpace>& spaces) {
  for (const NamedSpace& space : spaces)
    for (const std::string& jacket : jackets_named(facts, space.name))
      if (std::all_of(spaces.begin(), spaces.end(), [&](const NamedSpace& other) { return accepts(facts, other.name, jacket); }))
        return jacket;
  return {};
}

void say_no_jacket(const facts::Facts& facts, const std::vector<NamedSpace>& spaces, const lang::Design& design,
                   diag::Findings& findings) {
  std::vector<std::string> names;
  diag::Place place = design.fabric.place;
  for (const NamedSpace& space : spaces) {
    names.push_back(space.name);
    if (space.place.known()) place = space.place;
  }
  auto finding = synth::say(findings, synth::kNoJacketForAll, place,
                            names.size() == 1 ? fmt::format("no jacket is known that {} accepts", names.front())
                                              : fmt::format("no one jacket is known that all of {} accept", joined(names, ", ")));
  for (const NamedSpace& space : spaces) {
    const std::vector<std::string> accepted = jackets_named(facts, space.name);
    finding.note(space.place, fmt::format("{} is named by {} and accepts {}", space.name, space.by,
                                          accepted.empty() ? "nothing that a table tells" : joined(accepted, ", ")));
  }
  finding.note("new cables are asked for without a jacket");
  finding.help("state `jacket` of each rule under `cabling`, after where its cables lie; or correct a `space`");
}

}  // namespace

void follow_policy(const Loaded& loaded, lang::Design& design, diag::Findings& findings) {
  const std::vector<NamedSpace> spaces = spaces_of(loaded);
  const std::string jacket = jacket_for(loaded.facts, spaces);
  const bool mtp = folded(loaded.settings.policy.brand) == "mtp";
  const bool any_without =
      std::any_of(design.wishes.begin(), design.wishes.end(), [](const synth::CablingWish& wish) { return wish.jacket.empty(); });
  if (jacket.empty() && !spaces.empty() && any_without) say_no_jacket(loaded.facts, spaces, design, findings);
  for (synth::CablingWish& wish : design.wishes) {
    if (wish.jacket.empty()) wish.jacket = jacket;
    if (wish.method.empty()) wish.method = loaded.settings.policy.method;
    if (mtp) wish.brand = "MTP";
  }
}

}  // namespace ferrule::api
