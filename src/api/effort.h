// What a plant takes: rack units, connectors and fibres, trays and drops, bundles, hours, and the cost by class. Of any project that can be read.
//
// Units:  as in src/effort; prices in hundredths of the currency of the prices, the wage for an hour of one person.
// Shape:  the parts stand in the order in which they are told. Cost classes are those of the bill put together, labour behind them when a
//         wage is given; the bill is made with `prices`, and without any the classes have no sums.
// Errors: findings in printing order: those of the readers and the bill (L, B), E801 to E803, and D101, D102 of a rates file. A file that
//         cannot be read leaves everything empty.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/bom.h"
#include "effort/bundles.h"
#include "effort/counts.h"
#include "effort/drop_loads.h"
#include "effort/duplex.h"
#include "effort/rack_space.h"
#include "effort/schedule.h"
#include "effort/tray_loads.h"

namespace ferrule::api {

struct EffortOptions {
  int crew = 2;                      // people who work as one
  int bundle = 24;                   // cables in a bundle, at most
  std::optional<std::int64_t> fill;  // of trays and drops that state no limit, in hundredths of a per cent
  std::string rates;                 // a file of the user's own; empty: none
  std::optional<Price> wage;
  std::vector<std::string> prices;  // as of the bill
};

struct CostClass {
  std::string name;  // "trunks", "panels", "cords", "optics", "labour"
  BomTotal total;    // of labour: quantity is unused
  bool at_least = false;
};

struct EffortReport {
  EffortOptions options;
  Bom bom;  // keeps the plant
  effort::Space space;
  effort::Counts counts;
  effort::Duplex duplex;
  std::vector<effort::TrayLoad> trays;
  std::vector<effort::DropLoad> drops;
  effort::LaidCables laid;
  effort::BundlePlan bundles;
  effort::Labour labour;
  std::vector<effort::PhasePlan> phases;
  std::size_t own_rates = 0;  // stated by the user's file; all others are estimates
  std::vector<CostClass> cost;
  BomTotal all;  // of all classes; its name is empty
  bool all_at_least = false;
  diag::Findings findings;
  Exit exit = Exit::kClean;

  const Loaded& loaded() const { return *bom.loaded; }
  const plant::Plant& plant() const { return bom.loaded->plant; }
};

EffortReport effort_of(const LoadRequest& request, const EffortOptions& options = {});
EffortReport effort_of(std::unique_ptr<Loaded> loaded, const EffortOptions& options = {}, const std::string& data = {});

// The hours of a crew, in thousandths of a minute: its people share the work evenly.
std::int64_t crew_time(const EffortReport& report, std::int64_t work);

// "row A, row B": where a job is; "no rack stated" for the area without a name.
std::string areas_spelled(const EffortReport& report, const effort::Job& job);

}  // namespace ferrule::api
