#include "effort/laid_cables.h"

#include <gtest/gtest.h>

#include "effort/counts.h"
#include "effort/duplex.h"
#include "laid_project.h"

namespace ferrule::effort {
namespace {

// [a/p1] ==m1== P1/1 ==t1== P2/1 ==m2== [b/p1], 40GBASE-SR4: eight of twelve fibres are lit
constexpr const char* kPanelled =
    "racks: {A: {phase: P1, units: 10}, B: {phase: P2}}\n"
    "equipment: {a: {rack: A, u: 1, height: 2, ports: {p1: 40GBASE-SR4}}, b: {rack: B, ports: {p1: 40GBASE-SR4}}}\n"
    "panels: {P1: {rack: A, u: 9, part: p}, P2: {rack: B, part: p}}\n"
    "cables:\n"
    "  - {id: m1, part: m, length: 2 m, a: a/p1, b: P1/1/front}\n"
    "  - {id: t1, part: t, length: 10 m, a: P1/1/rear, b: P2/1/rear}\n"
    "  - {id: t2, part: t, length: 10 m, a: P1/2/rear, b: P2/2/rear}\n"
    "  - {id: m2, part: m, a: P2/1/front, b: b/p1}\n"
    "links: [{id: L, a: a/p1, b: b/p1}]\n";

TEST(LaidCables, LightIsCountedCableByCable) {
  const LaidProject project(kPanelled);
  ASSERT_EQ(project.read.said(), "");
  for (const char* name : {"m1", "t1", "m2"}) {
    EXPECT_EQ(project.cable(name).lit, 8u) << name;
    EXPECT_EQ(project.cable(name).pairs, 4u) << name;
  }
  EXPECT_EQ(project.cable("t2").lit, 0u);
  EXPECT_EQ(project.laid.pair_joints, 8u);  // four pairs, two panels
}

TEST(LaidCables, ALinkIsOfTheLastPhaseOnItsWay) {
  EXPECT_EQ(LaidProject(kPanelled).laid.link_phase, std::vector<std::uint32_t>{1});
}

TEST(LaidCables, RacksOfBothEndsAreKnownAndSharedAsSets) {
  const LaidProject project(kPanelled);
  EXPECT_EQ(project.laid.sets.racks(project.cable("t1").racks_a), std::vector<std::uint32_t>{0});
  EXPECT_EQ(project.laid.sets.racks(project.cable("t1").racks_b), std::vector<std::uint32_t>{1});
  EXPECT_EQ(project.cable("t1").racks_a, project.cable("m1").racks_b);
  EXPECT_FALSE(project.cable("t1").loose);
}

TEST(LaidCables, TheLegsOfABreakoutAreCountedWhereTheirLightGoes) {
  const LaidProject project(
      "  s: {kind: breakout, fibre: OM4, wiring: port, head: {connector: MPO-12, gender: unpinned, polish: PC}, leg: {connector: "
      "LC-duplex, count: 4}}\n"
      "equipment: {a: {ports: {p1: 40GBASE-SR4}}, b: {ports: {\"p[1-4]\": 10GBASE-SR}}}\n"
      "cables: [{id: s1, part: s, length: 2 m, head: a/p1, legs: \"b/p[1-4]\"}]\n"
      "links: [{id: \"L[1-2]\", a: \"a/p1:[1-2]\", b: \"b/p[1-2]\"}]\n");
  ASSERT_EQ(project.read.said(), "");
  EXPECT_EQ(project.cable("s1").lit, 4u);
  EXPECT_EQ(project.cable("s1").pairs, 2u);
  EXPECT_TRUE(project.cable("s1").loose);  // nobody says where they stand
}

TEST(Counts, PlugsFerrulesSocketsAndFibres) {
  const LaidProject project(kPanelled);
  const Counts counts = count(project.plant(), project.laid);
  ASSERT_EQ(counts.connectors.size(), 1u);
  EXPECT_EQ(counts.connectors[0].plugs, 8u);
  EXPECT_EQ(counts.connectors[0].ferrules, 8u);
  EXPECT_EQ(counts.connectors[0].adapters, 16u);
  EXPECT_EQ(counts.connectors[0].ports, 2u);
  EXPECT_EQ(counts.fibres, 48u);
  EXPECT_EQ(counts.lit, 24u);
  EXPECT_EQ(counts.used_cables, 3u);
  EXPECT_EQ(counts.without_length, 1u);
  EXPECT_EQ(counts.length_mm, 22'000);
  EXPECT_EQ(counts.panel_ports, 16u);
  EXPECT_EQ(counts.panel_fibres, 192u);
}

TEST(Counts, ADuplexPlugHasTwoFerrulesAndAnArrayOne) {
  spec::Face face;
  for (auto [rows, columns, ferrules] : {std::tuple(1, 1, 1), std::tuple(1, 2, 2), std::tuple(1, 12, 1), std::tuple(2, 12, 1)}) {
    face.rows = rows;
    face.columns = columns;
    EXPECT_EQ(ferrules_of(face), ferrules) << rows << "x" << columns;
  }
}

TEST(Duplex, TheSameLinksTakeACordForEachPairOnEveryCable) {
  const LaidProject project(kPanelled);
  const Duplex duplex = as_duplex(project.laid, *project.sizes, lang::test_facts());
  EXPECT_EQ(duplex.cords, 12u);
  EXPECT_EQ(duplex.plugs, 24u);
  EXPECT_EQ(duplex.panel_ports, 8u);
  EXPECT_EQ(duplex.panel_units, 1u);
  EXPECT_EQ(duplex.length_mm, 4 * 12'000);
  EXPECT_EQ(duplex.weight.unknown, 4u);  // m2 says no length
  EXPECT_EQ(duplex.plant_weight.unknown, 1u);
}

TEST(Duplex, APlantOfDuplexLinksIsAsItIs) {
  const LaidProject project(
      "equipment: {a: {ports: {\"p[1-3]\": 10GBASE-SR}}, b: {ports: {\"p[1-3]\": 10GBASE-SR}}}\n"
      "cables: [{id: \"c[1-3]\", part: c, length: 2 m, a: \"a/p[1-3]\", b: \"b/p[1-3]\"}]\n"
      "links: [{id: \"L[1-3]\", a: \"a/p[1-3]\", b: \"b/p[1-3]\"}]\n");
  const Duplex duplex = as_duplex(project.laid, *project.sizes, lang::test_facts());
  EXPECT_EQ(duplex.cords, 3u);
  EXPECT_EQ(duplex.panel_ports, 0u);
  EXPECT_EQ(duplex.plant_weight.grams, 48);
}

TEST(CableSizes, WhatAPartStatesGoesBeforeAnEstimate) {
  const LaidProject project(
      "  h: {kind: trunk, fibre: OM4, polarity: B, diameter: 7 mm, ends: {connector: MPO-12, gender: pinned, polish: PC}}\n"
      "cables: [{id: c1, part: c}, {id: h1, part: h}, {id: m1, part: m}]\n");
  const auto size = [&](const char* name) { return project.sizes->of(project.cable(name).type); };
  EXPECT_EQ(size("c1").diameter_um, 2'000);
  EXPECT_FALSE(size("c1").diameter_estimated || size("c1").weight_estimated);
  EXPECT_EQ(size("h1").diameter_um, 7'000);
  EXPECT_TRUE(!size("h1").diameter_estimated && size("h1").weight_estimated);
  EXPECT_TRUE(size("m1").diameter_estimated && size("m1").diameter_um);
  EXPECT_EQ(size("c1").section_um2(), 3'141'592);
}

}  // namespace
}  // namespace ferrule::effort
