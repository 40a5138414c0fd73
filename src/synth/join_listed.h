// Links that files name, joined port by port behind those of the rules.
//
// Errors: F842 at an end that is not there, F844 at a port that has a link already, F845 at a link of a port with itself.
#pragma once

#include <cstdint>
#include <vector>

#include "diag/finding.h"
#include "synth/expand.h"

namespace ferrule::synth {

// `taken`: how many receptacles of each device the rules took, the first ones. False when anything was wrong.
bool join_listed(const Fabric& fabric, const std::vector<std::uint32_t>& taken, Net& net, diag::Findings& findings);

}  // namespace ferrule::synth
