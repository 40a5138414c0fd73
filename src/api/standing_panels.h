// What of the panels of a plan that nobody built is plugged still.
//
// Shape:  by node of the plant; `gone` by asset: cables that the fabric does not ask for any more. Slots are numbers, as designs write
//         them; a slot of another name is not among them.
#pragma once

#include <cstdint>
#include <vector>

#include "plant/plant.h"

namespace ferrule::api {

std::vector<bool> nodes_with_plugs(const plant::Plant& plant, const std::vector<bool>& gone);

// Of a panel, those whose modules have a plug, from either side, in rising order. Empty for an adapter panel.
std::vector<int> slots_with_plugs(const plant::Plant& plant, const plant::Node& panel, const std::vector<bool>& gone);

// Of all modules that the plugs of a trunk are in, at either end: the highest number. 0: it is in none.
int last_slot(const plant::Plant& plant, std::uint32_t trunk);

}  // namespace ferrule::api
