// What the policy of a project says of every new part, where the wishes of a rule do not: brand, method of polarity, and a jacket for the
// spaces of the hall.
//
// Shape:  one jacket for all, that every space which the policy, a rack or a tray names accepts; none where no single one is known to.
// Errors: F824 where spaces are named and no one jacket is known that all of them accept; new parts then have none. `check` judges jackets
//         and brands of the plant as of any other.
#pragma once

#include "api/load.h"
#include "diag/finding.h"
#include "lang/design.h"

namespace ferrule::api {

void follow_policy(const Loaded& loaded, lang::Design& design, diag::Findings& findings);

}  // namespace ferrule::api
