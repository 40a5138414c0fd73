// A net and its plan as they stand when a phase ends: what comes later is not there yet.
//
// Shape:  names, ports, parts and lengths are those of the whole, in the same order. Legs that later phases take are counted as used.
#pragma once

#include <cstdint>

#include "synth/plan.h"

namespace ferrule::synth {

// Devices and links of later phases go, from `net` and from the plan alike; parts that nothing is made of any more as well.
void keep_until(std::uint32_t phase, Net& net, Plan& plan);

}  // namespace ferrule::synth
