// Budgets of links as drawings: write/waterfall.h with the words of a budget.
#pragma once

#include <string>

#include "api/budget.h"
#include "write/waterfall.h"

namespace ferrule::api {

std::vector<write::WaterfallLink> waterfalls_of(const BudgetReport& report);  // of the links that were asked for
std::string budget_svg(const BudgetReport& report, write::WaterfallWidth width);

}  // namespace ferrule::api
