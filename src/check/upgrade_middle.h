// Cross-connects: what stands between two trunks of one channel, and what else could stand there.
//
//     trunk | cord | trunk                        another cord
//     trunk = cassette - cord - cassette = trunk   another duplex cord; or panels in place of both cassettes, and an array cord
//
// Shape:  each is the channel itself with other parts in its middle, so that other ends can be put to it as well. `usual` are few:
//         where the ends change too, they bring the crossing that a middle lacks, and one kind of panel is enough.
// Cost:   as in upgrade_plans.h.
#pragma once

#include <string>
#include <vector>

#include "check/upgrade_plans.h"

namespace ferrule::check {

struct OtherMiddle {
  Chain chain;
  std::vector<Purchase> buy;
  std::string words;  // "in the middle: ..."
  int cost = 0;
  bool drops = false;  // cassettes go: what else runs over the legs has to go
  bool usual = false;
};

std::vector<OtherMiddle> other_middles(const Chain& chain, const plant::PartType& optic, PartShop& shop,
                                       const PartTraits& traits);

// The names of what stands in the middle where it is too narrow for the transceiver's fibres; empty when all can pass.
std::string too_narrow_middle(const Chain& chain, const plant::PartType& optic);

}  // namespace ferrule::check
