// Links that split on the way: which transceivers could stand at their ports, and small changes to the cords at either side.
//
//     breakout      the split port takes a transceiver that the tables split into the application, the whole ports the application
//     mesh, twin    every port takes the application, and keeps its lanes where they are
//     conversion    both ports take the application
//
// Cost:   as in upgrade_plans.h.
#pragma once

#include <string>
#include <vector>

#include "check/upgrade_cut.h"
#include "check/upgrade_plans.h"

namespace ferrule::check {

// How many links a split port is shared by, counted from the lanes that one takes. 1 where no port is split.
int parts_of(const Cut& cut);

// Transceivers for the split ports of a breakout whose other ports run the application; first what stands there, then by rate.
std::vector<const facts::Optic*> splitters(const Cut& cut, const facts::Facts& facts, const facts::Optic& application);

// The cut with other transceivers: each link keeps its share of the lanes. Nothing when the lanes do not divide so.
std::optional<Cut> with_transceivers(const Cut& cut, const plant::PartType& split, const plant::PartType& whole);

struct CutPlan {
  Cut cut;
  std::vector<Purchase> buy;
  std::string words;
  int cost = 0;
  std::vector<std::string> kept_ungraded;
};

// Other cords or harnesses at the ports, in ascending order of cost, without the cut as it is. `regrade` as for rows.
std::vector<CutPlan> cut_plans(const Cut& cut, PartShop& shop, const PartTraits& traits, const std::string& regrade);

}  // namespace ferrule::check
