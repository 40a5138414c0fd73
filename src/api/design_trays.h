// Trays that state how full they may be (`fill`), against the cables of a design that is finished.
//
// Errors: F823, a warning: most thicknesses are estimates of ours, and those forbid nothing.
#pragma once

#include "api/check.h"

namespace ferrule::api {

// `made` is the check of the plant that was designed, `project` what the author wrote, whose places are told.
void hold_trays(const CheckReport& made, const Loaded& project, diag::Findings& findings);

}  // namespace ferrule::api
