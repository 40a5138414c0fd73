// Budgets as JSON, schema ferrule/budget/1 (docs/schema/budget.schema.json).
//
// Shape:  `links` when links were asked for, else `groups` and `hall`. What is not known is null or says why beside it; chances have
//         nine decimals and losses all their digits, those of distributions three.
#pragma once

#include <string>

#include "api/budget.h"

namespace ferrule::api {

std::string budget_json(const BudgetReport& report);

}  // namespace ferrule::api
