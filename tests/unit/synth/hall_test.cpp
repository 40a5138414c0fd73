#include "synth/hall.h"

#include <tuple>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::synth {
namespace {

HallRack rack(std::string name, std::int64_t x, std::int64_t y) {
  HallRack out;
  out.name = std::move(name);
  out.placed = true;
  out.at = {x, y};
  out.units = 42;
  return out;
}

TrayRun tray(std::string name, Point from, Point to, std::int64_t height = 2500) {
  return {std::move(name), from, to, height, {}};
}

std::int64_t height_of(int unit) { return plant::kPlinth + unit * plant::kRackUnitUm / 1000; }

TEST(Hall, UpAlongAndDown) {
  Hall hall;
  hall.racks = {rack("a", 0, 0), rack("b", 6000, 0)};
  hall.trays = {tray("row", {0, 600}, {6000, 600})};
  hall.index();
  const Way way = hall.way({0, 40, 1}, {1, 10, 1});
  EXPECT_TRUE(way.known);
  EXPECT_THAT(way.trays, testing::ElementsAre(0u));
  EXPECT_EQ(way.length.millimetre, (2500 - height_of(40)) + 600 + 6000 + 600 + (2500 - height_of(10)));
}

// A ladder: two rows between two mains. The shorter way round depends on where along the row a rack stands.
TEST(Hall, TakesTheShorterWayRound) {
  Hall hall;
  hall.racks = {rack("left1", 1000, 0), rack("right1", 9000, 0), rack("left2", 1000, 5000), rack("right2", 9000, 5000)};
  hall.trays = {tray("row1", {0, 0}, {10000, 0}), tray("row2", {0, 5000}, {10000, 5000}), tray("west", {0, 0}, {0, 5000}),
                tray("east", {10000, 0}, {10000, 5000})};
  hall.index();
  const std::int64_t drops = 2 * (2500 - height_of(1));
  EXPECT_EQ(hall.way({0, 1, 1}, {2, 1, 1}).length.millimetre, drops + 1000 + 5000 + 1000);
  EXPECT_THAT(hall.way({0, 1, 1}, {2, 1, 1}).trays, testing::ElementsAre(0u, 2u, 1u));
  EXPECT_THAT(hall.way({1, 1, 1}, {3, 1, 1}).trays, testing::ElementsAre(0u, 3u, 1u));
  EXPECT_EQ(hall.way({1, 1, 1}, {3, 1, 1}).length.millimetre, drops + 1000 + 5000 + 1000);
  EXPECT_EQ(hall.way({0, 1, 1}, {3, 1, 1}).length.millimetre, drops + 15000);  // as far both ways round
  EXPECT_EQ(hall.way({3, 1, 1}, {0, 1, 1}).length, hall.way({0, 1, 1}, {3, 1, 1}).length);
  EXPECT_THAT(hall.way({3, 1, 1}, {0, 1, 1}).trays, testing::ElementsAre(1u, testing::AnyOf(2u, 3u), 0u));
}

TEST(Hall, TraysThatDoNotMeetGiveNoWay) {
  Hall hall;
  hall.racks = {rack("a", 0, 0), rack("b", 0, 9000)};
  hall.trays = {tray("one", {0, 0}, {5000, 0}), tray("two", {0, 9000}, {5000, 9000})};
  hall.index();
  EXPECT_FALSE(hall.way({0, 1, 1}, {1, 1, 1}).known);
}

TEST(Hall, TellsTheGapsThatAreLeastInSum) {
  Hall hall;
  hall.racks = {rack("a", 0, 0), rack("b", 0, 9000), rack("c", 0, 9000)};
  hall.racks[2].hall = "elsewhere";
  hall.trays = {tray("one", {0, 0}, {5000, 0}), tray("two", {0, 9000}, {5000, 9000}), tray("main", {3000, 200}, {3000, 8700}),
                tray("side", {-4000, 0}, {-4000, 9000})};
  for (TrayRun& of : hall.trays) of.hall = "here";
  for (HallRack& of : hall.racks) of.hall = of.hall.empty() ? "here" : of.hall;
  hall.index();
  const auto gaps = hall.gaps(0, 1, Side::kAny);
  ASSERT_EQ(gaps.size(), 2u);
  EXPECT_EQ(std::tuple(gaps[0].from, gaps[0].to, gaps[0].apart), std::tuple(0u, 2u, 200));
  EXPECT_EQ(std::tuple(gaps[1].from, gaps[1].to, gaps[1].apart), std::tuple(2u, 1u, 300));
  EXPECT_TRUE(hall.gaps(0, 2, Side::kAny).empty());
  EXPECT_FALSE(hall.reaches_a_tray(2, Side::kAny));
}

TEST(Hall, WithoutTraysAcrossTheFloorPlan) {
  Hall hall;
  hall.racks = {rack("a", 0, 0), rack("b", 3000, 4000)};
  hall.index();
  hall.overhead = Length{3000};
  EXPECT_EQ(hall.way({0, 1, 1}, {1, 1, 1}).length.millimetre, 2 * (3000 - height_of(1)) + 7000);
}

TEST(Hall, UnitsAreTakenOnce) {
  Hall hall;
  hall.racks = {rack("a", 0, 0)};
  hall.racks[0].units = 6;
  hall.index();
  EXPECT_TRUE(hall.take_at(0, 3, 2));
  EXPECT_EQ(hall.take_up(0, 2), 1);
  EXPECT_EQ(hall.take_up(0, 2), 5);
  EXPECT_EQ(hall.take_up(0, 1), std::nullopt);
  EXPECT_EQ(hall.free_units(0), 0);
  EXPECT_FALSE(hall.take_at(0, 6, 2));
}

// Trays above, below and between: no two units of the racks are nearer to each other.
TEST(Hall, TheShortestWayIsThatOfTheNearestUnits) {
  for (const std::int64_t height : {2500, 0, 1200}) {
    Hall hall;
    hall.racks = {rack("a", 0, 0), rack("b", 6000, 0)};
    hall.racks[1].units = 20;
    hall.trays = {tray("row", {0, 600}, {6000, 600}, height)};
    hall.index();
    std::int64_t least = hall.way({0, 1, 1}, {1, 1, 1}).length.millimetre;
    for (int a = 1; a <= 42; ++a)
      for (int b = 1; b <= 20; ++b) least = std::min(least, hall.way({0, a, 1}, {1, b, 1}).length.millimetre);
    EXPECT_EQ(hall.shortest_way(0, 1).length.millimetre, least) << height;
    EXPECT_EQ(hall.shortest_way(1, 0).length.millimetre, least) << height;
  }
}

}  // namespace
}  // namespace ferrule::synth
