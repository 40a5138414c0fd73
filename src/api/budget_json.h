// Budgets as JSON, schema ferrule/budget/1 (docs/schema/budget.schema.json).
//
// Shape:  `links` when links were asked for, else `groups` and `hall`. What is not known is null or says why beside it; chances have
//         nine decimals and losses all their digits, those of distributions three.
#pragma once

#include <string>

#include "api/budget.h"
#include "write/json.h"

namespace ferrule::api {

std::string budget_json(const BudgetReport& report);

// Parts that ferrule/budget-change/1 and ferrule/limits/1 have too.
void write_count(write::JsonWriter& json, std::string_view key, std::uint64_t value);
void write_db(write::JsonWriter& json, std::string_view key, const std::optional<Loss>& loss);
void write_margin(write::JsonWriter& json, const std::optional<Loss>& loss, const std::optional<Loss>& limit);  // margin_dB
void write_names(write::JsonWriter& json, std::string_view key, const std::vector<std::string>& names);
void write_spread(write::JsonWriter& json, const Spread& spread, const BudgetOptions& options);  // distribution, no_distribution
void write_figures(write::JsonWriter& json, const BudgetGroup& group, const BudgetOptions& options);  // longest_mm to the spread
void write_hall(write::JsonWriter& json, std::string_view key, const HallBudget& hall);

}  // namespace ferrule::api
