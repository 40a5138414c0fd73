// Alternatives of a design side by side: each is designed, proven and measured as the project itself would be.
//
//     choose -> for each: load, change, design -> budget, upgrade, bill -> figures
//
// Shape:  alternatives in the order asked for; the first is what the others are held against. One that gives the plan of an earlier one
//         names it and has its figures; one that has no plan has the first reason and no figures, and stays in the list.
// Errors: findings of the project as it is in `findings`. Exit 3 and no alternatives when it cannot be read, 2 when a name is none
//         (`refused`), 5 when no alternative has a plan that is proven, else 0. Findings of prices are in `findings` once.
// Speed:  one design for each alternative; one plan is in memory at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/alternatives.h"
#include "api/plan_measures.h"

namespace ferrule::api {

struct CompareRequest {
  LoadRequest project;
  std::vector<std::string> names;   // or one of kUsualAlternatives, kAllAlternatives
  std::vector<std::string> prices;  // as of BomOptions
  DesignOptions design = {};
};

struct ComparedPlan {
  Alternative what;
  std::vector<Figure> figures;         // empty: there is no plan
  bool proven = false;                 // every link
  std::vector<std::string> why_not;    // no plan, or not a proven one: what was found first, with its help
  std::optional<std::size_t> same_as;  // an earlier alternative with the same plan
  bool planned() const { return !figures.empty(); }
};

struct DesignComparison {
  std::unique_ptr<Loaded> loaded;
  diag::Findings findings;
  std::optional<Failure> refused;
  std::string chosen;      // how the alternatives were chosen, in words
  std::string next_speed;  // of one link, "800G"; empty: none is known
  std::string currency;    // empty: no prices, or nobody said
  bool priced = false, generic = false;
  std::vector<ComparedPlan> plans;
  Exit exit = Exit::kClean;
};

DesignComparison compare_designs(const CompareRequest& request);

// The value of a measure that is best among the plans; nothing when none is known, neither way is better, or more
// than half of the plans have it.
std::optional<std::int64_t> best_figure(const DesignComparison& comparison, std::size_t measure);

}  // namespace ferrule::api
