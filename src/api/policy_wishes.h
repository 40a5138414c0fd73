// What the policy of a project says of every new part, where the wishes of a rule do not: brand, and a jacket for the spaces of the hall.
//
// Shape:  one jacket for all, that every space which the policy, a rack or a tray names accepts; none where no single one is known to.
// Errors: none; `check` judges jackets and brands of the plant as of any other.
#pragma once

#include "api/load.h"
#include "lang/design.h"

namespace ferrule::api {

void follow_policy(const Loaded& loaded, lang::Design& design);

}  // namespace ferrule::api
