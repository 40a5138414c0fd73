// A comparison of designs in the published form: docs/schema/design-compare.schema.json; and as a long table, one row for each alternative
// and measure.
#pragma once

#include <string>

#include "api/design_compare.h"

namespace ferrule::api {

std::string design_compare_json(const DesignComparison& comparison);
std::string design_compare_csv(const DesignComparison& comparison);

// "proven", "unproven" (there is a plan, and not all of it is proven), "none".
std::string_view state_of(const ComparedPlan& plan);

}  // namespace ferrule::api
