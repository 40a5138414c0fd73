// Designs in phases: the plan of a phase is the beginning of the next, earlier trunks are used up first, and every phase is proven.
#include <algorithm>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

// Two network racks and one of spine switches; the second unit's leaf switches stand where those of the first do.
constexpr const char* kThreePhases = R"(ferrule: 1
project: phased
phases: [first, second, third]
fabric:
  groups: {su: 3}
  tiers:
    leaf:  {per: su, count: 2, ports: {"up[1-4]": 400GBASE-DR4}, racks: [N1, N2], per_rack: 4}
    spine: {count: 4, ports: {"port[1-6]": 400GBASE-DR4}, racks: S1}
  links: [{from: leaf, to: spine}]
  growth:
    second: {su: 2}
    first: {su: 1, spine: 2}
cabling: {all: {as: structured, trunks: [2, 4, 8], panel_ports: 16@WISH@}}
racks:
  "N[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m]}
  S1: {at: [3 m, 0 m]}
)";

std::string three_phases(const std::string& wish = {}) {
  std::string text = kThreePhases;
  return text.replace(text.find("@WISH@"), 6, wish);
}

DesignReport designed_until(const std::string& text, const std::string& until) {
  return design(load_texts({{"plant.yaml", text}}, {}), {}, {.until = until});
}

std::size_t trunk_count(const DesignReport& report) {
  std::size_t trunks = 0;
  for (const synth::PlanCable& cable : report.plan.cables) trunks += cable.trunk;
  return trunks;
}

// The rows of phases up to `until`.
std::vector<std::string> rows_until(const std::string& table, const std::vector<std::string>& phases) {
  std::vector<std::string> out;
  for (const std::string_view line : split(table, '\n'))
    if (std::any_of(phases.begin(), phases.end(), [&](const std::string& phase) { return line.ends_with("," + phase); }))
      out.emplace_back(line);
  return out;
}

TEST(DesignPhases, ThePlanOfAPhaseIsTheBeginningOfTheNext) {
  for (const char* wish : {"", ", growth: 50", ", growth: planned", ", spare: 25"}) {
    const std::string text = three_phases(wish);
    const DesignReport whole = designed_until(text, {});
    ASSERT_EQ(whole.exit, Exit::kClean) << wish;
    std::vector<std::string> phases;
    for (const char* phase : {"first", "second", "third"}) {
      phases.emplace_back(phase);
      const DesignReport until = designed_until(text, phase);
      ASSERT_EQ(until.exit, Exit::kClean) << phase;
      for (const char* table : {"cables.csv", "equipment.csv", "panels.csv"}) {
        const std::vector<std::string> rows = rows_until(until.files.at(table), phases);
        EXPECT_GT(rows.size(), 0u);
        EXPECT_EQ(rows, rows_until(whole.files.at(table), phases)) << phase << ' ' << table << wish;
        EXPECT_EQ(rows.size() + 1,
                  static_cast<std::size_t>(std::count(until.files.at(table).begin(), until.files.at(table).end(), '\n')));
      }
    }
    EXPECT_EQ(designed_until(text, "third").files, whole.files) << wish;
  }
}

TEST(DesignPhases, DarkLegsOfEarlierTrunksAreUsedFirst) {
  const DesignReport report = designed_until(three_phases(", growth: 100"), {});
  ASSERT_EQ(report.exit, Exit::kClean);
  ASSERT_EQ(report.phases.size(), 3u);
  EXPECT_EQ(report.phases[0].trunks, 1u);  // four links, eight legs
  EXPECT_EQ(report.phases[0].links, 4u);
  EXPECT_EQ(report.phases[1].links, 4u);
  EXPECT_EQ(report.phases[1].trunks, 0u);
  EXPECT_EQ(report.phases[1].panels, 0u);
  EXPECT_EQ(report.phases[1].links_over_old_trunks, 4u);
  EXPECT_EQ(report.phases[1].old_trunks, 1u);
  EXPECT_EQ(report.phases[2].links, 16u);
  for (const PhaseReport& phase : report.phases) EXPECT_EQ(phase.proven, phase.standing);
  EXPECT_EQ(report.phases[1].standing, 8u);
}

