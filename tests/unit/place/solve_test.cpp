#include "place/solve.h"

#include <numeric>
#include <gtest/gtest.h>

#include "books.h"
#include "place/topology.h"
#include "problems.h"

namespace ferrule::place {
namespace {

constexpr PlacementOptions kQuick{.effort = 2'000'000};

// 24 switches of unequal height, some held, some together, over racks with room to spare.
PlacementProblem hall_with_wishes() {
  PlacementProblem problem =
      drawn_problem({.nodes = 24, .racks = 6, .room = 12, .kinds = 2, .most_cables = 3, .connections = 70}, 4);
  for (std::uint32_t node = 0; node < 24; ++node) problem.heights.push_back(1 + node % 3);
  problem.pins = {{5, 4}, {6, 0}};
  problem.together = {{1, 7, 13}, {6, 9}};
  return problem;
}

TEST(Solve, KeepsRoomPinsAndGroups) {
  const PlacementProblem problem = hall_with_wishes();
  const auto placed = solve(problem, plain_book(), kQuick);
  ASSERT_TRUE(placed) << placed.error().message;
  std::vector<std::uint32_t> used(6, 0);
  for (std::uint32_t node = 0; node < problem.nodes; ++node) used[placed->rack[node]] += problem.heights[node];
  for (const std::uint32_t units : used) EXPECT_LE(units, 12u);
  for (const Pin& pin : problem.pins) EXPECT_EQ(placed->rack[pin.node], pin.rack);
  for (const auto& group : problem.together)
    for (const std::uint32_t node : group) EXPECT_EQ(placed->rack[node], placed->rack[group.front()]);
  EXPECT_EQ(cost_of(problem, plain_book(), placed->rack), placed->cost);
  EXPECT_LE(placed->cost, placed->in_order.value());
  EXPECT_GE(placed->cost, placed->least);
}

TEST(Solve, GivesTheSameAnswerTwice) {
  const PlacementProblem problem = hall_with_wishes();
  const auto once = solve(problem, plain_book(), kQuick), again = solve(problem, plain_book(), kQuick);
  ASSERT_TRUE(once && again);
  EXPECT_EQ(once->rack, again->rack);
  EXPECT_EQ(once->least, again->least);
}

TEST(Solve, BringsAScatteredRingTogether) {
  PlacementProblem problem;
  problem.nodes = 32;
  problem.hall = row_of_racks(8, 4);
  for (std::uint32_t node = 0; node < 32; ++node) problem.connections.push_back({node * 11 % 32, (node + 1) * 11 % 32});
  const auto placed = solve(problem, plain_book(), {.effort = 20'000'000});
  ASSERT_TRUE(placed);
  // The ring laid out through the row and home again: 18 links inside racks, 14 to the next one.
  EXPECT_LE(placed->cost, Money{18 * 100 + 14 * 300});
  EXPECT_LT(placed->cost, placed->in_order.value());
}

TEST(Solve, NoEffortIsIndexOrderOrBetter) {
  const PlacementProblem problem = hall_with_wishes();
  const auto placed = solve(problem, plain_book(), {.effort = 0});
  ASSERT_TRUE(placed);
  EXPECT_LE(placed->cost, placed->in_order.value());
}

TEST(Solve, NothingToPlaceIsPlaced) {
  PlacementProblem problem;
  problem.hall = row_of_racks(2, 4);
  const auto nothing = solve(problem, plain_book(), kQuick);
  ASSERT_TRUE(nothing);
  EXPECT_EQ(nothing->cost, Money{0});
  EXPECT_EQ(nothing->within(), "the least possible");
  problem.nodes = 3;  // and no cables
  const auto apart = solve(problem, plain_book(), kQuick);
  ASSERT_TRUE(apart);
  EXPECT_EQ(apart->rack.size(), 3u);
}

TEST(Placement, SaysHowFarItMayBeFromTheLeast) {
  Placement placement;
  placement.cost = {1100'00};
  placement.least = {1000'00};
  EXPECT_EQ(placement.within(), "within 10.0 % of the least possible");
  placement.cost = {1100'01};
  EXPECT_EQ(placement.within(), "within 10.1 % of the least possible");
  placement.least = {0};
  EXPECT_EQ(placement.within(), "of no known distance to the least possible");
}

struct Wrong {
  std::string what;
  ClashKind kind;
  std::string message;
  void (*spoil)(PlacementProblem&);
};

const std::vector<Wrong>& wrong_problems() {
  static const std::vector<Wrong> wrong = {
      {"no racks", ClashKind::kBadProblem, "there is no rack", [](PlacementProblem& p) { p.hall = {}; }},
      {"lengths", ClashKind::kBadProblem, "the table of lengths is not 3 by 3",
       [](PlacementProblem& p) { p.hall.length_mm.pop_back(); }},
      {"one way", ClashKind::kBadProblem, "from rack 2 to rack 0 is another length than back",
       [](PlacementProblem& p) { p.hall.length_mm[2] = 7; }},
      {"negative", ClashKind::kBadProblem, "the cable from rack 0 to rack 0 has a negative length",
       [](PlacementProblem& p) { p.hall.length_mm[0] = -1; }},
      {"heights", ClashKind::kBadProblem, "1 heights for 6 nodes", [](PlacementProblem& p) { p.heights = {1}; }},
      {"pin", ClashKind::kBadProblem, "node 9 is held in rack 0: one of them is not there",
       [](PlacementProblem& p) {
         p.pins = {{9, 0}};
       }},
      {"group", ClashKind::kBadProblem, "node 1 is in two groups, or twice in one",
       [](PlacementProblem& p) {
         p.together = {{0, 1}, {1, 2}};
       }},
      {"stranger", ClashKind::kBadProblem, "a group names node 6 of 6", [](PlacementProblem& p) { p.together = {{6}}; }},
      {"end", ClashKind::kBadProblem, "a connection names node 6 of 6",
       [](PlacementProblem& p) {
         p.connections.push_back({0, 6});
       }},
      {"kind", ClashKind::kBadProblem, "a connection names cable 5 of 2 in the price book",
       [](PlacementProblem& p) { p.connections[0].kind = 5; }},
      {"tall", ClashKind::kTooTall, "node 1 and what must stand with it need 3 units, and the largest rack has 2",
       [](PlacementProblem& p) { p.heights = {1, 3, 0, 0, 0, 0}; }},
      {"tall group", ClashKind::kTooTall, "node 0 and what must stand with it need 3 units, and the largest rack has 2",
       [](PlacementProblem& p) {
         p.together = {{0, 1, 2}};
       }},
      {"two racks", ClashKind::kTwoRacks, "node 1 is held in rack 2, and what must stand with it in rack 0",
       [](PlacementProblem& p) {
         p.together = {{0, 1}};
         p.pins = {{0, 0}, {1, 2}};
       }},
      {"full", ClashKind::kRackTooFull, "what is held in rack 1 needs 3 units, and it has 2",
       [](PlacementProblem& p) {
         p.pins = {{0, 1}, {1, 1}, {2, 1}};
       }},
      {"too much", ClashKind::kTooMuch, "all nodes need 7 units, and all racks have 6",
       [](PlacementProblem& p) { p.heights = {2, 1, 1, 1, 1, 1}; }},
      {"packing", ClashKind::kNoPacking, "no room was found for node 3 of 2 units: no rack has more than 1 left",
       [](PlacementProblem& p) {
         p.hall.room = {3, 3, 2};
         p.heights = {2, 2, 2, 2, 0, 0};
       }},
      {"no cable", ClashKind::kNoCable,
       "no arrangement was found without a cable of 32 m from node 0 to node 1: plain sells 'thin' up to 20 m",
       [](PlacementProblem& p) {
         p.hall = hall_on_floor(std::vector<RackPosition>{{0, 0}, {30'000, 0}}, {{1000}, {2000}}, 6);
         p.pins = {{0, 0}, {1, 1}};
         p.connections = {{0, 1}};
       }},
  };
  return wrong;
}

TEST(Solve, SaysWhatDoesNotFit) {
  for (const Wrong& wrong : wrong_problems()) {
    PlacementProblem problem = drawn_problem({}, 1);
    wrong.spoil(problem);
    const auto placed = solve(problem, plain_book(), kQuick);
    ASSERT_FALSE(placed) << wrong.what;
    EXPECT_EQ(placed.error().kind, wrong.kind) << wrong.what;
    EXPECT_EQ(placed.error().message, wrong.message) << wrong.what;
  }
}

}  // namespace
}  // namespace ferrule::place
