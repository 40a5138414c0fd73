// What a designed plant is measured by, when plans are held side by side: a row for each measure, and its figure for a plan.
//
// Units:  a figure is a whole number of 10^-decimals of its unit. Nothing that is not known has a figure: it has a reason instead.
// Shape:  figures stand in the order of plan_measures(). A further measure is a further row: id, words, unit, decimals, which way is
//         better, and the function that takes it.
// Errors: none.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/bom.h"
#include "api/budget.h"
#include "api/design.h"
#include "api/effort.h"
#include "api/upgrade.h"

namespace ferrule::api {

enum class Better : std::uint8_t { kLess, kMore, kNeither };
std::string_view spell(Better better);  // "less", "more", "neither"

struct Figure {
  std::optional<std::int64_t> value;
  std::string why;   // of a figure that is not there: why
  std::string note;  // of one that is: what it leaves out
};

// A plan and what the other verbs say of it.
struct MeasuredPlan {
  const DesignReport& design;
  const plant::Plant& plant;
  const BudgetReport& budget;
  const UpgradeReport* upgrade = nullptr;  // null: no application is faster
  const Bom& bom;
  const EffortReport* effort = nullptr;  // null: nobody asked for it
};

struct PlanMeasure {
  std::string_view id, words, unit;
  int decimals = 0;
  Better better = Better::kNeither;
  Figure (*take)(const MeasuredPlan& plan) = nullptr;
};

inline constexpr std::string_view kMoneyUnit = "money";  // of whatever currency the prices are in

std::span<const PlanMeasure> plan_measures();

// "2,416,024", "0.35", "-0.10": without its unit.
std::string spell_figure(const PlanMeasure& measure, std::int64_t value);
// How much more than the reference: "+12 %" of amounts, "+3" of few, "-0.20" of shares and decibels; "=" when it is the same.
std::string spell_difference(const PlanMeasure& measure, std::int64_t value, std::int64_t reference);

std::vector<Figure> measured(const MeasuredPlan& plan);

}  // namespace ferrule::api
