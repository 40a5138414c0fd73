// Small, named changes that might let a channel carry an application, the least disruptive first: cords, then harnesses and what
// stands at the ends or in the middle (upgrade_middle.h), then the trunk. Each is a row of parts to be proven; none is taken to work.
//
// Cost:   an installer's effort, as for repairs (variants.h): a cord 2, a harness 3, a cassette or panel 5, a trunk 8; only the order
//         counts.
#pragma once

#include <string>
#include <vector>

#include "check/upgrade_bench.h"
#include "check/upgrade_parts.h"

namespace ferrule::check {

constexpr int kCordCost = 2, kHarnessCost = 3, kPanelCost = 5, kTrunkCost = 8;

// What a bought part serves: one channel; all channels of a leg (a cassette, a panel, a harness); all links of a port that is split.
enum class Per : std::uint8_t { kChannel, kLeg, kSplitPort };

struct Purchase {
  const MadePart* part = nullptr;
  unsigned count = 0;  // for one of those
  Per per = Per::kChannel;
  std::vector<std::string> places = {};  // "end a", "middle", "split port", ...: where it goes
};
void add_purchases(const std::vector<Purchase>& more, const std::string& place, std::vector<Purchase>& all);

struct Plan {
  Row row;
  std::vector<Purchase> buy;
  std::string words;
  int cost = 0;
  bool new_ends = false;  // cassettes or panels at the ends change: what else runs over the leg has to go
  bool harness = false;
  std::vector<std::string> kept_ungraded;  // parts that stay, of grades that nobody stated
};

// Other ends, in ascending order of cost; `as_it_is`: the channel with nothing changed is one of them.
std::vector<Plan> end_plans(const Chain& chain, const plant::PartType& optic, PartShop& shop, const PartTraits& traits,
                            bool as_it_is);

// All plans but the channel as it is, in ascending order of cost: other ends, other middles, and both. `regrade`: parts that stay get
// this grade too, empty: they do not.
std::vector<Plan> plans(const Chain& chain, const plant::PartType& optic, PartShop& shop, const PartTraits& traits,
                        const std::string& regrade);

// The same with the trunks wired otherwise.
std::vector<Plan> trunk_plans(const Chain& chain, const plant::PartType& optic, PartShop& shop, const PartTraits& traits);

Row row_of(const Chain& chain);  // the channel as it is

// What a row is but for the types of its cords and adapters. Those decide where light arrives; of two rows alike in all else that both
// arrive, neither loses less or reaches farther, and what nobody stated of the one nobody stated of the other.
std::string but_for_crossings(const Row& row);

// The part that stays in a trial of a cleaner grade; its name is noted where nobody stated what it is of.
const plant::PartType* regraded_kept(const plant::PartType* part, const std::vector<Purchase>& bought, const std::string& grade,
                                     PartShop& shop, std::vector<std::string>& ungraded);

}  // namespace ferrule::check
