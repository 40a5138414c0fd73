// The bound against every arrangement of small problems, and its parts against every subset of small graphs.
#include "place/bound.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <gtest/gtest.h>

#include "books.h"
#include "place/crowding.h"
#include "place/packing.h"
#include "place/solve.h"
#include "place/spectrum.h"
#include "place/topology.h"
#include "problems.h"

namespace ferrule::place {
namespace {

// The least cost of all arrangements that fit; nothing when none does.
std::optional<std::int64_t> by_trying_all(const Instance& instance) {
  std::optional<std::int64_t> best;
  Assignment at(instance.units, 0);
  for (;;) {
    if (free_room(instance, at)) best = std::min(best.value_or(std::numeric_limits<std::int64_t>::max()), instance.cost(at));
    std::size_t unit = 0;
    while (unit < at.size() && ++at[unit] == instance.racks) at[unit++] = 0;
    if (unit == at.size()) return best;
  }
}

std::vector<PlacementProblem> small_problems() {
  std::vector<PlacementProblem> problems;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    problems.push_back(drawn_problem({}, seed));
    problems.push_back(drawn_problem({.nodes = 8, .racks = 2, .room = 4, .connections = 14}, seed));
    problems.push_back(drawn_problem({.nodes = 6, .racks = 4, .room = 3, .kinds = 2, .most_cables = 4, .connections = 9}, seed));
    problems.push_back(drawn_problem({.nodes = 7, .racks = 3, .room = 4, .kinds = 2, .most_cables = 2, .connections = 12}, seed));
    problems.back().heights = {1, 2, 1, 2, 1, 1, 1};
    problems.back().pins = {{2, 1}};
    problems.back().together = {{0, 4}};
  }
  return problems;
}

TEST(Bound, IsNeverAboveTheLeastOfAllArrangements) {
  const PriceBook book = plain_book();
  int met = 0, checked = 0;
  for (const PlacementProblem& problem : small_problems()) {
    const auto instance = instance_of(problem, book);
    ASSERT_TRUE(instance);
    const auto best = by_trying_all(*instance);
    if (!best) continue;
    ++checked;
    const std::int64_t least = least_cost(*instance);
    EXPECT_LE(least, *best);
    EXPECT_GT(2 * least, *best);  // and it says something
    met += least == *best ? 1 : 0;
  }
  EXPECT_GT(checked, 90);
  EXPECT_GT(met, 0);
}

TEST(Solve, FindsTheLeastOfAllArrangements) {
  const PriceBook book = plain_book();
  for (const PlacementProblem& problem : small_problems()) {
    const auto instance = instance_of(problem, book);
    const auto best = by_trying_all(*instance);
    const auto placed = solve(problem, book, {.effort = 5'000'000});
    ASSERT_EQ(placed.has_value(), best.has_value());
    if (placed) {
      EXPECT_EQ(placed->cost.hundredths, *best);
    }
  }
}

Instance whole_graph(const Topology& topology) {
  PlacementProblem problem;
  problem.nodes = topology.nodes;
  problem.connections = topology.connections;
  problem.hall = row_of_racks(1, topology.nodes);
  return *instance_of(problem, plain_book());
}

// Cables among the units of a set of bits.
int cables_among(const Topology& topology, std::uint32_t set) {
  int count = 0;
  for (const Connection& c : topology.connections) count += (set >> c.a & set >> c.b & 1u) != 0 ? 1 : 0;
  return count;
}

TEST(Crowding, IsNeverBelowTheDensestSubset) {
  const std::vector<std::uint32_t> ring{12}, sheet{4, 3}, mesh{4, 3};
  for (const Topology& topology : {torus(ring), torus(sheet), hyperx(mesh), hypercube(3), random_regular(12, 3, 1),
                                   random_regular(12, 5, 2), dragonfly(3, 1), fat_tree(2)}) {
    const Instance instance = whole_graph(topology);
    const Crowding crowding(instance, 0);
    std::vector<int> densest(topology.nodes + 1, 0);
    for (std::uint32_t set = 0; set < 1u << topology.nodes; ++set) {
      int& most = densest[static_cast<std::size_t>(std::popcount(set))];
      most = std::max(most, cables_among(topology, set));
    }
    for (std::uint32_t units = 0; units <= topology.nodes; ++units)
      EXPECT_GE(crowding.among(units), static_cast<std::uint64_t>(densest[units])) << topology.nodes << ' ' << units;
  }
}

// Eight corners of a hypercube have 12 edges at most; counting common neighbours says 13, pairs alone 28.
TEST(Crowding, CommonNeighboursSayMoreThanPairs) {
  const Instance instance = whole_graph(hypercube(9));
  EXPECT_EQ(Crowding(instance, 0).among(8), 13u);
}

TEST(Spectrum, BoundsTheSecondEigenvalueOfKnownGraphs) {
  struct Row {
    Topology topology;
    double second;
  };
  const std::vector<std::uint32_t> ring{12}, mesh{8, 8};
  for (const Row& row : std::vector<Row>{{hypercube(6), 4}, {torus(ring), 1.7320508}, {hyperx(mesh), 6}}) {
    WeightedGraph graph{row.topology.nodes, {}};
    for (const Connection& c : row.topology.connections) graph.edges.push_back({c.a, c.b, 1});
    const double n = row.topology.nodes;
    const auto most = largest_eigenvalue_bound(graph, 2.0 * static_cast<double>(graph.edges.size()) / n / n);
    ASSERT_TRUE(most);
    EXPECT_GE(*most, row.second);
    EXPECT_LE(*most, row.second + 0.1);
  }
}

}  // namespace
}  // namespace ferrule::place
