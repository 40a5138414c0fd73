// A change of budgets as JSON, schema ferrule/budget-change/1 (docs/schema/budget-change.schema.json).
//
// Shape:  prices are decimals with two places; what is not known is null and says why beside it.
#pragma once

#include <string>

#include "api/budget_change.h"

namespace ferrule::api {

std::string budget_change_json(const BudgetChange& change);

}  // namespace ferrule::api
