// Which phase each device comes in: that of its tier, of its groups and of its number, whichever is last.
//
//     growth: {P1: {su: 2, spine: 4}, P2: {su: 3}}      su1, su2 and four spines in P1, su3 in P2, what is left in the last phase
//
// Shape:  phases are indices into Fabric::phases; without phases everything is in number 0. A link comes when both its ends stand.
// Errors: F831 when growth names more than there will be, shrinks, or ends below what there is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "diag/finding.h"
#include "synth/expand.h"
#include "synth/hall.h"

namespace ferrule::synth {

// `counts`: by tier, as count_devices found them. False: growth does not fit, and no device has a phase.
bool set_phases(const Fabric& fabric, const std::vector<int>& counts, Net& net, diag::Findings& findings);

// A device of which nobody said when it comes comes with its rack. F832: one that is said to come before its rack.
void hold_racks(const Fabric& fabric, const Hall& hall, const std::vector<std::optional<Stand>>& stands, Net& net,
                diag::Findings& findings);

inline std::uint32_t phase_of(const Net& net, const NetLink& link) {
  const std::uint32_t a = net.devices[link.a.device].phase, b = net.devices[link.b.device].phase;
  return a > b ? a : b;
}

}  // namespace ferrule::synth
