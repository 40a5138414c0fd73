// Parallel optics over trunks of another base: modules that regroup fibres, three links of eight over 24 fibres. Which fibre arrives where is
// worked out here once more, by arithmetic of the test's own.
#include <algorithm>
#include <set>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"
#include "api/trace.h"
#include "revised_plan.h"

namespace ferrule::api {
namespace {

using testing::Contains;
using testing::HasSubstr;

// Symmetric over 24: leg k has 4k-3 to 4k of the rear, and what lies opposite.
constexpr const char* kOne24 = R"(parts:
  module: {kind: cassette, fibre: OM4, grade: elite, adapter: A, front_adapter: A, source: drawing 1, rear: {connector: MPO-24, gender: pinned, polish: PC}, front: {connector: MPO-8, count: 3, gender: pinned, polish: PC}, map: [rear.1-4 = 1.1-4, rear.5-8 = 2.1-4, rear.9-12 = 3.1-4, rear.13-16 = 3.9-12, rear.17-20 = 2.9-12, rear.21-24 = 1.9-12]}
)";
// Pairs k and 13-k stay together.
constexpr const char* kTwo12 = R"(parts:
  module: {kind: cassette, fibre: OM4, grade: elite, adapter: A, front_adapter: A, source: drawing 2, rear: {connector: MPO-12, count: 2, gender: pinned, polish: PC}, front: {connector: MPO-8, count: 3, gender: pinned, polish: PC}, map: [rear.1-4 = 1.1-4, rear.9-12 = 1.9-12, rear.5-6 = 2.1-2, rear.7-8 = 2.11-12, rear2.1-2 = 2.3-4, rear2.11-12 = 2.9-10, rear2.3-6 = 3.1-4, rear2.7-10 = 3.9-12]}
)";

struct ConvertedHall {
  int leaves = 2, ports = 4;  // of each to two spine switches in one rack
  std::string optic = "100GBASE-SR4", wishes = ", base: 24", parts = {}, phases = {}, growth = {},
              grade = "elite";  // of 24 fibres no other grade has a firm figure

  std::string text() const {
    return "ferrule: 1\nproject: hall\npolicy: {slack: 1 m}\n" + phases + parts + R"(
fabric:
  tiers:
    leaf:  {count: )" +
           std::to_string(leaves) + ", ports: {\"up[1-" + std::to_string(ports) + "]\": " + optic + R"(}, racks: A1}
    spine: {count: 2, ports: {"port[1-24]": )" +
           optic + R"(}, racks: B1}
  links: [{from: leaf, to: spine}]
)" + growth +
           R"(cabling: {all: {as: structured, grade: )" + grade + wishes + R"(}}
racks:
  A1: {at: [0 m, 0 m]}
  B1: {at: [9 m, 0 m]}
)";
  }
};

DesignReport converted(const ConvertedHall& hall) { return design(load_texts({{"plant.yaml", hall.text()}}, {}), {}); }

std::vector<const synth::PlanCable*> trunks_of(const DesignReport& report) {
  std::vector<const synth::PlanCable*> out;
  for (const synth::PlanCable& cable : report.plan.cables)
    if (cable.trunk) out.push_back(&cable);
  return out;
}

int modules_of(const DesignReport& report) {
  int modules = 0;
  for (const synth::PlanPanel& panel : report.plan.panels) modules += panel.pieces();
  return modules;
}

std::string part_of(const DesignReport& report, std::string_view name) {
  for (const synth::PlanPart& part : report.plan.parts)
    if (part.name.starts_with(name)) return part.description;
  return {};
}

bool any_error(const diag::Findings& findings) { return findings.any_at_least(diag::Severity::kError); }

std::string said(const DesignReport& report) {
  std::string out;
  for (const diag::Finding& finding : report.findings.all()) {
    out += finding.message + "\n";
    for (const auto& note : finding.notes) out += note.text + "\n";
    for (const std::string& help : finding.help) out += help + "\n";
  }
  return out;
}

