// Prices that go by quantity (breaks, least orders): what is cheapest depends on how much of it is bought, which is not known before the
// design is made. So it is made again, as if as many pieces of each article were bought as it took of one or another, and the cheapest
// by its bill is taken.
//
// Shape:  the first design is at the prices of as many pieces as any plan takes; where no price goes by quantity it is the only one.
// Errors: those of the design that is taken.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "api/design.h"

namespace ferrule::api {

using DesignAtQuantity = std::function<DesignReport(std::unique_ptr<Loaded>, std::optional<std::int64_t> pieces)>;

// `number_cost`: of each part number besides.
DesignReport design_by_quantity(std::unique_ptr<Loaded> loaded, std::int64_t number_cost, const DesignAtQuantity& design);

}  // namespace ferrule::api
