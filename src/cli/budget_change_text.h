// A change of budgets for people: what is no longer proven first, then margins, distributions, the first test, and the money.
#pragma once

#include <string>

#include "api/budget_change.h"
#include "cli/budget_text.h"

namespace ferrule::cli {

std::string budget_change_text(const api::BudgetChange& change, const BudgetTextOptions& options = {});

}  // namespace ferrule::cli
