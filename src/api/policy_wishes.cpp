#include "api/policy_wishes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "spec/flame_rating.h"

namespace ferrule::api {
namespace {

std::vector<std::string> spaces_of(const Loaded& loaded) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& space) {
    if (!space.empty() && std::find(out.begin(), out.end(), space) == out.end()) out.push_back(space);
  };
  add(loaded.settings.policy.space);
  for (const plant::Rack& rack : loaded.plant.racks) add(rack.space);
  for (const plant::Tray& tray : loaded.plant.trays) add(tray.space);
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

std::string jacket_for(const facts::Facts& facts, const std::vector<std::string>& spaces) {
  for (const std::string& space : spaces)
    for (const std::string& jacket : jackets_named(facts, space))
      if (std::all_of(spaces.begin(), spaces.end(), [&](const std::string& other) { return accepts(facts, other, jacket); }))
        return jacket;
  return {};
}

}  // namespace

void follow_policy(const Loaded& loaded, lang::Design& design) {
  const std::string jacket = jacket_for(loaded.facts, spaces_of(loaded));
  const bool mtp = folded(loaded.settings.policy.brand) == "mtp";
  for (synth::CablingWish& wish : design.wishes) {
    if (wish.jacket.empty()) wish.jacket = jacket;
    if (mtp) wish.brand = "MTP";
  }
}

}  // namespace ferrule::api
