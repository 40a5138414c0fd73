// The budgets of a whole plant: equal ones together, and what to expect of all of them at the first test.
#pragma once

#include <string>
#include <vector>

#include "api/budget_book.h"

namespace ferrule::api {

inline constexpr std::size_t kFewNames = 20;

struct PlantBudget {
  std::vector<BudgetGroup> groups;  // the least margin first, before all those without figures
  HallBudget hall;
};

// Links of one key go the same ways over the same lengths: every figure of them is one figure. By bundle its way, and its length in two
// halves; the key of one bundle needs no memory of its own.
using KindKey = std::u32string;
void kind_of(const check::View& view, std::uint32_t link, KindKey& key);

BudgetGroup group_of(BudgetBook& book, std::uint32_t link);  // of this link alone, without its spread and not counted
// What two budgets must share to be shown as one.
std::string shown_as(BudgetBook& book, std::uint32_t link, const BudgetGroup& group);

PlantBudget budget_of_plant(BudgetBook& book, const std::vector<check::Verdict>& verdicts);

}  // namespace ferrule::api
