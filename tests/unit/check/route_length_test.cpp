// The least way along a route is never longer than a way that a cable could take: no cable that fits is called too short.
#include "check/route_length.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <random>
#include <gtest/gtest.h>

namespace ferrule::check {
namespace {

plant::Tray tray(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, std::int64_t height = 0) {
  plant::Tray of;
  of.drawn = true;
  of.from_x = Length{x1};
  of.from_y = Length{y1};
  of.to_x = Length{x2};
  of.to_y = Length{y2};
  of.height = Length{height};
  return of;
}

plant::Rack rack(std::int64_t x, std::int64_t y, int units = 0) {
  plant::Rack of;
  of.placed = true;
  of.x = Length{x};
  of.y = Length{y};
  of.units = units;
  return of;
}

RouteLength least(const plant::Plant& plant, std::vector<std::uint32_t> trays, std::uint32_t a = 0, std::uint32_t b = 1) {
  plant::Laying laying;
  laying.trays = std::move(trays);
  return route_length(plant, laying, {{a, plant::kNone}, {b, plant::kNone}});
}

TEST(RouteLength, FromTheTopOfARackAlongTheTraysAndDown) {
  plant::Plant plant;
  plant.racks = {rack(0, 0, 40), rack(10'000, 0, 40)};
  plant.trays = {tray(0, 0, 0, 5000, 2500), tray(0, 5000, 10'000, 5000, 2700), tray(10'000, 0, 10'000, 5000, 2500)};
  const std::int64_t up = 2500 - 100 - 40 * 44450 / 1000;
  constexpr std::int64_t kRackReach = 600;  // a rack is no point
  EXPECT_EQ(least(plant, {0, 1, 2}).millimetre, 5000 + 200 + 10'000 + 200 + 5000 + 2 * (up - kRackReach));
  EXPECT_EQ(least(plant, {2, 1, 0}).millimetre, least(plant, {0, 1, 2}).millimetre);
  EXPECT_TRUE(least(plant, {0, 1, 2}).whole);
}

TEST(RouteLength, WhatNobodyStatedCountsNothing) {
  plant::Plant plant;
  plant.racks = {rack(0, 0), rack(10'000, 0)};
  plant.trays = {tray(0, 0, 10'000, 0), {}, {}};
  plant.trays[2].length = Length{7000};
  EXPECT_EQ(least(plant, {0}).millimetre, 10'000 - 2 * 600);
  EXPECT_EQ(least(plant, {0}, 0, plant::kNone).millimetre, 0);
  EXPECT_FALSE(least(plant, {0}, 0, plant::kNone).whole);
  EXPECT_EQ(least(plant, {2}).millimetre, 7000);
  EXPECT_FALSE(least(plant, {2, 1}).whole);
}

TEST(RouteLength, ALengthThatIsStatedCountsWholeDrawnOrNot) {
  plant::Plant plant;
  plant.racks = {rack(0, 0), rack(2000, 0)};
  plant.trays = {tray(0, 0, 20'000, 0)};
  plant.trays[0].length = Length{20'000};
  EXPECT_EQ(least(plant, {0}).millimetre, 20'000);
  EXPECT_EQ(least(plant, {0}, plant::kNone, plant::kNone).millimetre, 20'000);
  EXPECT_TRUE(least(plant, {0}, plant::kNone, plant::kNone).whole);
}

plant::Node piece(std::uint32_t rack, int unit, int height = 1) {
  plant::Node of;
  of.rack = rack;
  of.unit = unit;
  of.height = height;
  return of;
}

TEST(RouteLength, FromTheUnitWhereACableIsPlugged) {
  plant::Plant plant;
  plant.racks = {rack(0, 0), rack(10'000, 0, 40)};
  plant.nodes = {piece(0, 1), piece(0, 0), piece(1, 39, 2), piece(1, 47)};
  plant.trays = {tray(0, 0, 10'000, 0, 2500), tray(0, 0, 10'000, 0, 0), tray(0, 0, 10'000, 0, 300)};
  const auto along = [&](std::uint32_t tray, std::uint32_t a, std::uint32_t b) {
    plant::Laying laying;
    laying.trays = {tray};
    return route_length(plant, laying, {{0, a}, {1, b}}).millimetre - (10'000 - 2 * 600);
  };
  EXPECT_EQ(along(0, 0, 2), 2500 - 100 - 45 + 2500 - 100 - 1778);
  EXPECT_EQ(along(0, 1, plant::kNone), 2500 - 100 - 1778) << "a unit that nobody stated; the top of the rack that is stated";
  EXPECT_EQ(along(0, 1, 3), 2500 - 100 - 1778) << "a unit that the rack does not have";
  EXPECT_EQ(along(1, 0, 2), 0) << "nobody says how high the tray is";
  EXPECT_EQ(along(2, 0, 2), (300 - 100 - 45) + (1689 - 300)) << "down to a tray below";
}

// Two trays that meet end to end, one a metre above the other: up from the racks, up between the trays, and down.
TEST(RouteLength, ADropBetweenTwoTraysCounts) {
  plant::Plant plant;
  plant.racks = {rack(0, 0, 48), rack(6000, 0, 48)};
  plant.nodes = {piece(0, 48), piece(1, 48)};
  plant.trays = {tray(0, 500, 3000, 500, 2600), tray(3000, 500, 6000, 500, 3600)};
  plant::Laying laying;
  laying.trays = {0, 1};
  const Standing::Ends ends{{0, 0}, {1, 1}};
  const std::int64_t top = 100 + 2134;
  EXPECT_EQ(route_length(plant, laying, ends, {}).millimetre, 500 + 6000 + 500 + (2600 - top) + 1000 + (3600 - top));
  EXPECT_EQ(route_length(plant, laying, ends).millimetre, 6000 - 2 * 600 + (2600 - top) + 1000 + (3600 - top))
      << "with 0.6 m beside each rack along x, and along y";
}

TEST(RouteLength, TheGapOfARackIsToTheNearestOfATray) {
  const plant::Tray row = tray(0, 1000, 9000, 1000);
  EXPECT_EQ(gap_between_mm(rack(4000, 1000), row), 0);
  EXPECT_EQ(gap_between_mm(rack(-4000, -1000), row), 6000);
  EXPECT_EQ(gap_between_mm(rack(9000, 57'000), row), 56'000);
}

// Every millimetre of a short tray, every place of change: the shortest of all ways that keep to the route.
std::int64_t shortest(const plant::Plant& plant, const std::vector<std::uint32_t>& trays, std::size_t at, std::int64_t x,
                      std::int64_t y) {
  const plant::Rack& end = plant.racks[1];
  if (at == trays.size()) return std::abs(end.x.millimetre - x) + std::abs(end.y.millimetre - y);
  const plant::Tray& on = plant.trays[trays[at]];
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  const auto each = [](Length a, Length b, auto&& visit) {
    for (std::int64_t v = std::min(a, b).millimetre; v <= std::max(a, b).millimetre; v += 1000) visit(v);
  };
  each(on.from_x, on.to_x, [&](std::int64_t in_x) {
    each(on.from_y, on.to_y, [&](std::int64_t in_y) {
      best = std::min(best, std::abs(in_x - x) + std::abs(in_y - y) + shortest(plant, trays, at + 1, in_x, in_y));
    });
  });
  return best;
}

TEST(RouteLength, IsNoLongerThanTheShortestWay) {
  std::mt19937 random(7);
  const auto metres = [&random](int most) { return static_cast<std::int64_t>(random() % (most + 1)) * 1000; };
  for (int round = 0; round < 3000; ++round) {
    plant::Plant plant;
    plant.racks = {rack(metres(9), metres(9)), rack(metres(9), metres(9))};
    std::vector<std::uint32_t> trays;
    for (std::uint32_t i = 0; i < 1 + random() % 3; ++i) {
      const std::int64_t x = metres(9), y = metres(9), to = metres(9);
      plant.trays.push_back(random() % 2 != 0 ? tray(x, y, to, y) : tray(x, y, x, to));
      trays.push_back(i);
    }
    std::vector<std::uint32_t> turned(trays.rbegin(), trays.rend());
    const plant::Rack& a = plant.racks[0];
    const std::int64_t fits = std::min(shortest(plant, trays, 0, a.x.millimetre, a.y.millimetre),
                                       shortest(plant, turned, 0, a.x.millimetre, a.y.millimetre));
    ASSERT_LE(least(plant, trays).millimetre, fits) << "round " << round;
    ASSERT_GE(least(plant, trays).millimetre, fits - 4 * 600) << "round " << round;
  }
}

}  // namespace
}  // namespace ferrule::check