TEST(DesignPhases, WithoutLegsLaidAheadEachPhaseBuysItsOwn) {
  const DesignReport report = designed_until(three_phases(), {});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.phases[0].trunks, 1u);
  EXPECT_EQ(report.phases[1].trunks, 1u);
  EXPECT_EQ(report.phases[1].links_over_old_trunks, 0u);
  EXPECT_EQ(report.phases[1].panels, 0u);  // ports of the first phase's panels are free
}

// Eight links of the first two units stay in their racks' trunks, eight more come to them with the last spine switches.
TEST(DesignPhases, WhatIsPlannedIsLaidAtOnce) {
  const DesignReport report = designed_until(three_phases(", growth: planned"), {});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.phases[0].trunks, 2u);  // sixteen legs from N1
  EXPECT_EQ(report.phases[1].trunks, 0u);
  EXPECT_EQ(report.phases[2].links_over_old_trunks, 8u);
  EXPECT_EQ(report.phases[2].trunks, 1u);  // of the third unit, in another rack
}

TEST(DesignPhases, SpareLegsAreNotUsedUp) {
  const DesignReport report = designed_until(three_phases(", spare: 100"), {});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.phases[1].links_over_old_trunks, 0u);
  EXPECT_GE(trunk_count(report), 4u);
}

// Links of a plan that stops at a phase are counted from zero again; what stands is matched with those of the whole.
TEST(DesignPhases, WhatLinksOfEarlierPhasesRunOverIsNeeded) {
  for (const char* wish : {"", ", growth: planned"}) {
    const std::string text = three_phases(wish);
    const DesignReport first = designed_until(text, "first");
    ASSERT_EQ(first.exit, Exit::kClean) << wish;
    for (const char* until : {"first", "second", ""}) {
      const DesignReport over =
          design(load_texts({{"plant.yaml", text}}, {}), {}, {.until = until, .standing = "plant.yaml", .texts = &first.files});
      ASSERT_EQ(over.exit, Exit::kClean) << wish << until;
      const StandingReport& report = over.standing->report;
      EXPECT_EQ(report.links_kept, first.net.links.size());
      EXPECT_THAT(report.cables_left, testing::IsEmpty()) << wish << until;
      EXPECT_THAT(report.devices_left, testing::IsEmpty());
      EXPECT_THAT(report.links_left, testing::IsEmpty());
    }
  }
}

TEST(DesignPhases, EveryAssetCarriesItsPhaseForTheBill) {
  const DesignReport report = designed_until(three_phases(", growth: 100"), {});
  ASSERT_NE(report.check.loaded, nullptr);
  const plant::Plant& plant = report.check.loaded->plant;
  EXPECT_EQ(plant.phases.size(), 3u);
  for (const plant::Node& node : plant.nodes) EXPECT_NE(node.phase, plant::kNone) << node.name;
  EXPECT_EQ(plant.cable_phase.size(), report.plan.cables.size());
}

TEST(DesignPhases, CassettesOfALaterPhaseHaveTheirOwnPanel) {
  const DesignReport report = designed_until(R"(ferrule: 1
phases: [P1, P2]
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-4]": 10GBASE-SR}, racks: A1}
    spine: {count: 1, ports: {"port[01-16]": 10GBASE-SR}, racks: B1}
  links: [{from: leaf, to: spine}]
  growth: {P1: {leaf: 2}}
cabling: {all: {as: structured, trunks: [1], panel_ports: 4}}
racks:
  A1: {at: [0 m, 0 m]}
  B1: {at: [12 m, 0 m]}
)",
                                             {});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.phases[1].links_over_old_trunks, 4u);  // two legs carry twelve links, eight are lit first
  EXPECT_EQ(report.phases[1].trunks, 1u);
  EXPECT_EQ(report.phases[1].panels, 2u);
  EXPECT_EQ(report.phases[1].proven, 16u);
}

TEST(DesignPhases, APhaseThatIsNotThereIsRefusedWithTheNearest) {
  const DesignReport report = designed_until(three_phases(), "frist");
  EXPECT_EQ(report.exit, Exit::kFindings);
  EXPECT_TRUE(report.files.empty());
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all()[0].code, "L205");
}

TEST(DesignPhases, AnotherSizeEndsGrowthWhereItEnds) {
  const DesignReport report = design({.path = "examples/design/three-phases", .data = {}, .groups = {{"su", 1}}});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.phases[1].devices, 0u);
  EXPECT_EQ(report.phases[2].devices, 2u);  // the other spine switches
}

}  // namespace
}  // namespace ferrule::api
