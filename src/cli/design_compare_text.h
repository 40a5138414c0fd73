// Alternatives of a design as a table of 100 columns: a row for each measure, as many alternatives beside the first as fit, and again.
#pragma once

#include <string>

#include "api/design_compare.h"

namespace ferrule::cli {

std::string design_compare_text(const api::DesignComparison& comparison);

}  // namespace ferrule::cli
