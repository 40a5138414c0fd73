// What a plant needs, as articles and lines without prices or spares.
//
// Shape:  see bom.h. `policy` says in which lengths cables are sold.
// Errors: B801 and B802, one finding for each article, with the place of the first cable.
#pragma once

#include "api/bom.h"

namespace ferrule::api {

// `phases`: of these alone, indices into those of the plant; none: everything.
void add_demand(const plant::Plant& plant, const check::OrderPolicy& policy, const std::vector<std::uint32_t>& phases, Bom& bom);

}  // namespace ferrule::api
