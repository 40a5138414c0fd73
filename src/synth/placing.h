// Devices into racks: where their tier says, in its order; what is free, into the racks that are left.
//
// Errors: F811 when a rack has no room, F812 when there is no rack of that name; the device then stands nowhere.
#pragma once

#include <optional>
#include <vector>

#include "diag/finding.h"
#include "synth/expand.h"
#include "synth/hall.h"

namespace ferrule::synth {

std::vector<std::optional<Stand>> place_devices(const Fabric& fabric, const Net& net, Hall& hall, diag::Findings& findings);

}  // namespace ferrule::synth
