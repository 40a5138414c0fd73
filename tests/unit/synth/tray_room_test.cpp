// What lies in a tray, stretch by stretch.
#include "synth/tray_room.h"

#include <gtest/gtest.h>

namespace ferrule::synth {
namespace {

TEST(TrayRoom, CablesOneBehindTheOtherDoNotAddUp) {
  TrayRoom room({100});
  room.add({0, 0, 5'000}, 80);
  room.add({0, 5'000, 9'000}, 80);
  EXPECT_FALSE(room.fullest_over(0));
  EXPECT_TRUE(room.holds({0, 2'000, 7'000}, 20));
  EXPECT_FALSE(room.holds({0, 2'000, 7'000}, 21));
  EXPECT_TRUE(room.holds({0, 9'000, 9'999}, 100)) << "behind the end of both";
  EXPECT_TRUE(room.holds({0, 9'000, 9'000}, 20));
  EXPECT_FALSE(room.holds({0, 9'000, 9'000}, 21)) << "what crosses where one ends lies beside it";
}

TEST(TrayRoom, TheFullestStretchIsFound) {
  TrayRoom room({100});
  room.add({0, 0, 6'000}, 60);
  room.add({0, 4'000, 9'000}, 60);
  room.add({0, 5'000, 9'000}, 10);
  const auto over = room.fullest_over(0);
  ASSERT_TRUE(over);
  EXPECT_EQ(over->from, 5'000);
  EXPECT_EQ(over->to, 6'000);
  room.add({0, 4'000, 9'000}, -60);
  EXPECT_FALSE(room.fullest_over(0));
}

TEST(TrayRoom, WhatOnlyCrossesLiesThereToo) {
  TrayRoom room({100});
  room.add({0, 3'000, 3'000}, 101);
  ASSERT_TRUE(room.fullest_over(0));
  EXPECT_TRUE(room.fullest_over(0)->meets({0, 3'000, 3'000}));
  EXPECT_FALSE(room.fullest_over(0)->meets({0, 3'001, 9'000}));
}

TEST(TrayRoom, WithoutALimitEverythingFits) {
  TrayRoom room({std::nullopt});
  room.add({0, 0, 10}, 1'000'000'000);
  EXPECT_TRUE(room.holds({0, 0, 10}, 1'000'000'000));
  EXPECT_FALSE(room.fullest_over(0));
}

TEST(TrayNetAround, ATrayThatMayNotBeUsedIsLeftOut) {
  // The short bridge and the long one between two rows.
  const std::vector<TrayRun> trays{{"a", {0, 0}, {9'000, 0}, 2'500, {}},
                                   {"b", {0, 4'000}, {9'000, 4'000}, 2'500, {}},
                                   {"near", {1'000, 0}, {1'000, 4'000}, 2'500, {}},
                                   {"far", {8'000, 0}, {8'000, 4'000}, 2'500, {}}};
  const TrayNet net(trays);
  const std::vector<TrayEnd> from{{0, {2'000, 0}, 100}}, to{{1, {2'000, 4'000}, 10}};
  const TrayPath direct = net.path(from, to, {});
  EXPECT_EQ(direct.along, 1'000 + 4'000 + 1'000 + 110);
  EXPECT_EQ(direct.trays, (std::vector<std::uint32_t>{0, 2, 1}));
  EXPECT_EQ(direct.turns, (std::vector<Point>{{2'000, 0}, {1'000, 0}, {1'000, 4'000}, {2'000, 4'000}}));
  const TrayPath around = net.path(from, to, [](std::uint32_t tray, Point, Point) { return tray != 2; });
  EXPECT_EQ(around.along, 6'000 + 4'000 + 6'000 + 110);
  EXPECT_EQ(around.trays, (std::vector<std::uint32_t>{0, 3, 1}));
  EXPECT_LT(net.path(from, to, [](std::uint32_t tray, Point, Point) { return tray < 2; }).along, 0);
}

}  // namespace
}  // namespace ferrule::synth
