// ferrule budget --swap: what another part changes.
#pragma once

#include "api/budget_options.h"
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/verbs.h"

namespace ferrule::cli {

api::Exit run_swap(const Arguments& arguments, const api::BudgetOptions& options, Console& console);

}  // namespace ferrule::cli
