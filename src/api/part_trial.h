// Small plants in which parts are tried, as text of the plant language: one leg of a trunk, or one cord, with all links that it carries.
//
// Shape:  ports are called try-a/p1 and try-b/p1, of the optics of a rule; of a breakout try-a is its head.
#pragma once

#include <string>

#include "api/design_parts.h"
#include "lang/design.h"
#include "synth/fabric.h"

namespace ferrule::api {

std::string trial_text(const lang::Design& design, const synth::Recipe& recipe, const synth::PortRun& a, const synth::PortRun& b);

// Cords at both ends of parts that lie: all plugs of the trunk in panels, and links over the first. Of a breakout `legs` tails, and cords.b is a harness.
std::string laid_trial_text(const lang::Design& design, const synth::CordPair& cords, const LaidParts& laid,
                            const synth::PortRun& a, const synth::PortRun& b, const synth::Breakout* breakout);

}  // namespace ferrule::api
