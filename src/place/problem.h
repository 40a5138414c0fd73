// What is to be placed, and where: nodes that cables join, racks of a hall with so much room each, and how long a cable between two of
// them is.
//
//     nodes 0 1 2 3 ..   --cables-->   racks  [ 0 1 ] [ 2 3 ] ..      every node in one rack, so that all cables together cost least
//
// Units:  heights and room in rack units; cable lengths in millimetres, slack included: the length that is bought.
// Shape:  nodes and racks count from 0. `heights` is empty when every node has one unit. The table of lengths is symmetric; its diagonal
//         is the cable within one rack. A node may be in one group at most; a group stands in one rack.
// Errors: none here. solve.h answers a problem that cannot be with its clash.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/quantity.h"

namespace ferrule::place {

struct Connection {
  std::uint32_t a = 0, b = 0;  // nodes
  std::uint32_t cables = 1;    // alike, side by side
  std::uint32_t kind = 0;      // which cable of the price book
};

struct Hall {
  std::vector<std::uint32_t> room;      // of each rack
  std::vector<std::int64_t> length_mm;  // racks x racks, row by row

  std::size_t racks() const { return room.size(); }
  Length length(std::size_t from, std::size_t to) const { return {length_mm[from * room.size() + to]}; }
};

struct RackPosition {
  std::int64_t x_mm = 0, y_mm = 0;
};

// How a cable runs: along the rows and across them, never slanting; up into the tray and down again at the ends.
struct FloorRule {
  Length within;     // one rack
  Length both_ends;  // added to the way between two racks
};
Hall hall_on_floor(std::span<const RackPosition> racks, FloorRule rule, std::uint32_t room);

struct Pin {  // a node that stands already, or must
  std::uint32_t node = 0, rack = 0;
};

struct PlacementProblem {
  std::uint32_t nodes = 0;
  std::vector<Connection> connections;
  Hall hall;
  std::vector<std::uint32_t> heights;
  std::vector<Pin> pins;
  std::vector<std::vector<std::uint32_t>> together;
};

}  // namespace ferrule::place
