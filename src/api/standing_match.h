// Which of what stands is which device and port of a net, and where the light of each port goes.
//
//         Of a plan that is revised, devices are placed as the project says now; a port of another optic is no port of the plan, and light
//         that goes through what is not there any more goes nowhere.
//
// Shape:  fills stands, ports and dark tails of the plant, port_fibres and tail_plugs; devices of the net get the names that stand.
// Errors: F834 where the plant has another optic or height, or no such port.
#pragma once

#include "api/design_standing.h"

namespace ferrule::api {

void match_standing(StandingPlant& out, const Loaded& loaded, const lang::Design& design, synth::Hall& hall, synth::Net& net,
                    diag::Findings& findings);

// Of a plug of a harness, from 1; 0: it is the head.
int tail_of_harness(const plant::Plant& plant, std::uint32_t plug);

}  // namespace ferrule::api
