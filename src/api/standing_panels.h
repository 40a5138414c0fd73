// Panels of a plant that stands: what is where in them, and of a plan that nobody built, what is plugged still.
//
// Shape:  by node of the plant; `gone` by asset: cables that the fabric does not ask for any more. Slots are numbers, as designs write
//         them; a slot of another name is not among them.
#pragma once

#include <cstdint>
#include <vector>

#include "plant/plant.h"

namespace ferrule::api {

// By panel port: the run that it is of.
std::vector<std::uint32_t> runs_of_panel_ports(const plant::Plant& plant);

std::vector<bool> nodes_with_plugs(const plant::Plant& plant, const std::vector<bool>& gone);

// Of a panel, those whose modules have a plug, from either side, in rising order. Empty for an adapter panel.
std::vector<int> slots_with_plugs(const plant::Plant& plant, const plant::Node& panel, const std::vector<bool>& gone);

// Of all modules that the plugs of a trunk are in, at either end: the highest number. 0: it is in none.
int last_slot(const plant::Plant& plant, std::uint32_t trunk);

}  // namespace ferrule::api
