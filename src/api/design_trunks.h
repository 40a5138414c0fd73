// Which sizes of trunks make the whole cheapest. For a pair of racks the cheapest are taken (synth/trunks.h); how trunks share panels, and
// how many part numbers there are, is seen only when all are laid, so ways of choosing are tried on the whole.
//
//     panels    what a trunk takes of a panel is counted alone, or as if the panel had trunks of its size only
//     sizes     where each part number costs something: those without which the whole is cheaper are not bought, one after the other
//
// Errors: none; without prices nothing is changed.
#pragma once

#include <cstdint>

#include "synth/cabling.h"

namespace ferrule::api {

// `stands`: the plan before cables are laid. Phases do not differ in it.
void choose_trunk_sizes(synth::CablingRequest& request, const synth::Plan& stands, std::int64_t number_cost);

}  // namespace ferrule::api
