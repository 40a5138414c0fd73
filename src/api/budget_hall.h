// The budgets of a whole plant: equal ones together, and what to expect of all of them at the first test.
#pragma once

#include <vector>

#include "api/budget_book.h"

namespace ferrule::api {

inline constexpr std::size_t kFewNames = 20;

struct PlantBudget {
  std::vector<BudgetGroup> groups;  // the least margin first, before all those without figures
  HallBudget hall;
};

PlantBudget budget_of_plant(BudgetBook& book, const std::vector<check::Verdict>& verdicts);

}  // namespace ferrule::api