TEST(DesignConversions, ThreeLinksOfEightOverOnePlugOf24) {
  const DesignReport report = converted({.parts = kOne24});
  ASSERT_EQ(report.exit, Exit::kClean) << said(report);
  EXPECT_EQ(report.check.counts.proven, 8u);
  ASSERT_EQ(trunks_of(report).size(), 2u);  // 8 links: three modules at each end, the last with one front free
  EXPECT_EQ(trunks_of(report)[0]->legs, 2);
  EXPECT_EQ(trunks_of(report)[0]->legs_used, 2);
  EXPECT_EQ(trunks_of(report)[0]->links + trunks_of(report)[1]->links, 8);
  EXPECT_EQ(modules_of(report), 6);
  EXPECT_THAT(part_of(report, "trunk-2xMPO-24"), HasSubstr("gender: unpinned"));  // pins are in the module
  EXPECT_THAT(part_of(report, "cord"), HasSubstr("polarity: B, ends: {connector: MPO-8, gender: unpinned"));
}

// Between flat faces of two rows with keys opposed 1 meets 13; the trunk that reverses both rows brings p to 25-p. So r leaves at 25-r.
int over_reversing_24(int rear) {
  const auto opposed = [](int p) { return p <= 12 ? p + 12 : p - 12; };
  return opposed(25 - opposed(rear));
}
int rear_of(int leg, int position) { return position <= 4 ? 4 * (leg - 1) + position : 24 - 4 * (leg - 1) - (12 - position); }

TEST(DesignConversions, EachFibreArrivesWhereArithmeticSays) {
  const DesignReport report = converted({.parts = kOne24});
  ASSERT_EQ(report.exit, Exit::kClean);
  const TraceReport traced = trace(load_texts(report.files, {}), {"leaf1/up1", "leaf1/up2", "leaf1/up3", "leaf1/up4"});
  ASSERT_EQ(traced.traces.size(), 4u);
  std::set<int> legs;
  int lanes = 0;
  for (const Trace& one : traced.traces)
    for (const TraceRoute& route : one.routes) {
      ASSERT_EQ(route.stops.size(), 12u);  // port, cord, module, trunk, module, cord, port
      const int near = route.stops[3].end.back() - '0', far = route.stops[8].end.back() - '0';
      EXPECT_EQ(near, far);
      legs.insert(near);
      for (const TraceLane& lane : route.lanes) {
        ++lanes;
        EXPECT_EQ(lane.positions[4], rear_of(near, lane.positions[3]));
        EXPECT_EQ(lane.positions[7], over_reversing_24(lane.positions[4]));
        EXPECT_EQ(lane.positions[7], rear_of(far, lane.positions[8]));
        EXPECT_EQ(lane.positions[8], 13 - lane.positions[3]);
        EXPECT_NE(lane.near.function, lane.far.function);
        EXPECT_EQ(lane.near.lane, lane.far.lane);
      }
    }
  EXPECT_EQ(lanes, 32);
  EXPECT_EQ(legs, (std::set<int>{1, 2, 3}));
}

TEST(DesignConversions, TwoPlugsOfTwelveCarryThreeLinks) {
  const DesignReport report =
      converted({.leaves = 1, .ports = 10, .wishes = ", conversion: 2x12-3x8, trunks: [2, 4]", .parts = kTwo12});
  ASSERT_EQ(report.exit, Exit::kClean) << said(report);
  EXPECT_EQ(report.check.counts.proven, 10u);
  EXPECT_EQ(modules_of(report), 8);  // ten links: four modules at each end
  const std::vector<const synth::PlanCable*> trunks = trunks_of(report);
  ASSERT_EQ(trunks.size(), 2u);
  EXPECT_EQ(trunks[0]->a, "A1-P1/[1,1,2,2]/rear[1,2,1,2]");
  EXPECT_EQ(trunks[0]->legs, 4);
  EXPECT_EQ(trunks[1]->a, "A1-P1/[3,3,4,4]/rear[1,2,1,2]");
  EXPECT_THAT(part_of(report, "trunk-4xMPO-12"), HasSubstr("polarity: B, legs: 4"));
  EXPECT_EQ(part_of(report, "cord-2"), "");  // one kind of cord
}

