// A budget for people.
//
//     leaf1 port, 34 m, 2 connections                                the waterfall: each bar begins where the one above ends
//       C1              cord-b, 2 m          0.001 dB  |
//       C1/b to T1/a1   MPO-12, low-loss     0.350 dB  ####
//       T1              trunk, 30 m          0.015 dB      |
//
//       links  application    length  loss  limit  margin  ...       a plant: equal budgets in one row, the least margin first
#pragma once

#include <string>

#include "api/budget.h"

namespace ferrule::cli {

struct BudgetTextOptions {
  bool colour = false;
};

std::string link_budget_text(const api::LinkBudget& link, const api::BudgetOptions& asked, const BudgetTextOptions& options = {});
std::string plant_budget_text(const api::BudgetReport& report, const BudgetTextOptions& options = {});

}  // namespace ferrule::cli
