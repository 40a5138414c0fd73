// Sizes of trunks that are worth a look for a design: those that the project says may be bought, or else the usual ones that its racks can use.
//
// Units:  plugs at each end; the usual ones of 12 fibres hold 12 to 288.
// Shape:  rising. A size above what the fullest pair of racks needs would only lie darker than the one before it, and one that no panel
//         holds cannot be laid: both are left out.
// Errors: none.
#pragma once

#include <vector>

#include "api/load.h"
#include "lang/design.h"

namespace ferrule::api {

struct OfferedSize {
  int plugs = 1;
  bool usual = true;  // false: sold by fewer vendors, or one of more than a table of alternatives is read for
};

std::vector<OfferedSize> trunk_sizes(const Loaded& loaded, const lang::Design& design);

}  // namespace ferrule::api
