// Whole designs: what is written is a plant that the checks prove, twice the same, and little changes when little is asked.
#include "api/design.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "lang/design.h"

namespace ferrule::api {
namespace {

DesignReport designed(const std::string& text) { return design(load_texts({{"plant.yaml", text}}, {}), {}); }

constexpr const char* kRails = R"(ferrule: 1
project: rails
policy: {slack: 1 m}
fabric:
  groups: {su: 2}
  tiers:
    node:  {per: su, count: 4, height: 4, ports: {"osfp[1-2]": 400GBASE-DR4}, racks: "N{su}"}
    leaf:  {per: su, count: 2, ports: {"port[1-8]": 400GBASE-DR4}, racks: "L{su}"}
    spine: {count: auto, ports: {"port[1-8]": 400GBASE-DR4}, racks: S1}
  links:
    - {from: node, to: leaf, same: su, rail: true}
    - {from: leaf, to: spine, up: 4}
cabling:
  leaf-spine: {as: structured, trunks: [2, 4], panel_ports: 16, grade: low-loss}
racks:
  "N[1-2]": {at: [0 m, 0 m], step: [3 m, 0 m], units: 42}
  "L[1-2]": {at: [0.6 m, 0 m], step: [3 m, 0 m], units: 42}
  S1: {at: [9 m, 0 m], units: 42}
trays:
  row: {from: [0 m, 0.6 m], to: [9 m, 0.6 m], height: 2.7 m}
)";

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> out;
  for (const std::string_view line : split(text, '\n')) out.emplace(line);
  return out;
}

TEST(Design, NamesOfTheAuthorsPartsAreNotTaken) {
  const DesignReport report = designed(R"(
ferrule: 1
parts:
  cord: {kind: cord, fibre: OS2, polarity: B, ends: {connector: MPO-12, gender: pinned, polish: APC}}
fabric:
  tiers:
    leaf:  {count: 1, ports: {"up[1-2]": 400GBASE-DR4}}
    spine: {count: 1, ports: {"port[1-2]": 400GBASE-DR4}}
  links:
    - {from: leaf, to: spine}
cabling: {all: {length: 7 m}}
)");
  EXPECT_EQ(report.exit, Exit::kClean);
  ASSERT_EQ(report.plan.parts.size(), 1u);
  EXPECT_NE(report.plan.parts[0].name, "cord");
}

TEST(Design, PanelsWithoutRacksAreNoPlan) {
  const DesignReport report = designed(R"(
ferrule: 1
fabric:
  tiers:
    leaf:  {count: 1, ports: {"up[1-2]": 400GBASE-DR4}}
    spine: {count: 1, ports: {"port[1-2]": 400GBASE-DR4}}
  links:
    - {from: leaf, to: spine}
cabling: {all: {as: structured, length: 7 m}}
)");
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  EXPECT_EQ(report.findings.all().front().code, "F821");
  EXPECT_TRUE(report.files.empty());
}

TEST(Design, IsProvenAndSaysWhereEverythingStands) {
  const DesignReport report = designed(kRails);
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.links, 32u);
  EXPECT_EQ(report.check.counts.proven, 32u);
  EXPECT_EQ(report.net.count(2), 2u);
  for (const auto& stand : report.plan.stands) EXPECT_TRUE(stand.has_value());
  for (const synth::PlanCable& cable : report.plan.cables) EXPECT_TRUE(cable.ordered.has_value()) << cable.id;
  const auto trunks = std::count_if(report.plan.cables.begin(), report.plan.cables.end(),
                                    [](const synth::PlanCable& cable) { return cable.trunk; });
  EXPECT_EQ(trunks, 4);  // 8 links from each of two racks, plugs of 4
}

TEST(Design, IsTheSameTwice) { EXPECT_EQ(designed(kRails).files, designed(kRails).files); }

// The last node goes: what stays keeps its names, ports and lengths.
TEST(Design, ASmallerFabricIsASmallChange) {
  std::string fewer = kRails;
  const std::string all = "{per: su, count: 4, height: 4,";
  fewer.replace(fewer.find(all), all.size(), "{per: su, count: 4, except: [{su: last, count: 3}], height: 4,");
  const DesignReport before = designed(kRails), after = designed(fewer);
  ASSERT_EQ(after.exit, Exit::kClean);
  const std::set<std::string> old = lines_of(before.files.at("cables.csv")), now = lines_of(after.files.at("cables.csv"));
  EXPECT_TRUE(std::includes(old.begin(), old.end(), now.begin(), now.end()));
  EXPECT_EQ(old.size() - now.size(), 2u);
}

