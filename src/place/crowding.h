// How many cables there can be among s units of a graph, whichever they are.
//
// Shape:  one graph per kind of cable. The number is an upper bound: the true one is the densest subgraph of s units, which is hard.
//         For s of all units and more it is the number of cables.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "place/instance.h"

namespace ferrule::place {

class Crowding {
 public:
  Crowding(const Instance& instance, std::uint32_t kind);

  std::uint64_t cables() const { return all_; }
  std::uint64_t among(std::uint64_t units) const;

  // Of each unit, its cables to each neighbour, most first.
  const std::vector<std::vector<std::uint32_t>>& sorted_cables() const { return sorted_; }

 private:
  std::uint64_t by_degrees(std::uint64_t units) const;
  std::uint64_t by_common_neighbours(std::uint64_t units) const;
  std::uint64_t by_spectrum(std::uint64_t units) const;
  void count_common(const std::vector<std::vector<Arc>>& arcs);

  std::uint64_t all_ = 0;
  std::uint32_t units_ = 0;
  std::uint64_t most_cables_ = 0;  // between two units
  std::vector<std::vector<std::uint32_t>> sorted_;
  std::vector<std::uint64_t> degree_sums_;  // of the units with the most cables: [s] of the first s
  bool common_known_ = false;
  std::uint64_t common_of_joined_ = 0, common_of_apart_ = 0;  // neighbours that two units share at most
  struct Spectral {
    double constant = 0;  // what is taken off each pair, the diagonal too
    double most = 0;      // no eigenvalue of the rest is larger
  };
  std::optional<Spectral> spectral_;
};

}  // namespace ferrule::place
