// Devices moved, or exchanged, until the panels that their racks then need find room beside them. Which devices share a rack decides how many panels
// hang there, so room for them cannot be kept free beforehand.
//
// Shape:  racks of nodes, as of a placement; pins are kept. Among arrangements with room the one with the least cable that was met.
//         Effort is counted, so the same input gives the same answer on every machine.
// Errors: nothing when none was met: that is no proof that there is none.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "api/panel_count.h"
#include "place/problem.h"

namespace ferrule::api {

// `start`: an arrangement of the devices in which they have room themselves.
std::optional<std::vector<std::uint32_t>> find_panel_room(const place::PlacementProblem& problem, const PanelCount& count,
                                                          std::vector<std::uint32_t> start);

}  // namespace ferrule::api