TEST(DesignConversions, AMapThatNobodyStatedIsNotProven) {
  for (const char* wish : {", base: 24", ", conversion: 2x12-3x8"}) {
    SCOPED_TRACE(wish);
    const DesignReport report = converted({.wishes = wish});
    ASSERT_EQ(report.exit, Exit::kClean) << said(report);
    EXPECT_FALSE(any_error(report.check.findings));
    EXPECT_EQ(report.check.counts.proven, 0u);
    EXPECT_EQ(report.check.counts.unproven, 8u);
    EXPECT_THAT(report.recipes[0].why, HasSubstr("low confidence"));
    EXPECT_THAT(report.recipes[0].recipe.trunk, HasSubstr("polarity: A,"));
    EXPECT_THAT(report.choices, Contains(HasSubstr("any two modules of one map")));
  }
}

// With Type A trunks the pattern does not matter: any of the three closes, and is then as it was written.
TEST(DesignConversions, EveryPatternClosesOverTypeATrunks) {
  for (const char* family : {"24-3x8", "2x12-3x8"})
    for (const char* pattern : {"P1", "P2", "P3"}) {
      SCOPED_TRACE(std::string(family) + pattern);
      const DesignReport report = converted({.wishes = fmt::format(", method: A, conversion: {}-{}", family, pattern)});
      ASSERT_EQ(report.exit, Exit::kClean) << said(report);
      EXPECT_EQ(report.check.counts.unproven, 8u);
      EXPECT_THAT(report.recipes[0].recipe.trunk, HasSubstr("polarity: A,"));
    }
}

TEST(DesignConversions, OtherBasesThatTheTablesKnow) {
  const DesignReport of_16 = converted({.wishes = ", base: 16", .grade = "low-loss"});
  ASSERT_EQ(of_16.exit, Exit::kClean) << said(of_16);
  EXPECT_THAT(part_of(of_16, "conversion"), HasSubstr("transition: 16-2x8"));
  const DesignReport to_two = converted({.wishes = ", base: 24, conversion: 2x12-24"});
  ASSERT_EQ(to_two.exit, Exit::kClean) << said(to_two);
  EXPECT_EQ(to_two.recipes[0].recipe.links_of_leg, 2);
  EXPECT_EQ(modules_of(to_two), 8);  // eight links, two to a module
}

TEST(DesignConversions, WhatNoConversionServesIsSaid) {
  const DesignReport other = converted({.optic = "400GBASE-SR8"});
  EXPECT_EQ(other.exit, Exit::kInfeasible);
  EXPECT_THAT(said(other), HasSubstr("no conversion is known that joins plugs of 24 fibres (`base`) to plugs that meet MPO-16"));
  const DesignReport two_bases = converted({.wishes = ", base: 12, conversion: 24-3x8"});
  EXPECT_EQ(two_bases.exit, Exit::kInfeasible);
  EXPECT_THAT(said(two_bases), HasSubstr("conversion 24-3x8 does not join plugs of 12 fibres (`base`)"));
  const DesignReport crossed = converted({.wishes = ", base: 24, method: C"});
  EXPECT_EQ(crossed.exit, Exit::kInfeasible);
  EXPECT_THAT(said(crossed), HasSubstr("Method C is for duplex optics"));
  const DesignReport odd = converted({.wishes = ", conversion: 2x12-3x8, trunks: [1, 3]"});
  EXPECT_EQ(odd.exit, Exit::kInfeasible);
  EXPECT_THAT(said(odd), HasSubstr("a module takes 2 plugs of one trunk"));
}

TEST(DesignConversions, WithoutTheWishNothingIsConverted) {
  for (const char* base : {"", ", base: 12", ", base: 8"}) {
    const DesignReport report = converted({.wishes = base, .parts = kTwo12});
    ASSERT_EQ(report.exit, Exit::kClean);
    EXPECT_FALSE(report.recipes[0].recipe.cassettes) << base;
  }
}

