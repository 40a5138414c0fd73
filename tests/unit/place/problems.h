// Small problems drawn at random, and a row of racks.
#pragma once

#include "place/problem.h"
#include "place/random.h"

namespace ferrule::place {

// Racks a metre apart in one row; a cable is a metre within a rack, else two metres and the way.
inline Hall row_of_racks(std::uint32_t racks, std::uint32_t room) {
  std::vector<RackPosition> at;
  for (std::uint32_t rack = 0; rack < racks; ++rack) at.push_back({rack * std::int64_t{1000}, 0});
  return hall_on_floor(at, {.within = {1000}, .both_ends = {2000}}, room);
}

struct Draw {
  std::uint32_t nodes = 6, racks = 3, room = 2, kinds = 1, most_cables = 1, connections = 8;
};

inline PlacementProblem drawn_problem(Draw draw, std::uint64_t seed) {
  Splitmix random(seed);
  PlacementProblem problem;
  problem.nodes = draw.nodes;
  problem.hall = row_of_racks(draw.racks, draw.room);
  for (std::uint32_t i = 0; i < draw.connections; ++i) {
    const std::uint32_t a = random.below(draw.nodes), b = random.below(draw.nodes);
    problem.connections.push_back({a, b, 1 + random.below(draw.most_cables), random.below(draw.kinds)});
  }
  return problem;
}

}  // namespace ferrule::place
