// In which rack each part and each plug stands, looked up once for the whole plant.
//
// Shape:  one entry per connector, written from what stands in racks to the plugs in it; O(connectors) to make, O(1) to ask.
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
  // Rack of the part or panel port that this plug enters.
  std::uint32_t rack_at(std::uint32_t connector) const { return rack_of_plug_[connector]; }

  // Of a cable: where its first plug is, and the one rack where all others are; kNone where that is not known or not one.
  struct Ends {
    std::uint32_t a, b;
  };
  Ends ends_of(const plant::Plant& plant, std::uint32_t asset) const;

 private:
  std::vector<std::uint32_t> rack_of_plug_;  // by connector
};

// Straight distance between two racks, rounded down; nothing when either was not placed.
std::optional<Length> straight_distance(const plant::Rack& a, const plant::Rack& b);

}  // namespace ferrule::check
