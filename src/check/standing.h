// In which rack each part and each plug stands, looked up once for the whole plant.
//
// Shape:  one entry per asset and, where there are adapter panels, one per connector; O(assets) to make, O(1) to ask.
// Errors: none; kNone is a part that stands nowhere or about which nobody said.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plant/plant.h"

namespace ferrule::check {

class Standing {
 public:
  explicit Standing(const plant::Plant& plant);
  // Rack where the other end of this plug is: of the part or panel port it enters.
  std::uint32_t rack_at(std::uint32_t connector) const;

 private:
  const plant::Plant& plant_;
  std::vector<std::uint32_t> rack_of_asset_;
  std::vector<std::uint32_t> rack_of_plug_;  // by connector, for plugs in adapter panels; empty when there are none
};

// Straight distance between two racks, rounded down; nothing when either was not placed.
std::optional<Length> straight_distance(const plant::Rack& a, const plant::Rack& b);

}  // namespace ferrule::check
