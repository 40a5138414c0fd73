#include "place/topology.h"

#include <algorithm>
#include <set>
#include <gtest/gtest.h>

namespace ferrule::place {
namespace {

std::set<std::size_t> degrees(const Topology& topology) {
  std::vector<std::size_t> degree(topology.nodes, 0);
  for (const Connection& c : topology.connections) {
    ++degree[c.a];
    ++degree[c.b];
  }
  return {degree.begin(), degree.end()};
}

TEST(Topology, HasTheSwitchesAndLinksThatItsNamePromises) {
  const std::vector<std::uint32_t> cube{8, 8, 8}, square{16, 16};
  struct Row {
    Topology topology;
    std::uint32_t nodes;
    std::size_t links;
    std::set<std::size_t> degrees;
  };
  for (const Row& row : std::vector<Row>{
           {torus(cube), 512, 1536, {6}},
           {hypercube(9), 512, 2304, {9}},
           {hyperx(square), 256, 3840, {30}},
           {random_regular(512, 8, 1), 512, 2048, {8}},
           {dragonfly(8, 4), 264, 1452, {11}},
           {fat_tree(16), 320, 2048, {8, 16}},
       }) {
    EXPECT_EQ(row.topology.nodes, row.nodes);
    EXPECT_EQ(row.topology.connections.size(), row.links);
    EXPECT_EQ(degrees(row.topology), row.degrees);
  }
}

TEST(Topology, LinksAreAscendingAndSingle) {
  const Topology random = random_regular(64, 7, 5);
  for (const Connection& c : random.connections) EXPECT_LT(c.a, c.b);
  const auto before = [](const Connection& x, const Connection& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); };
  for (std::size_t i = 1; i < random.connections.size(); ++i)
    EXPECT_TRUE(before(random.connections[i - 1], random.connections[i]));
}

TEST(Topology, TwoGroupsOfADragonflyHaveOneLink) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> joined;
  std::size_t between = 0;
  for (const Connection& c : dragonfly(8, 4).connections)
    if (c.a / 8 != c.b / 8) {
      joined.emplace(c.a / 8, c.b / 8);
      ++between;
    }
  EXPECT_EQ(between, 33u * 32 / 2);
  EXPECT_EQ(joined.size(), between);
}

TEST(Topology, WhatDoesNotExistIsEmpty) {
  const std::vector<std::uint32_t> none, flat{8, 0}, vast{100'000, 100'000};
  for (const Topology& topology : {torus(none), torus(flat), torus(vast), hyperx(none), random_regular(5, 3, 1),
                                   random_regular(4, 4, 1), random_regular(0, 0, 1), dragonfly(0, 1), fat_tree(3), fat_tree(0)})
    EXPECT_EQ(topology.nodes, 0u);
  EXPECT_EQ(hypercube(0).nodes, 0u);
}

TEST(Topology, ARingOfTwoIsOneLink) {
  const std::vector<std::uint32_t> two{2};
  EXPECT_EQ(torus(two).connections.size(), 1u);
}

}  // namespace
}  // namespace ferrule::place
