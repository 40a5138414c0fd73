// An upper bound, held true by a factorisation, of the largest eigenvalue of A - c J: a graph less a constant on every pair.
//
//     x' A x  <=  eigenvalue |x|^2 + c (sum of x)^2                 for x of zeros and ones: twice the cables among s units
//
// Shape:  dense, units^3 / 6 multiplications a try: for graphs of up to some thousand units. The number is rounded up to a thousandth.
// Errors: none. An estimate by Lanczos is only a guess of where to try; what is returned has been factorised, with
//         a margin that exceeds the rounding of doubles by far.
// Source: Lanczos 1950; Cholesky: a symmetric matrix that can be factorised so is positive definite.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace ferrule::place {

struct WeightedGraph {
  struct Edge {
    std::uint32_t a = 0, b = 0, weight = 1;
  };
  std::uint32_t nodes = 0;
  std::vector<Edge> edges;  // each once
};

// Nothing when the factorisation does not come about within a few tries.
std::optional<double> largest_eigenvalue_bound(const WeightedGraph& graph, double constant);

}  // namespace ferrule::place