TEST(Design, MultimodeDuplexGetsCassettesThatAreProven) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[01-12]": 10GBASE-SR}, racks: A1}
    spine: {count: 2, ports: {"port[01-12]": 10GBASE-SR}, racks: B1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [1, 2], panel_ports: 4, fibre: OM4}}
racks:
  A1: {at: [0 m, 0 m]}
  B1: {at: [12 m, 0 m]}
)");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 24u);
  EXPECT_THAT(report.files.at("panels.csv"), testing::HasSubstr("cassette"));
}

class DesignExample : public testing::TestWithParam<const char*> {};

TEST_P(DesignExample, IsProven) {
  const DesignReport report = design({.path = std::string("examples/design/") + GetParam(), .data = {}, .groups = {}});
  EXPECT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.faulty, 0u);
  EXPECT_GT(report.check.counts.links, 0u);
}

INSTANTIATE_TEST_SUITE_P(Examples, DesignExample, testing::Values("aster", "superpod-h100", "superpod-b300-xdr"));

// Every published fabric: the counts agree, or the difference is the one that is known.
TEST(Design, PrintedCountsAreThoseOfTheRules) {
  for (const auto& entry : std::filesystem::directory_iterator("examples/design")) {
    if (!entry.is_directory()) continue;
    const std::unique_ptr<Loaded> loaded = load({.path = entry.path().string(), .data = {}, .groups = {}});
    ASSERT_NE(loaded->design, nullptr) << entry.path();
    diag::Findings findings;
    const auto checks = synth::check_published(loaded->design->fabric, findings);
    EXPECT_EQ(checks.empty(), loaded->design->fabric.published.empty()) << entry.path();
    const bool counts_pairs = entry.path().filename() == "superpod-b300-twin-plane";
    for (const synth::PublishedCheck& check : checks) {
      EXPECT_TRUE(check.possible) << entry.path();
      for (const synth::PublishedCount& count : check.counts)
        EXPECT_EQ(count.counted, count.printed * (counts_pairs && count.what.find('-') != std::string::npos ? 2 : 1))
            << entry.path() << ' ' << count.what;
    }
  }
}

// Panels, trunks and links get names that nothing in the project has.
TEST(Design, NamesThatTheProjectHasArePassedOver) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": 400GBASE-DR4}, racks: A1}
    spine: {count: 2, ports: {"down[1-2]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [4]}}
parts:
  c: {kind: cord, fibre: OM4, polarity: A-to-B, ends: {connector: LC-duplex, polish: PC}}
  ap: {kind: adapter-panel, connector: LC-duplex, adapter: A, count: 24}
equipment:
  B1-P1: {rack: B1, u: 20, ports: {x: 10GBASE-SR}}
  x2: {rack: A1, u: 20, ports: {x: 10GBASE-SR}}
panels: {A1-P1: {rack: A1, u: 42, slots: ap}}
cables: [{id: T-A1-B1-1, part: c, length: 20 m, a: B1-P1/x, b: x2/x}]
links: [{id: leaf1--spine1, a: B1-P1/x, b: x2/x}]
racks: {A1: {at: [0 m, 0 m], units: 42}, B1: {at: [9 m, 0 m], units: 42}}
)");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 5u);
  EXPECT_THAT(report.files.at("panels.csv"), testing::AllOf(testing::HasSubstr("A1-P2"), testing::HasSubstr("B1-P2")));
  EXPECT_THAT(report.files.at("cables.csv"), testing::HasSubstr("T-A1-B1-2"));
  EXPECT_THAT(report.files.at("links.csv"), testing::HasSubstr("leaf1--spine1-2"));
}

TEST(Design, AnOpticMayBeWrittenByAnotherOfItsNames) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": SFP-10G-SR}}
    spine: {count: 2, ports: {"port[1-2]": 10GBASE-SR}}
  links: [{from: leaf, to: spine}]
cabling: {all: {length: 5 m}}
)");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 4u);
}

TEST(Design, ALinkThatStaysInItsRackIsACordWhateverWasWished) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": 400GBASE-DR4}, racks: "A[1-2]", per_rack: 1}
    spine: {count: 2, ports: {"port[1-2]": 400GBASE-DR4}, racks: "A[1-2]", per_rack: 1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [1]}}
racks: {"A[1-2]": {at: [0 m, 0 m], step: [3 m, 0 m]}}
)");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 4u);
  const auto trunks = std::count_if(report.plan.cables.begin(), report.plan.cables.end(),
                                    [](const synth::PlanCable& cable) { return cable.trunk; });
  EXPECT_EQ(trunks, 2);
  EXPECT_EQ(report.plan.cables.size(), 2u + 2u + 4u);  // cords in racks, trunks, cords to panels
}

