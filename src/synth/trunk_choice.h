// Which trunks a bundle of links is given: by price where all sizes have one, else by pieces (trunks.h). Most pairs of racks are alike, so an
// answer is kept.
//
// Errors: F821 once for each rule whose trunks no panel holds.
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "synth/cabling.h"

namespace ferrule::synth {

class TrunkChoice {
 public:
  explicit TrunkChoice(const CablingRequest& request) : request_(request) {}

  // Sizes in places of panels; empty when none may be bought.
  const std::vector<int>& choose(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b, int legs, Side side);
  void say_none(std::uint32_t rule, diag::Findings& findings);

 private:
  std::optional<std::int64_t> cost_with_panels(std::uint32_t rule, int size, Length length) const;

  const CablingRequest& request_;
  std::map<std::tuple<std::uint32_t, int, std::int64_t>, std::vector<int>> sizes_;  // by rule, legs and length
  std::set<std::uint32_t> said_;                                                    // rules
};

}  // namespace ferrule::synth
