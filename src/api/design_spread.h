// Devices fill one rack after the other, and what comes down into a full rack may be more than its drop holds. Then the design is made once
// more, the devices of that rack shared out evenly over all racks of their tier.
//
// Shape:  of tiers that name racks and do not say how many go into each (`per_rack`). Taken when no drop is too full then, and told.
// Errors: those of the design that is taken.
#pragma once

#include <functional>
#include <memory>

#include "api/design.h"

namespace ferrule::api {

DesignReport design_spread(std::unique_ptr<Loaded> loaded, const std::function<DesignReport(std::unique_ptr<Loaded>)>& design);

}  // namespace ferrule::api
