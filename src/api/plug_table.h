// The patch schedule: a row for each plug of each cable that is laid, where it goes, and what its label says.
//
// Units:  metres. A blank cell is unknown: a plug that hangs loose has no place.
// Shape:  phase by phase, bundle by bundle, cables in no bundle last; plugs of a cable in the order of its part. The far end of a plug is the
//         plug of the same number at the other end, where both ends have as many; of a harness head it is every leg.
#pragma once

#include <string>

#include "api/effort.h"

namespace ferrule::api {

std::string plug_table(const EffortReport& report);

}  // namespace ferrule::api
