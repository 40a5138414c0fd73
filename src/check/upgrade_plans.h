// Small, named changes that might let a channel carry an application, the least disruptive first: cords, then harnesses and what
// stands at the ends, then the trunk. Each is a row of parts to be proven; none is taken to work.
//
// Cost:   an installer's effort, as for repairs (variants.h): a cord 2, a harness 3, a cassette or panel 5, a trunk 8; only the order
//         counts.
#pragma once

#include <string>
#include <vector>

#include "check/upgrade_bench.h"
#include "check/upgrade_parts.h"

namespace ferrule::check {

struct Purchase {
  const MadePart* part = nullptr;
  unsigned count = 0;    // for one channel; of one leg of the trunk when it serves all channels of the leg
  bool per_leg = false;  // a cassette, a panel, a harness, a trunk
};

struct Plan {
  Row row;
  std::vector<Purchase> buy;
  std::string words;
  int cost = 0;
  bool new_ends = false;  // cassettes or panels at the ends change: what else runs over the leg has to go
  bool harness = false;
  std::vector<std::string> kept_ungraded;  // parts that stay, of grades that nobody stated
};

// All plans but the channel as it is, in ascending order of cost. `regrade`: parts that stay get this grade too, empty: they do not.
std::vector<Plan> plans(const Chain& chain, const plant::PartType& optic, PartShop& shop, const PartTraits& traits,
                        const std::string& regrade);

// The same with the trunks wired otherwise.
std::vector<Plan> trunk_plans(const Chain& chain, const plant::PartType& optic, PartShop& shop, const PartTraits& traits);

Row row_of(const Chain& chain);  // the channel as it is

}  // namespace ferrule::check
