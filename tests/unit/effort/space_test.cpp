#include <fmt/format.h>
#include <gtest/gtest.h>

#include "effort/bundles.h"
#include "effort/rack_space.h"
#include "effort/tray_loads.h"
#include "effort/tray_spans.h"
#include "laid_project.h"

namespace ferrule::effort {
namespace {

std::string spans_of(const LaidProject& project, std::vector<std::uint32_t> trays, std::uint32_t a, std::uint32_t b) {
  std::string out;
  for (const TraySpan& span : tray_spans(project.plant(), trays, a, b))
    out += std::to_string(span.from) + "-" + std::to_string(span.to) + " ";
  return out;
}

TEST(RackSpace, AUnitCountsOnceAndWhatStandsAnywhereByItsHeight) {
  const LaidProject project(
      "racks: {A: {units: 6}, B: {}}\n"
      "equipment: {a: {rack: A, u: 1, height: 3}, b: {rack: A, u: 3}, c: {rack: A, height: 2}, d: {height: 4}}\n"
      "panels: {P: {rack: B, part: p}}\n");
  const Space space = rack_space(project.plant());
  EXPECT_EQ(space.racks[0].used, 5);
  EXPECT_EQ(space.racks[0].by_equipment, 6);
  EXPECT_EQ(space.racks[0].free(), 1);
  EXPECT_FALSE(space.racks[0].over());
  EXPECT_EQ(space.racks[1].units, 0);
  EXPECT_EQ(space.racks[1].by_panels, 1);
  EXPECT_FALSE(space.racks[1].over());  // nobody says how high it is
  EXPECT_EQ(space.pieces_without_rack, 1);
  EXPECT_EQ(space.units_without_rack, 4);
}

TEST(RackSpace, WhatStandsAboveTheRackIsNamed) {
  const LaidProject project(
      "racks: {A: {units: 42}, B: {}, C: {units: 42}}\n"
      "equipment: {a: {rack: A, u: 42, height: 2}, b: {rack: A, u: 42}, c: {rack: A, u: 5, height: 2}, d: {rack: B, u: 60},\n"
      "  e: {rack: C, u: 41, height: 2}, f: {rack: C, height: 2}}\n");
  const Space space = rack_space(project.plant());
  EXPECT_TRUE(space.racks[0].stands_above());
  EXPECT_FALSE(space.racks[0].over());
  EXPECT_EQ(space.racks[0].top, 43);
  EXPECT_EQ(project.plant().nodes[space.racks[0].topmost].name, "a");
  EXPECT_FALSE(space.racks[1].stands_above()) << "nobody says how high it is";
  EXPECT_FALSE(space.racks[2].stands_above());
}

// x: 0..10 m at y = 1 m; y: at x = 8 m from y = 0 to 6 m; back: as x, drawn the other way
constexpr const char* kTrays =
    "trays: {x: {from: [0 m, 1 m], to: [10 m, 1 m], width: 100 mm, depth: 10 mm}, y: {from: [8 m, 0 m], to: [8 m, 6 m]}, back: "
    "{from: [10 "
    "m, 1 m], to: [0 m, 1 m]}, z: {width: 10 mm, depth: 10 mm, fill: 20 %}}\n"
    "racks: {A: {at: [2 m, 0 m]}, B: {at: [8 m, 5 m]}, C: {at: [5 m, 0 m]}, D: {}}\n";

TEST(TraySpans, ACableLiesBetweenItsRacksAndWhereTraysMeet) {
  const LaidProject project(kTrays);
  EXPECT_EQ(spans_of(project, {0}, 0, 2), "2000-5000 ");
  EXPECT_EQ(spans_of(project, {0, 1}, 0, 1), "2000-8000 1000-5000 ");
  EXPECT_EQ(spans_of(project, {0, 1}, 1, 0), "2000-8000 1000-5000 ") << "the ends turned round";
  EXPECT_EQ(spans_of(project, {1, 0}, 0, 1), "1000-5000 2000-8000 ") << "the route turned round";
  EXPECT_EQ(spans_of(project, {2}, 0, 2), "5000-8000 ") << "millimetres count from where the tray begins";
  EXPECT_EQ(spans_of(project, {0}, 0, 3), "0-10000 ") << "a rack without a place";
  EXPECT_EQ(spans_of(project, {0, 3}, 0, 1), "0-10000 0-0 ") << "a tray that is not drawn";
}

TEST(TrayLoads, CablesFromBothSidesOfARackAreNotSideBySide) {
  const LaidProject project(
      std::string(kTrays) +
      "equipment: {a: {rack: A, ports: {\"p[1-9]\": 10GBASE-SR}}, c: {rack: C, ports: {\"p[1-9]\": 10GBASE-SR}},\n"
      "  b: {rack: B, ports: {\"p[1-9]\": 10GBASE-SR}}}\n"
      "cables:\n"
      "  - {id: \"ac[1-3]\", part: c, a: \"a/p[1-3]\", b: \"c/p[1-3]\", route: [x]}\n"
      "  - {id: \"cb[1-4]\", part: c, a: \"c/p[4-7]\", b: \"b/p[4-7]\", route: [x, y]}\n"
      "  - {id: zz, part: c, a: a/p9, b: b/p9, route: z}\n");
  ASSERT_EQ(project.read.said(), "");
  const std::vector<TrayLoad> loads = tray_loads(project.plant(), project.measures(), project.laid, *project.sizes, std::nullopt);
  EXPECT_EQ(loads[0].cables, 7u);
  EXPECT_EQ(loads[0].side_by_side, 4u);
  EXPECT_EQ(loads[0].from_mm, 5'000);
  EXPECT_EQ(loads[0].to_mm, 8'000);
  EXPECT_EQ(loads[0].section_um2, 4 * 3'141'592);
  EXPECT_EQ(loads[0].grams_per_km, 4 * 8'000);
  EXPECT_EQ(loads[0].fill(), 126);  // 12.57 of 1,000 square millimetres
  EXPECT_FALSE(loads[0].over());
  EXPECT_TRUE(loads[0].limit_assumed);
  EXPECT_EQ(loads[1].side_by_side, 4u);
  EXPECT_FALSE(loads[1].fill());  // no width
  EXPECT_EQ(loads[2].cables, 0u);
  EXPECT_EQ(loads[3].side_by_side, 1u);
  EXPECT_EQ(loads[3].fill(), 314);
  EXPECT_FALSE(loads[3].over());
  EXPECT_FALSE(loads[3].limit_assumed);
}

// Out and back over one tray: each of both stretches counts, the cable once.
TEST(TrayLoads, ACableLiesInATrayAsOftenAsItGoesThere) {
  const LaidProject project(
      "trays:\n  x: {from: [0 m, 0 m], to: [0 m, 9 m], height: 2.6 m}\n"
      "  a: {from: [0 m, 2 m], to: [5 m, 2 m], height: 2.6 m}\n  b: {from: [0 m, 4 m], to: [5 m, 4 m], height: 2.6 m}\n"
      "racks: {A: {at: [0 m, 1 m]}, B: {at: [2 m, 4 m]}}\n"
      "equipment: {a: {rack: A, ports: {\"p[1-2]\": 10GBASE-SR}}, b: {rack: B, ports: {\"p[1-2]\": 10GBASE-SR}}}\n"
      "cables:\n"
      "  - {id: one, part: c, a: a/p1, b: b/p1, route: [x, a, x, b]}\n"
      "  - {id: two, part: c, a: a/p2, b: b/p2, route: [x, b]}\n");
  ASSERT_EQ(project.read.said(), "");
  const std::vector<TrayLoad> loads = tray_loads(project.plant(), project.measures(), project.laid, *project.sizes, std::nullopt);
  EXPECT_EQ(loads[0].cables, 2u);
  EXPECT_EQ(loads[0].side_by_side, 2u);
  EXPECT_EQ(loads[0].section_um2, 2 * 3'141'592);
  const LaidProject only_behind(
      "trays:\n  x: {from: [0 m, 0 m], to: [0 m, 9 m], height: 2.6 m}\n  a: {from: [0 m, 2 m], to: [5 m, 2 m], height: 2.6 m}\n"
      "racks: {A: {at: [0 m, 1 m]}, B: {at: [0 m, 6 m]}, C: {at: [0 m, 3 m]}}\n"
      "equipment: {a: {rack: A, ports: {p1: 10GBASE-SR}}, b: {rack: B, ports: {\"p[1-2]\": 10GBASE-SR}}, c: {rack: C, ports: "
      "{p1: "
      "10GBASE-SR}}}\n"
      "cables:\n"
      "  - {id: round, part: c, a: a/p1, b: b/p1, route: [x, a, x]}\n"
      "  - {id: behind, part: c, a: c/p1, b: b/p2, route: [x]}\n");
  ASSERT_EQ(only_behind.read.said(), "");
  const std::vector<TrayLoad> behind =
      tray_loads(only_behind.plant(), only_behind.measures(), only_behind.laid, *only_behind.sizes, std::nullopt);
  EXPECT_EQ(behind[0].cables, 2u);
  EXPECT_EQ(behind[0].side_by_side, 2u) << "beyond the tray that it left for";
  EXPECT_EQ(behind[0].from_mm, 3'000);
}

TEST(TrayLoads, ALimitHoldsForTraysThatStateNone) {
  const LaidProject project(std::string(kTrays) +
                            "equipment: {a: {rack: A, ports: {p1: 10GBASE-SR}}, c: {rack: C, ports: {p1: 10GBASE-SR}}}\n"
                            "cables: [{id: ac, part: c, a: a/p1, b: c/p1, route: [x, x]}]\n");
  const auto load = [&](std::int64_t limit) {
    return tray_loads(project.plant(), project.measures(), project.laid, *project.sizes, limit)[0];
  };
  EXPECT_EQ(load(31).cables, 1u);  // named twice, it lies there once
  EXPECT_EQ(load(31).fill(), 31);
  EXPECT_FALSE(load(31).over());
  EXPECT_TRUE(load(30).over());
}

// A tray of 100 square millimetres; cords of a stated 2 mm (3.14 square millimetres), and of 3 mm (7.07) by an estimate.
TEST(TrayLoads, ATrayBurstsWhereNoEstimateSavesIt) {
  const auto load = [](std::string_view part, int cables, std::string_view tray, std::string_view rack) {
    const LaidProject project(
        fmt::format("trays: {{x: {{{}width: 10 mm, depth: 10 mm}}}}\n"
                    "racks: {{A: {{at: [0 m, 0 m]}}, B: {{{}}}}}\n"
                    "equipment: {{a: {{rack: A, ports: {{\"p[1-200]\": {}}}}}, b: {{rack: B, ports: {{\"p[1-200]\": {}}}}}}}\n"
                    "cables: [{{id: \"c[1-{}]\", part: {}, a: \"a/p[1-{}]\", b: \"b/p[1-{}]\", route: x}}]\n",
                    tray, rack, part == "c" ? "10GBASE-SR" : "100GBASE-SR4", part == "c" ? "10GBASE-SR" : "100GBASE-SR4", cables,
                    part, cables, cables));
    EXPECT_EQ(project.read.said(), "");
    return tray_loads(project.plant(), project.measures(), project.laid, *project.sizes, std::nullopt)[0];
  };
  constexpr std::string_view kDrawn = "from: [0 m, 0 m], to: [30 m, 0 m], ", kPlaced = "at: [30 m, 0 m]";
  EXPECT_FALSE(load("c", 31, kDrawn, kPlaced).bursts());
  EXPECT_TRUE(load("c", 32, kDrawn, kPlaced).bursts());
  EXPECT_TRUE(load("c", 32, "", kPlaced).bursts()) << "not drawn: they lie side by side";
  EXPECT_FALSE(load("c", 32, kDrawn, "").bursts()) << "nobody says where along the tray they lie";
  EXPECT_EQ(load("m", 32, kDrawn, kPlaced).fill(), 22'619);
  EXPECT_FALSE(load("m", 32, kDrawn, kPlaced).bursts()) << "3 mm by an estimate: they may be thinner";
  EXPECT_TRUE(load("m", 57, kDrawn, kPlaced).bursts()) << "nor at half the thickness";
}

TEST(Bundles, CablesBetweenTheSameRacksAreSharedOutEvenly) {
  const LaidProject project(
      "racks: {A: {}, B: {}}\n"
      "equipment: {a: {rack: A, ports: {\"p[1-30]\": 10GBASE-SR}}, b: {rack: B, phase: P2, ports: {\"p[1-30]\": 10GBASE-SR}}, n: "
      "{ports: "
      "{p: 10GBASE-SR}}}\n"
      "cables:\n"
      "  - {id: \"c[1-10]\", part: c, length: 3 m, a: \"a/p[1-10]\", b: \"b/p[1-10]\"}\n"
      "  - {id: back, part: c, length: 5 m, a: b/p11, b: a/p11}\n"
      "  - {id: own, part: c, a: a/p12, b: a/p13}\n"
      "  - {id: lost, part: c, a: a/p14, b: n/p}\n");
  const BundlePlan plan = bundle_plan(project.plant(), project.laid, 4);
  EXPECT_EQ(plan.loose, 1u);
  ASSERT_EQ(plan.bundles.size(), 4u);
  EXPECT_EQ(plan.bundles[0].name, "B-A-B-1");
  EXPECT_EQ(plan.bundles[2].name, "B-A-B-3");
  EXPECT_EQ(plan.bundles[0].cables.size(), 3u);
  EXPECT_EQ(plan.bundles[1].cables.size(), 4u);
  EXPECT_EQ(plan.bundles[2].cables.size(), 4u);
  EXPECT_EQ(plan.bundles[2].shortest_mm, 3'000u);
  EXPECT_EQ(plan.bundles[2].longest_mm, 5'000u);
  EXPECT_EQ(plan.bundles[2].phase, 1u);
  EXPECT_EQ(plan.bundles[3].name, "B-A-1");
  EXPECT_EQ(plan.bundles[3].without_length, 1u);
}

}  // namespace
}  // namespace ferrule::effort
