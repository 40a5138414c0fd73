// Switches and the links between them, by the name of the topology: what there is to place.
//
//     torus       each dimension a ring                   random regular   every switch the same number of links, drawn (Jellyfish)
//     hypercube   numbers that differ in one bit          dragonfly        groups that are full meshes, one link between any two groups
//     hyperx      each dimension a full mesh              fat tree         pods of edge and aggregation switches below a core
//
// Shape:  connections a < b, ascending, no pair twice. Torus and HyperX number the last dimension fastest. Dragonfly: `per_group` switches
//         with `global` links each, per_group x global + 1 groups, palmtree wiring. Fat tree: ports = k; pods first (edge, then aggregation), core last.
// Errors: an empty topology where no such one exists: no dimension, an odd number of ports, more links per switch than others, or
//         an odd sum of them.
// Source: definition "hpcfloor v1" of the cabinet layout instances (bench/fabrics/hpcfloor.h); Fujiwara, Koibuchi, Casanova.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "place/problem.h"

namespace ferrule::place {

struct Topology {
  std::uint32_t nodes = 0;
  std::vector<Connection> connections;
};

Topology torus(std::span<const std::uint32_t> dimensions);
Topology hyperx(std::span<const std::uint32_t> dimensions);
Topology hypercube(std::uint32_t dimensions);
Topology random_regular(std::uint32_t nodes, std::uint32_t links_each, std::uint64_t seed);
Topology dragonfly(std::uint32_t per_group, std::uint32_t global);
Topology fat_tree(std::uint32_t ports);

}  // namespace ferrule::place
