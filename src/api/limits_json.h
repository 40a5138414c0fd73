// Test limits as JSON, schema ferrule/limits/1 (docs/schema/limits.schema.json).
//
// Shape:  `groups` of tests that share every figure, and `tests`: which test of which link is in which group. What is not known is null,
//         with what is missing beside it; losses have all their digits.
#pragma once

#include <string>

#include "api/limits.h"

namespace ferrule::api {

std::string limits_json(const LimitsReport& report);

}  // namespace ferrule::api
