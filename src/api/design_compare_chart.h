// A comparison of designs as a chart: a panel for each measure in which the plans differ, a bar for each plan.
#pragma once

#include "api/design_compare.h"
#include "write/bar_panels.h"

namespace ferrule::api {

write::BarChart chart_of(const DesignComparison& comparison);

}  // namespace ferrule::api