TEST(Design, TrunksThatNoPanelHoldsAreRefused) {
  std::string wide = kRails;
  wide.replace(wide.find("trunks: [2, 4], panel_ports: 16"), 31, "trunks: [24], panel_ports: 16");
  const DesignReport report = designed(wide);
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  EXPECT_EQ(report.findings.all().front().code, "F821");
  EXPECT_TRUE(report.files.empty());
}

TEST(Design, CopperAtOneEndIsNotPassedOver) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": 400GBASE-DR4}}
    spine: {count: 2, ports: {"port[1-2]": copper}}
  links: [{from: leaf, to: spine}]
)");
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all().front().code, "F821");
}

TEST(Design, WhatIsNotKnownOfAnOpticLeavesItsRuleUnproven) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": 800GBASE-LR4}}
    spine: {count: 2, ports: {"port[1-2]": 800GBASE-LR4}}
  links: [{from: leaf, to: spine}]
cabling: {all: {length: 10 m}}
)");
  ASSERT_EQ(report.recipes.size(), 1u);
  EXPECT_TRUE(report.recipes[0].unproven);
  EXPECT_FALSE(report.recipes[0].why.empty());
  EXPECT_EQ(report.check.counts.unproven, 4u);
}

TEST(Design, GroupsStandInTheirOwnRacksWhicheverNameTellsThem) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  groups: {su: 2}
  tiers:
    leaf:  {per: su, count: 3, ports: {"up[1-2]": 400GBASE-DR4}, racks: [shared, "SU{su}"], per_rack: 1}
    spine: {count: 3, ports: {"port[1-4]": 400GBASE-DR4}, racks: S1}
  links: [{from: leaf, to: spine, up: 2, uneven: true}]
racks:
  shared: {at: [0 m, 0 m]}
  "SU[1-2]": {at: [1 m, 0 m], step: [1 m, 0 m]}
  S1: {at: [4 m, 0 m]}
)");
  EXPECT_EQ(report.exit, Exit::kInfeasible);  // two racks of one each, and three leaf switches
  const auto rack = [&](std::size_t device) { return report.hall.racks[report.plan.stands[device].value().rack].name; };
  ASSERT_GE(report.plan.stands.size(), 6u);
  EXPECT_EQ(rack(1), "SU1");
  EXPECT_EQ(rack(4), "SU2");
}

// Ten switches of few uplinks share a panel; units for one each are not there.
TEST(Design, FreeDevicesThatShareAPanelFit) {
  const DesignReport report = designed(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 10, ports: {"up[1-2]": 400GBASE-DR4}}
    spine: {count: 2, ports: {"port[01-10]": 400GBASE-DR4}, racks: S1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [20]}}
racks:
  A1: {at: [0 m, 0 m], units: 11}
  S1: {at: [3 m, 0 m], units: 3}
)");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.plan.panels.size(), 2u);
}

// Whatever is written is judged, and what is free is placed within the racks there are.
TEST(Design, FreeDevicesStandInUnitsOfTheirOwn) {
  const DesignReport report = design({.path = "examples/design/free-leaf-spine", .data = {}, .groups = {}});
  ASSERT_EQ(report.exit, Exit::kClean);
  std::set<std::pair<std::uint32_t, int>> taken;
  const auto take = [&](const synth::Stand& stand) {
    for (int unit = stand.unit; unit < stand.unit + stand.height; ++unit) EXPECT_TRUE(taken.emplace(stand.rack, unit).second);
    EXPECT_LE(stand.unit + stand.height - 1, report.hall.racks[stand.rack].units);
  };
  for (const auto& stand : report.plan.stands) take(stand.value());
  for (const synth::PlanPanel& panel : report.plan.panels) take(panel.stand);
  EXPECT_GE(report.places.cable, report.places.least);
}

TEST(Design, WithoutAFabricNothingIsDesigned) {
  const DesignReport report = designed("ferrule: 1\n");
  EXPECT_EQ(report.exit, Exit::kUnreadable);
  EXPECT_TRUE(report.files.empty());
}

TEST(Design, APlantThatIsNotCleanIsRefused) {
  // A reach of 100 m, and racks 150 m apart.
  std::string far = kRails;
  far.replace(far.find("at: [9 m, 0 m]"), 14, "at: [650 m, 0 m]");
  far.replace(far.find("to: [9 m, 0.6 m]"), 16, "to: [650 m, 0.6 m]");
  const DesignReport report = designed(far);
  EXPECT_EQ(report.exit, Exit::kInfeasible);
}

}  // namespace
}  // namespace ferrule::api
