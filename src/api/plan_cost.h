// What the cabling of a plan costs, stage by stage, and what it would cost at the least under the rules that were asked for.
//
//     trunks   for each pair of racks the cheapest sizes for the legs that its links need
//     panels   as many as would hold those legs, rack by rack
//     cords    to a panel: as if it hung beside the device; from port to port: as long as its ends ask
//
// Units:  hundredths of the currency of the lists, without spares and optics. What it costs: at the prices of the quantities that are bought,
//         with what least orders bring beyond need. At the least: at those of as many pieces as any plan takes.
// Shape:  a bound keeps parts, ways of cabling and routes, and devices where they stand; `anywhere` lets free devices stand elsewhere. None
//         is ever above what it bounds.
// Errors: none; where some part has no price nothing is bounded, and why_none names it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/bom.h"
#include "api/design_prices.h"

namespace ferrule::api {

struct CostStage {
  std::string what;  // "trunks"
  std::int64_t cost = 0, least = 0;
  std::string within() const;  // "within 3.1 % of the least possible"
};

struct PlanCost {
  std::string currency;
  bool generic = false;                  // some price is an order of magnitude
  bool by_quantity = false;              // some price is another for other quantities
  std::vector<CostStage> stages;         // those that cost something
  std::optional<CostStage> all;          // of them together
  std::optional<std::int64_t> anywhere;  // nothing: no device is free, or it is not known
  std::string why_none;                  // empty when no lists were named
};

// As if so many pieces of each article were bought as `of` says.
PlanCost plan_cost(const PricedDesign& of, const synth::Plan& plan, const synth::Net& net);

// By the bill of the plan.
PlanCost plan_cost(const PricedDesign& of, const synth::Plan& plan, const synth::Net& net, const Bom& bill);

}  // namespace ferrule::api
