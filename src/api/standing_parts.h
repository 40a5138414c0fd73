// Parts of a plan that nobody built, held against those that the project asks for now. Another grade, jacket, method, base, another way of
// cabling: links keep their names and ports, and are cabled anew.
//
// Shape:  a link is as asked when its cords, its trunk and what its trunk ends in are those of its rule's recipe, at their ends of it, in
//         sizes that may be bought. Cables that the project describes itself are its own, and as asked.
// Errors: none.
#pragma once

#include <optional>

#include "api/design_parts.h"
#include "api/design_standing.h"

namespace ferrule::api {

// Links that are cabled otherwise stand no more.
void cable_anew(StandingPlant& plan, const Loaded& loaded, const lang::Design& design, const synth::Net& net);

// Cords over a trunk of such a plan, end a of the rule at its near panel; nothing when no such trunk is asked for.
std::optional<synth::CordPair> cords_asked(const synth::Recipe& recipe, const synth::CablingWish& wish, const LaidParts& laid);

}  // namespace ferrule::api
