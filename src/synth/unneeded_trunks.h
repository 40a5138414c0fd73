// Trunks of a plan that is revised which nothing lights any more, and which nobody keeps in reserve; and those whose few links fit into dark
// legs of the others.
//
// Shape:  names. Between two racks, by one route and in panels of the same parts, legs that `spare` and `growth` ask for beside those that are lit stay.
#pragma once

#include <set>
#include <string>

#include "synth/cabling.h"

namespace ferrule::synth {

std::set<std::string> unneeded_trunks(const CablingRequest& request, const Plan& plan);

}  // namespace ferrule::synth
