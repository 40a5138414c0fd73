// The plant of a project: as its files say, or, of a fabric that nobody has cabled yet, as `design` makes it.
//
// Errors: a fabric that gives no clean plant is not readable as one; what is wrong with it is in the findings. Warnings of a design that is
//         clean are passed on.
#pragma once

#include <memory>

#include "api/load.h"

namespace ferrule::api {

std::unique_ptr<Loaded> load_plant(const LoadRequest& request);

}  // namespace ferrule::api
