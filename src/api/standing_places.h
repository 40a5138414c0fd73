// Where the devices of a plan that nobody built stand in the project as it is now: where they stood, unless the project says otherwise.
//
// Shape:  by device of the net. One that no longer fits its units (another height, a lowest unit, a rack that is lower, something else in
//         its place) goes up in its rack; one whose rack is gone, full, or no rack of its tier leaves it, and is placed as new devices are.
//         Units of those that stay are taken.
// Errors: none.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plant/plant.h"
#include "synth/expand.h"
#include "synth/hall.h"

namespace ferrule::api {

struct PlacesKept {
  std::vector<std::optional<synth::Stand>> stands;
  std::vector<bool> leaves;  // its rack: what is plugged there does not reach it any more
};

// `node_of`, by device: of the plan before; kNone: it is not in it. `own`: what the project describes itself.
PlacesKept keep_places(const plant::Plant& before, const std::vector<std::uint32_t>& node_of, const synth::Fabric& fabric,
                       const synth::Net& net, synth::Hall& hall, const std::set<std::string, std::less<>>& own);

}  // namespace ferrule::api
