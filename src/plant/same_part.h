// Whether two part types are the same thing to everybody who judges light, loss or contact. Names and places of description do not count.
#pragma once

#include "plant/part_type.h"

namespace ferrule::plant {

bool same_part(const PartType& a, const PartType& b);

}  // namespace ferrule::plant
