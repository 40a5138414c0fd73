// A bill of materials as JSON, schema ferrule/bom/1 (docs/schema/bom.schema.json).
//
// Shape:  `articles`, `lines` that point into them with every id, `totals`. Lengths in whole millimetres, prices as decimal numbers with
//         all their digits; what is not known is null. Without prices asked for, nothing is said of prices.
#pragma once

#include <functional>
#include <string_view>

#include "api/bom.h"

namespace ferrule::api {

// Piece by piece, so that a bill with a million ids need not be in memory as text.
void bom_json(const Bom& bom, const std::function<void(std::string_view)>& sink);

}  // namespace ferrule::api
