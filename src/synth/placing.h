// Devices into racks and units: where their tier says, in its order; what is free, into the racks that were found for it.
//
// Errors: F811 when a rack has no room, F812 when there is no rack of that name; the device then stands nowhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "synth/expand.h"
#include "synth/hall.h"

namespace ferrule::synth {

// Names of the racks of its tier, "S{su}-1" with the number of its group in place.
std::vector<std::string> racks_of_tier(const Fabric& fabric, const Device& device);

// By device: nothing for those of tiers that name no racks. `stands`: where devices stand already; their units are taken.
std::vector<std::optional<Stand>> place_given(const Fabric& fabric, const Net& net, Hall& hall, diag::Findings& findings,
                                              std::vector<std::optional<Stand>> stands = {});

// The others. `racks`, by device: where it goes; nothing, or no room there: the first rack that has room.
void place_free(const Fabric& fabric, const Net& net, Hall& hall, const std::vector<std::optional<std::uint32_t>>& racks,
                std::vector<std::optional<Stand>>& stands, diag::Findings& findings);

}  // namespace ferrule::synth
