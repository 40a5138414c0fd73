// Links that files name, joined port by port behind those of the rules.
//
// Errors: F842 at an end that is not there, F844 at a port that has a link already, F845 at a link of a port with itself.
#pragma once

#include "diag/finding.h"
#include "synth/port_choice.h"

namespace ferrule::synth {

// `taken`: the receptacles that rules took. False when anything was wrong.
bool join_listed(const Fabric& fabric, const FreePorts& taken, Net& net, diag::Findings& findings);

}  // namespace ferrule::synth
