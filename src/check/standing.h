// In which rack, and in which piece of it, each part and each plug stands, looked up once for the whole plant.
//
// Shape:  one entry per connector, written from what stands in racks to the plugs in it; O(connectors) to make, O(1) to ask.
// Errors: none; kNone is a part that stands nowhere or about which nobody said.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plant/plant.h"

namespace ferrule::check {

// Where one end of a cable is plugged, as far as all of its plugs agree.
struct CableEnd {
  std::uint32_t rack = plant::kNone;
  std::uint32_t node = plant::kNone;  // the piece of equipment or panel in it
};

class Standing {
 public:
  explicit Standing(const plant::Plant& plant);
  // The equipment or panel with a rack that this plug enters.
  std::uint32_t node_at(std::uint32_t connector) const { return node_of_plug_[connector]; }
  // Rack of the part or panel port that this plug enters.
  std::uint32_t rack_at(std::uint32_t connector) const {
    const std::uint32_t node = node_of_plug_[connector];
    return node == plant::kNone ? plant::kNone : rack_of_node_[node];
  }

  // Of a cable: its end a, or its head, and all other ends together. A plug that hangs loose says nothing.
  struct Ends {
    CableEnd a, b;
  };
  Ends ends_of(const plant::Plant& plant, std::uint32_t asset) const;

 private:
  std::vector<std::uint32_t> node_of_plug_;  // by connector
  std::vector<std::uint32_t> rack_of_node_;  // by node
};

// Straight distance between two racks, rounded down; nothing when either was not placed.
std::optional<Length> straight_distance(const plant::Rack& a, const plant::Rack& b);

// A thing in a rack.
struct InRack {
  const plant::Node& node;
  const plant::Rack& rack;
};

// Between two things in two racks, rounded down: the places of the racks, and the units that lie between where both are stated and the
// racks stand in one hall. Nothing when either rack was not placed. On the slope from unit to unit they may be `nearer` than the places.
std::optional<Length> distance_between(const InRack& a, const InRack& b, Length nearer);

// Between two things in one rack, rounded down: the units that lie between them; nothing when the unit of either is not stated, or is
// none of the rack.
std::optional<Length> distance_in_rack(const plant::Node& a, const plant::Node& b, const plant::Rack& rack);

// Between which heights a thing stands at the most, above the floor: by its unit, else by the units of its rack; nothing when neither is
// stated. A unit that the rack does not have says nothing (another rule speaks of it).
struct Heights {
  std::int64_t low = 0, high = 0;  // millimetres
};
std::optional<Heights> heights_of(const plant::Node& node, const plant::Rack& rack);
std::optional<Heights> heights_of(const plant::Rack& rack);

}  // namespace ferrule::check
