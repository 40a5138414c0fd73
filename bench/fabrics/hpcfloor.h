// Instances of cabinet placement, definition "hpcfloor v1": twelve topologies on a floor of supercomputer cabinets, and what is known of them.
//
// Floor:  racks 0.6 m wide, rows 2.1 m apart; R racks in ceil(sqrt R) rows of ceil(R / rows). A cable is 2 m within a rack, else 4 m and the way
//         along and across the rows. Prices: "perseus-2011", quad.
// Shape:  `in_order` is the exact cost of index order (node v of n in rack v R / n), `best_known` what annealing of the cost found in 20 s,
//         one run each; not proven. Both in hundredths, best_known to whole dollars.
// Source: published layout scripts (Fujiwara, Koibuchi, Casanova) for floor and rules; figures recomputed by an independent program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "place/problem.h"
#include "place/topology.h"

namespace ferrule::bench {

struct FloorCase {
  std::string name, topology;
  std::uint32_t per_rack = 0;
  std::int64_t in_order = 0, in_order_mm = 0, best_known = 0;
};

const std::vector<FloorCase>& floor_cases();
place::Topology floor_topology(const FloorCase& which);
place::PlacementProblem floor_problem(const place::Topology& topology, std::uint32_t per_rack);
inline place::PlacementProblem floor_problem(const FloorCase& which) {
  return floor_problem(floor_topology(which), which.per_rack);
}

}  // namespace ferrule::bench
