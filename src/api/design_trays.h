// Trays that state how much they hold (`width`, `depth`) and how full they may be (`fill`), and the cables of a design that is finished: who
// lies in one that is too full is led another way, and what is too full even so is told. Without `fill` a rule of thumb stands for it.
//
// Errors: F823, a warning: most thicknesses are estimates of ours, and those forbid nothing. An error where a tray cannot hold its cables, or
//         not under its `fill`, whatever is estimated.
#pragma once

#include <optional>

#include "api/check.h"
#include "synth/cabling.h"

namespace ferrule::api {

// The plan that `made` checked, with cables led around trays that are too full. Nothing: none is, or there is no other way.
std::optional<synth::Plan> led_around_full_trays(const CheckReport& made, const synth::Plan& plan, const synth::Hall& hall,
                                                 synth::OrderLengthOf order, Length slack);

struct TraysHeld {
  bool longer_fails = false;    // with cables led around them, links would not be proven
  bool all_structured = false;  // fewer cables than trunks there are not
};

// `made` is the check of the plant that was designed, `project` what the author wrote, whose places are told.
void hold_trays(const CheckReport& made, const Loaded& project, const TraysHeld& held, diag::Findings& findings);

}  // namespace ferrule::api