// Three links come later: the free front of the last module, and one module more.
TEST(DesignConversions, AFrontThatIsFreeIsTakenInALaterPhase) {
  ConvertedHall hall{.leaves = 3, .ports = 2, .parts = kOne24};
  hall.phases = "phases: [one, two]\n";
  hall.growth = "  growth: {one: {leaf: 2}}\n";
  const DesignReport report = converted(hall);
  ASSERT_EQ(report.exit, Exit::kClean) << said(report);
  ASSERT_EQ(report.plan.phases.size(), 2u);
  EXPECT_EQ(report.plan.phases[1].links_over_old_trunks, 2u);  // four links in two modules, two more beside them
  EXPECT_EQ(trunks_of(report).size(), 1u);
  EXPECT_EQ(report.check.counts.proven, 6u);
}

TEST(DesignConversions, WhatStandsHasFreeFronts) {
  for (const auto& [wish, parts] : {std::pair(", base: 24", kOne24), std::pair(", conversion: 2x12-3x8", kTwo12),
                                    std::pair(", base: 24", ""), std::pair(", conversion: 2x12-3x8", "")}) {
    SCOPED_TRACE(std::string(wish) + parts);
    const std::string described = parts;
    ConvertedHall hall{.leaves = 2, .ports = 2, .wishes = wish, .parts = parts};
    const DesignReport before = converted(hall);
    ASSERT_EQ(before.exit, Exit::kClean) << said(before);
    hall.leaves = 3;
    DesignOptions options;
    options.standing = "plant.yaml";
    options.texts = &before.files;
    const DesignReport over = design(load_texts({{"plant.yaml", hall.text()}}, {}), {}, options);
    ASSERT_EQ(over.exit, Exit::kClean) << said(over);
    EXPECT_EQ(over.standing->report.links_over_dark_legs, 2u);
    EXPECT_EQ(over.check.counts.proven, described.empty() ? 0u : 6u);
    const DesignReport again = revised(hall.text(), before.files);
    ASSERT_EQ(again.exit, Exit::kClean) << said(again);
    EXPECT_EQ(trunks_of(again).size(), 1u);
    EXPECT_EQ(again.check.counts.proven, described.empty() ? 0u : 6u);
  }
}

// Grown, shrunk and grown again, it buys what is bought for a fabric of that size from the start.
TEST(DesignConversions, ARevisedPlanHasItsSpareLegsAndNoModuleThatNothingFeeds) {
  for (const auto& [wish, parts] : {std::pair(", base: 24, spare: 50, trunks: [1]", kOne24),
                                    std::pair(", conversion: 2x12-3x8, spare: 50, trunks: [2]", kTwo12),
                                    std::pair(", conversion: 2x12-3x8, spare: 50, trunks: [2]", "")}) {
    SCOPED_TRACE(std::string(wish) + parts);
    ConvertedHall hall{.leaves = 4, .ports = 6, .wishes = wish, .parts = parts};
    DesignReport plan = converted(hall);
    ASSERT_EQ(plan.exit, Exit::kClean) << said(plan);
    for (const int leaves : {7, 2, 5, 1, 3}) {
      SCOPED_TRACE(leaves);
      hall.leaves = leaves;
      const DesignReport anew = converted(hall);
      plan = revised(hall.text(), plan.files);
      ASSERT_EQ(plan.exit, Exit::kClean) << said(plan);
      EXPECT_EQ(trunks_of(plan).size(), trunks_of(anew).size());
      EXPECT_EQ(modules_of(plan), modules_of(anew));
      EXPECT_EQ(plan.plan.panels.size(), anew.plan.panels.size());
      EXPECT_EQ(plan.check.counts.proven, anew.check.counts.proven);
      EXPECT_EQ(revised(hall.text(), plan.files).files, plan.files);
    }
  }
}

TEST(DesignConversions, LinksOfABreakoutGoOverNone) {
  std::string text = ConvertedHall{.wishes = ", base: 24"}.text();
  const std::string head = "{\"port[1-24]\": 100GBASE-SR4}", tail = "{\"up[1-4]\": 100GBASE-SR4}";
  text.replace(text.find(head), head.size(), "{\"port[1-24]\": 400GBASE-DR4}");
  text.replace(text.find(tail), tail.size(), "{\"up[1-4]\": 100GBASE-DR}");
  const DesignReport report = design(load_texts({{"plant.yaml", text}}, {}), {});
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  EXPECT_THAT(said(report), HasSubstr("links of a breakout go over no conversion"));
}

}  // namespace
}  // namespace ferrule::api
