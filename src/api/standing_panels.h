// What of the panels of a plan that nobody built is plugged still.
//
// Shape:  by node of the plant; `gone` by asset: cables that the fabric does not ask for any more. Slots are numbers, as designs write
//         them; a slot of another name is not among them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plant/plant.h"

namespace ferrule::api {

std::vector<bool> nodes_with_plugs(const plant::Plant& plant, const std::vector<bool>& gone);

// Of a panel, those whose modules have a plug, from either side, in rising order. Empty for an adapter panel.
std::vector<int> slots_with_plugs(const plant::Plant& plant, const plant::Node& panel, const std::vector<bool>& gone);

// Of its name; nothing for one of another name.
std::optional<int> slot_number(const std::string& slot);

}  // namespace ferrule::api
