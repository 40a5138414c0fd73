// Which of two routes each link takes, A or B, where its rule asks for one or for both.
//
//     leaf1 --A-- spine1      leaf1 --B-- spine2      of both, the links of each device take turns, so that one fire, one saw or one pair
//     leaf2 --B-- spine1      leaf2 --A-- spine2      of hands leaves half of them at either end
//
// Shape:  links of earlier phases choose first. Links of one harness, or of one leg of a trunk, go together.
// Errors: F813 at the wish when no tray of the hall is of a route that it asks for: then nothing would be laid apart.
#pragma once

#include <vector>

#include "diag/finding.h"
#include "synth/cabling.h"
#include "synth/fans.h"

namespace ferrule::synth {

// `links`: those of the plan, in the order of the net's.
void choose_routes(const CablingRequest& request, const Fans& fans, std::vector<PlanLink>& links);
void say_routes_without_trays(const CablingRequest& request, diag::Findings& findings);

}  // namespace ferrule::synth
