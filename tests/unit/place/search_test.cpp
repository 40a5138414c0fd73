// What search believes of a change, against the cost counted anew.
#include <algorithm>
#include <numeric>
#include <gtest/gtest.h>

#include "books.h"
#include "place/anneal.h"
#include "place/bisection.h"
#include "place/min_cut.h"
#include "place/packing.h"
#include "place/rack_order.h"
#include "problems.h"

namespace ferrule::place {
namespace {

// Plain, and with several cables, kinds, heights, a group and a pin.
PlacementProblem mixed_problem(bool plain, std::uint64_t seed) {
  PlacementProblem problem = drawn_problem(
      {.nodes = 14, .racks = 5, .room = 7, .kinds = plain ? 1u : 2u, .most_cables = plain ? 1u : 5u, .connections = 40}, seed);
  if (plain) return problem;
  Splitmix random(seed);
  for (std::uint32_t node = 0; node < problem.nodes; ++node) problem.heights.push_back(1 + random.below(2));
  problem.pins.push_back({3, 2});
  problem.together = {{0, 5, 6}};
  return problem;
}

Instance ready(const PlacementProblem& problem) {
  const PriceBook book = plain_book();
  auto instance = instance_of(problem, book);
  EXPECT_TRUE(instance);
  return *instance;
}

TEST(Seating, WeighsEveryChangeAsItTurnsOut) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Instance instance = ready(mixed_problem(seed % 2 == 0, seed));
    Seating seating(instance, *pack_in_order(instance));
    if (seed % 3 == 0) {
      ASSERT_TRUE(seating.tabulate());
    }
    Splitmix random(seed);
    for (int step = 0; step < 200; ++step) {
      const auto& movable = seating.movable();
      const auto count = static_cast<std::uint32_t>(movable.size());
      const std::uint32_t a = movable[random.below(count)], b = movable[random.below(count)], rack = random.below(instance.racks);
      if (seating.at()[a] != seating.at()[b] && seating.may_swap(a, b)) seating.swap(a, b, seating.weigh_swap(a, b));
      ASSERT_EQ(seating.cost(), instance.cost(seating.at()));
      if (rack != seating.at()[a] && seating.may_move(a, rack)) seating.move(a, rack, seating.weigh_move(a, rack));
      ASSERT_EQ(seating.cost(), instance.cost(seating.at()));
      ASSERT_TRUE(free_room(instance, seating.at()));
    }
  }
}

TEST(Anneal, KeepsRoomAndPinsAndItsOwnCount) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Instance instance = ready(mixed_problem(seed % 2 == 0, seed));
    Seating seating(instance, *pack_in_order(instance));
    const std::int64_t before = seating.cost();
    anneal(seating, near_racks(instance), {.range = {.hot = 2000, .cold = 10}, .effort = 400'000, .seed = seed});
    EXPECT_EQ(seating.cost(), instance.cost(seating.at()));
    EXPECT_LE(seating.cost(), before);
    EXPECT_TRUE(free_room(instance, seating.at()));
  }
}

TEST(Cooling, TakesTheWorseAsOftenAsTheExponentialLawSays) {
  Splitmix random(1);
  const Cooling cooling({.hot = 1000, .cold = 1}, 1);
  struct Row {
    std::int64_t added;
    double chance;
  };
  for (const auto& [added, chance] : std::initializer_list<Row>{{1, 0.999}, {500, 0.6065}, {1000, 0.3679}, {3000, 0.0498}}) {
    int taken = 0;
    for (int draw = 0; draw < 100'000; ++draw) taken += added <= cooling.most(random) ? 1 : 0;
    EXPECT_NEAR(taken / 1e5, chance, 0.006) << added;
  }
}

TEST(Cooling, HalvesAtEqualStepsAndEndsCold) {
  Splitmix random(1);
  Cooling cooling({.hot = 1 << 20, .cold = 1 << 10}, 1000);
  const auto mean = [&] {
    std::int64_t sum = 0;
    for (int draw = 0; draw < 50'000; ++draw) sum += cooling.most(random);
    return static_cast<double>(sum) / 50'000;
  };
  for (const std::uint64_t halvings : {0u, 5u, 10u}) {
    cooling.at(100 * halvings);
    EXPECT_NEAR(mean() / static_cast<double>((1 << 20) >> halvings), 1, 0.03);
  }
}

TEST(RackOrder, NeverCostsMoreAndKeepsWhatStandsTogether) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Instance instance = ready(mixed_problem(seed % 2 == 0, seed));
    const Assignment before = *pack_in_order(instance);
    const Assignment after = reorder_racks(instance, before, near_racks(instance), {{2000, 5}, 60'000, seed});
    EXPECT_LE(instance.cost(after), instance.cost(before));
    EXPECT_TRUE(free_room(instance, after));
    for (std::uint32_t a = 0; a < instance.units; ++a)
      for (std::uint32_t b = 0; b < a; ++b) EXPECT_EQ(before[a] == before[b], after[a] == after[b]);
  }
}

// All orders of five racks, held against the search over racks alone.
TEST(RackOrder, FindsTheBestOrderOfFewRacks) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Instance instance = ready(mixed_problem(true, seed));
    const Assignment before = *pack_in_order(instance);
    std::vector<std::uint16_t> order{0, 1, 2, 3, 4};
    std::int64_t best = instance.cost(before);
    do {
      Assignment at;
      for (const std::uint16_t rack : before) at.push_back(order[rack]);
      best = std::min(best, instance.cost(at));
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_EQ(instance.cost(reorder_racks(instance, before, near_racks(instance), {{2000, 5}, 100'000, seed})), best) << seed;
  }
}

TEST(MinCut, CutsTwoClustersApart) {
  PlacementProblem problem;
  problem.nodes = 16;
  problem.hall = row_of_racks(2, 8);
  for (std::uint32_t a = 0; a < 16; ++a)
    for (std::uint32_t b = 0; b < a; ++b)
      if (a % 2 == b % 2) problem.connections.push_back({a, b});
  problem.connections.push_back({0, 1});
  const Instance instance = ready(problem);
  const auto at = cut_into_racks(instance, 1);
  ASSERT_TRUE(at);
  for (std::uint32_t unit = 0; unit < 16; ++unit) EXPECT_EQ((*at)[unit], (*at)[unit % 2]);
}

TEST(MinCut, KeepsRoomAndPins) {
  int cut = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Instance instance = ready(mixed_problem(seed % 2 == 0, seed));
    const auto at = cut_into_racks(instance, seed);
    if (!at) continue;
    ++cut;
    EXPECT_TRUE(free_room(instance, *at));
  }
  EXPECT_GT(cut, 20);
}

}  // namespace
}  // namespace ferrule::place
