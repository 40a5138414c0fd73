// What goes out of a plan that nobody built, before anything new is laid: rows, ports and units of what is not asked for any more.
//
// Shape:  by asset of the plant that stands; the links of the net are matched before.
// Errors: none.
#pragma once

#include <vector>

#include "api/design_standing.h"

namespace ferrule::api {

// By asset: it is gone.
std::vector<bool> revise_standing(StandingPlant& out, const synth::Net& net, synth::Hall& hall);

// By asset: light of kept links goes through it.
std::vector<bool> cables_in_use(const StandingPlant& out, const synth::Net& net);

// Parts of panels and ports have no names of their own.
inline bool is_cable(const plant::Plant& plant, std::uint32_t asset) { return plant.asset_name[asset] != plant::kNone; }

}  // namespace ferrule::api
