// Devices into racks and units, then panels and cables. Where panels find no room they are laid again, with devices that stand so that they do.
//
//     given places -> free places -> units -> trunks, panels, cords      again with the units that were missing kept free, a few times
//
// Shape:  what is in the report afterwards is the first way that has room, or the one that misses the fewest units.
// Errors: those of each step, in the findings of the report; then the plan is not whole.
#pragma once

#include <cstdint>
#include <string>

#include "api/design.h"
#include "api/design_prices.h"
#include "synth/cabling.h"

namespace ferrule::api {

struct LayingRequest {
  const lang::Design& design;
  const DesignOptions& options;
  const std::string& data;
  std::uint32_t until = synth::kEveryPhase;
  std::int64_t number_cost = 0;
};

inline bool failed(const DesignReport& report) { return report.findings.any_at_least(diag::Severity::kError); }

PricedDesign priced_design(DesignReport& report, const LayingRequest& request);

// By what prices, for whoever goes on; empty when no lists were named, or it failed.
synth::PartPrice lay_out(DesignReport& report, const LayingRequest& request);

}  // namespace ferrule::api
