// What comes down into racks: which drop a cable takes, how often, and when one is too full.
#include "effort/drop_loads.h"

#include <gtest/gtest.h>

#include "laid_project.h"

namespace ferrule::effort {
namespace {

// Two trays behind one another that meet: A is at the far end of `x`, B at that of `y`, C and D between.
const std::string kDevices =
    "equipment: {a: {rack: A, ports: {\"p[1-99]\": 10GBASE-SR}}, b: {rack: B, ports: {\"p[1-99]\": 10GBASE-SR}}, c: {rack: C, "
    "ports: {\"p[1-99]\": 10GBASE-SR}}, d: {rack: D, ports: {\"p[1-99]\": 10GBASE-SR}}}\n";
const std::string kHall =
    "trays: {x: {from: [0 m, 0 m], to: [10 m, 0 m]}, y: {from: [10 m, 0 m], to: [20 m, 0 m]}, loose: {length: 5 m}}\n"
    "racks: {A: {at: [0 m, 1 m], drop: {width: 10 mm, depth: 10 mm}}, B: {at: [20 m, 1 m], drop: {width: 20 mm, depth: 10 mm, "
    "fill: 10 %}}, C: {at: [5 m, 1 m]}, D: {at: [15 m, 1 m]}}\n" +
    kDevices;
constexpr std::int64_t kCord = 3'141'592;  // of 2 mm

std::vector<DropLoad> drops_of(const LaidProject& project) {
  return drop_loads(project.plant(), project.measures(), project.laid, *project.sizes, std::nullopt);
}

std::string told(const LaidProject& project) {
  std::string out;
  for (const DropLoad& drop : drops_of(project))
    out += project.plant().racks[drop.rack].name + " " +
           (drop.tray == plant::kNone ? "-" : project.plant().trays[drop.tray].name) + " " + std::to_string(drop.cables) + "\n";
  return out;
}

TEST(DropLoads, ACableComesDownFromTheTrayAboveItsRack) {
  const LaidProject project(kHall +
                            "cables:\n"
                            "  - {id: \"ab[1-3]\", part: c, a: \"a/p[1-3]\", b: \"b/p[1-3]\", route: [x, y]}\n"
                            "  - {id: turned, part: c, a: a/p4, b: b/p4, route: [y, x]}\n"
                            "  - {id: ends-turned, part: c, a: b/p5, b: a/p5, route: [x, y]}\n"
                            "  - {id: \"cd[1-2]\", part: c, a: \"c/p[1-2]\", b: \"d/p[1-2]\", route: [x, y]}\n");
  ASSERT_EQ(project.read.said(), "");
  EXPECT_EQ(told(project), "A x 5\nB y 5\nC x 2\nD y 2\n");
}

TEST(DropLoads, TraysThatMeetAboveARackHaveOneDrop) {
  const LaidProject project(
      "trays: {x: {from: [0 m, 0 m], to: [10 m, 0 m]}, y: {from: [10 m, 0 m], to: [10 m, 9 m]}}\n"
      "racks: {A: {at: [0 m, 1 m]}, B: {at: [11 m, 0 m]}, C: {at: [11 m, 5 m]}, D: {}}\n" +
      kDevices +
      "cables:\n"
      "  - {id: ab, part: c, a: a/p1, b: b/p1, route: x}\n"
      "  - {id: cb, part: c, a: c/p1, b: b/p2, route: y}\n"
      "  - {id: ac, part: c, a: a/p2, b: c/p2, route: [x, y]}\n");
  ASSERT_EQ(project.read.said(), "");
  EXPECT_EQ(told(project), "A x 2\nB x 2\nC y 2\n");
}

TEST(DropLoads, WithoutARouteItComesDownAllTheSameAndWithinARackNothingDoes) {
  const LaidProject project(kHall +
                            "cables:\n"
                            "  - {id: ab, part: c, a: a/p1, b: b/p1}\n"
                            "  - {id: aa, part: c, a: a/p2, b: a/p3}\n"
                            "  - {id: up-and-down, part: c, a: a/p4, b: a/p5, route: x}\n");
  ASSERT_EQ(project.read.said(), "");
  EXPECT_EQ(told(project), "A x 2\nA - 1\nB - 1\n");
}

TEST(DropLoads, SectionsAreHeldAgainstThatOfTheDrop) {
  const LaidProject project(kHall + "cables: [{id: \"ab[1-20]\", part: c, a: \"a/p[1-20]\", b: \"b/p[1-20]\", route: [x, y]}]\n");
  const std::vector<DropLoad> drops = drops_of(project);
  ASSERT_EQ(drops.size(), 2u);
  EXPECT_EQ(drops[0].section_um2, 20 * kCord);
  EXPECT_EQ(drops[0].own_um2, 100'000'000);
  EXPECT_EQ(drops[0].fill(), 6'283);
  EXPECT_TRUE(drops[0].over());
  EXPECT_FALSE(drops[0].over_for_certain()) << "40 % is a rule of thumb";
  EXPECT_EQ(drops[1].fill(), 3'142);
  EXPECT_TRUE(drops[1].over_for_certain()) << "10 % is stated, and so is the thickness";
  EXPECT_FALSE(drops[1].bursts());
  EXPECT_EQ(drops[1].most_um2(), 20'000'000);
  EXPECT_EQ(spell(drops[1], project.plant()), "the drop from tray y into rack B");
}

// Nobody says at which end of the route which rack is: the drop may have none of them.
TEST(DropLoads, WhatIsNotDrawnIsNeverTooMuchForCertain) {
  const LaidProject project(
      "trays: {x: {length: 5 m}, y: {length: 5 m}}\n"
      "racks: {A: {drop: {width: 10 mm, depth: 10 mm}}, B: {}, C: {}, D: {}}\n" +
      kDevices +
      "cables:\n"
      "  - {id: \"one[1-40]\", part: c, a: \"a/p[1-40]\", b: \"b/p[1-40]\", route: [x, y]}\n"
      "  - {id: \"two[1-40]\", part: c, a: \"a/p[41-80]\", b: \"b/p[41-80]\", route: [y]}\n");
  ASSERT_EQ(project.read.said(), "");
  const std::vector<DropLoad> drops = drops_of(project);
  ASSERT_EQ(drops.size(), 3u);
  EXPECT_EQ(told(project), "A x 40\nA y 40\nB y 80\n");
  EXPECT_GT(*drops[0].fill(), 12'000);
  EXPECT_FALSE(drops[0].bursts()) << "the route may be written from B";
  EXPECT_TRUE(drops[1].bursts()) << "of one tray, whichever end it is";
}

TEST(DropLoads, AHarnessCountsWholeWhereverOneOfItsTailsEnds) {
  const LaidProject project(
      "  h: {kind: breakout, fibre: OM4, wiring: port, head: {connector: MPO-12, gender: unpinned, polish: PC}, leg: {connector: "
      "LC-duplex, count: 4}, diameter: 4 mm}\n"
      "trays: {x: {from: [0 m, 0 m], to: [10 m, 0 m]}}\n"
      "racks: {A: {at: [0 m, 0 m]}, B: {at: [5 m, 0 m], drop: {width: 3 mm, depth: 3 mm}}, C: {at: [6 m, 0 m]}}\n"
      "equipment: {a: {rack: A, ports: {p1: 40GBASE-SR4}}, b: {rack: B, ports: {\"p[1-2]\": 10GBASE-SR}},\n"
      "  c: {rack: C, ports: {\"p[1-2]\": 10GBASE-SR}}}\n"
      "cables: [{id: h1, part: h, a: a/p1, legs: [b/p1, b/p2, c/p1, c/p2], route: x}]\n");
  ASSERT_EQ(project.read.said(), "");
  const std::vector<DropLoad> drops = drops_of(project);
  ASSERT_EQ(drops.size(), 3u);
  EXPECT_EQ(told(project), "A x 1\nB x 1\nC x 1\n");
  EXPECT_FALSE(drops[1].bursts()) << "of 9 square millimetres the cable takes 12.6, but its tails are thinner";
  EXPECT_TRUE(drops[1].over());
}

}  // namespace
}  // namespace ferrule::effort
