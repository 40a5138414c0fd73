// Trays, and drops into racks, that state how much they hold (`width`, `depth`) and how full they may be (`fill`), and the cables of a design
// that is finished: who lies in one that is too full is led another way, and what is too full even so is told. Without `fill` a rule of
// thumb stands for it.
//
// Errors: F823 of a tray, F825 of a drop, warnings: most thicknesses are estimates of ours, and those forbid nothing. Errors where one cannot
//         hold its cables, or not under its `fill`, whatever is estimated.
#pragma once

#include <optional>

#include "api/check.h"
#include "synth/cabling.h"

namespace ferrule::api {

struct WaysHeld {  // which of them count
  bool trays = true, drops = true;
};

// The plan that `made` checked, with cables led around what is too full. Nothing: nothing is, or there is no other way.
std::optional<synth::Plan> led_around_full_ways(const CheckReport& made, WaysHeld ways, const synth::Plan& plan,
                                                const synth::Hall& hall, synth::OrderLengthOf order, Length slack);

struct LedAround {
  bool longer_fails = false;    // with cables led around, links would not be proven
  bool all_structured = false;  // fewer cables than trunks there are not
};

// `made` is the check of the plant that was designed, `project` what the author wrote, whose places are told.
void hold_ways(const CheckReport& made, const Loaded& project, WaysHeld ways, const LedAround& led, diag::Findings& findings);

}  // namespace ferrule::api
