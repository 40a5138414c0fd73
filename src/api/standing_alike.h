// One name, one thing: what a project and the plant that stands both describe has to be the same in both, since only one description is
// written. Were it not held, what stands would be proven with parts that are not there.
//
// Errors: F834 for each kind of thing (rack, part, equipment or panel, cable), at the first that differs.
#pragma once

#include "diag/finding.h"
#include "plant/plant.h"

namespace ferrule::api {

// A rack in two places would make lengths of one plant from two drawings.
void hold_racks_alike(const plant::Plant& standing, const plant::Plant& project, diag::Findings& findings);

// Parts, devices, panels and cables. `fabric`: the place that is told where the project does not say its own.
void hold_things_alike(const plant::Plant& standing, const plant::Plant& project, diag::Place fabric, diag::Findings& findings);

}  // namespace ferrule::api
