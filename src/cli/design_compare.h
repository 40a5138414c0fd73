// `ferrule design PROJECT --compare`: alternatives side by side, as text, JSON or CSV, and as a chart.
#pragma once

#include "api/exit.h"
#include "api/load.h"
#include "cli/arguments.h"
#include "cli/console.h"

namespace ferrule::cli {

api::Exit run_design_compare(const Arguments& arguments, const api::LoadRequest& project, Console& console);

}  // namespace ferrule::cli
