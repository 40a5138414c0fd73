// Designs over a plant that stands: it is kept row by row, its dark legs are used first, and only what is missing is added.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

using PlantFiles = std::map<std::string, std::string, std::less<>>;

std::string hall_of_leaves(int leaves, const std::string& more = {}) {
  return R"(ferrule: 1
project: hall
phases: [one]
fabric:
  tiers:
    leaf:  {count: )" +
         std::to_string(leaves) + R"(, ports: {"up[1-4]": 400GBASE-DR4}, racks: [N1, N2], per_rack: 6}
    spine: {count: 2, ports: {"port[1-24]": 400GBASE-DR4}, racks: S1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [4, 8], panel_ports: 16)" +
         more + R"(}}
racks:
  "N[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m]}
  S1: {at: [3 m, 0 m]}
)";
}

// Without phases of its own: what is added gets one.
std::string without_phases(std::string text) { return text.replace(text.find("phases: [one]\n"), 14, ""); }

DesignReport designed_over(const std::string& text, const PlantFiles& standing, const std::string& phase = {}) {
  DesignOptions options;
  options.standing = "plant.yaml";
  options.texts = &standing;
  options.phase = phase;
  return design(load_texts({{"plant.yaml", text}}, {}), {}, options);
}

DesignReport designed_new(const std::string& text) { return design(load_texts({{"plant.yaml", text}}, {}), {}); }

std::vector<std::string> rows_in(const PlantFiles& files, const std::string& table) {
  std::vector<std::string> out;
  for (const std::string_view row : split(files.at(table), '\n'))
    if (!row.empty()) out.emplace_back(row);
  return out;
}

TEST(DesignStanding, WhatStandsKeepsItsRowsAndWhatIsMissingComesBehind) {
  const DesignReport before = designed_new(hall_of_leaves(4, ", growth: 50"));
  ASSERT_EQ(before.exit, Exit::kClean);
  const DesignReport after = designed_over(without_phases(hall_of_leaves(6)), before.files);
  ASSERT_EQ(after.exit, Exit::kClean);
  for (const char* table : {"cables.csv", "equipment.csv", "panels.csv", "links.csv"}) {
    const std::vector<std::string> old = rows_in(before.files, table), now = rows_in(after.files, table);
    ASSERT_GE(now.size(), old.size()) << table;
    EXPECT_TRUE(std::equal(old.begin(), old.end(), now.begin())) << table;
  }
  const StandingReport& report = after.standing->report;
  EXPECT_EQ(report.devices_kept, 6u);
  EXPECT_EQ(report.links_kept, 16u);
  EXPECT_EQ(report.links_over_dark_legs, 8u);  // sixteen links and half as many legs more
  EXPECT_TRUE(report.devices_left.empty());
  EXPECT_TRUE(report.links_left.empty());
  EXPECT_EQ(after.check.counts.proven, 24u);
  EXPECT_EQ(after.phases[0].trunks, 0u);
  EXPECT_EQ(after.phases[0].panels, 0u);
}

TEST(DesignStanding, TheSameFabricAddsNothing) {
  const DesignReport before = designed_new(hall_of_leaves(4));
  const DesignReport after = designed_over(without_phases(hall_of_leaves(4)), before.files);
  ASSERT_EQ(after.exit, Exit::kClean);
  for (const char* table : {"cables.csv", "equipment.csv", "panels.csv", "links.csv"})
    EXPECT_EQ(after.files.at(table), before.files.at(table));
  EXPECT_TRUE(after.standing->report.cables_left.empty());
}

TEST(DesignStanding, ASmallerFabricSaysWhatNobodyNeedsAndKeepsIt) {
  const DesignReport before = designed_new(hall_of_leaves(4));
  const DesignReport after = designed_over(without_phases(hall_of_leaves(3)), before.files);
  ASSERT_EQ(after.exit, Exit::kClean);
  EXPECT_EQ(after.files.at("cables.csv"), before.files.at("cables.csv"));
  EXPECT_THAT(after.standing->report.devices_left, testing::ElementsAre("leaf4"));
  EXPECT_THAT(after.standing->report.links_left, testing::SizeIs(4));
  EXPECT_THAT(after.standing->report.cables_left, testing::SizeIs(8));
}

TEST(DesignStanding, NewAssetsHaveAPhaseOfTheirOwnEachTime) {
  const DesignReport first = designed_new(without_phases(hall_of_leaves(2)));
  const DesignReport second = designed_over(without_phases(hall_of_leaves(3)), first.files);
  ASSERT_EQ(second.exit, Exit::kClean);
  EXPECT_EQ(second.check.loaded->plant.phases, (std::vector<std::string>{"new"}));
  const DesignReport third = designed_over(without_phases(hall_of_leaves(4)), second.files);
  ASSERT_EQ(third.exit, Exit::kClean);
  EXPECT_EQ(third.check.loaded->plant.phases, (std::vector<std::string>{"new", "new-2"}));
  const DesignReport named = designed_over(without_phases(hall_of_leaves(4)), second.files, "2027");
  EXPECT_EQ(named.check.loaded->plant.phases, (std::vector<std::string>{"new", "2027"}));
  EXPECT_EQ(designed_over(without_phases(hall_of_leaves(4)), second.files, "new").exit, Exit::kInfeasible);
  EXPECT_EQ(designed_over(hall_of_leaves(4), second.files, "2027").exit, Exit::kInfeasible);  // it has phases
}

// Nine leaf switches are called leaf1 to leaf9, ten would be leaf01 to leaf10.
TEST(DesignStanding, NumbersThatOutgrowTheirDigitsRenameNothing) {
  const DesignReport before = designed_new(hall_of_leaves(9));
  const DesignReport after = designed_over(without_phases(hall_of_leaves(10)), before.files);
  ASSERT_EQ(after.exit, Exit::kClean);
  EXPECT_THAT(after.files.at("equipment.csv"), testing::HasSubstr("\nleaf10,N2,"));
  EXPECT_EQ(after.standing->report.devices_kept, 11u);
  EXPECT_EQ(after.standing->report.links_kept, 36u);
}

// Written by hand: cassettes of two transitions, ranges, and names of its own.
constexpr const char* kByHand = R"(ferrule: 1
project: by-hand
parts:
  cord:    {kind: cord, fibre: OM4, polarity: A-to-B, grade: standard, ends: LC-duplex}
  trunk:   {kind: trunk, fibre: OM4, polarity: B, grade: low-loss, ends: {connector: MPO-12, gender: unpinned, polish: PC}}
  module:  {kind: cassette, fibre: OM4, grade: low-loss, adapter: B, transition: consecutive,
            rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}
  far-module: {kind: cassette, fibre: OM4, grade: low-loss, adapter: B, transition: consecutive-flipped,
               rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}
racks:
  A01: {at: [0 m, 0 m]}
  B01: {at: [12.6 m, 0 m]}
equipment:
  leaf1:  {rack: A01, u: 40, ports: {"Eth[1-6]": 10GBASE-SR}}
  spine1: {rack: B01, u: 40, ports: {"Eth[1-6]": 10GBASE-SR}}
  other:  {rack: B01, u: 30, ports: {"Eth[1-6]": 10GBASE-SR}}
panels:
  A01-P1: {rack: A01, u: 42, slots: {1: module}}
  B01-P1: {rack: B01, u: 42, slots: {1: far-module}}
cables:
  - {id: T1,       part: trunk, length: 30 m, a: A01-P1/1/rear, b: B01-P1/1/rear, label: "to row B, left"}
  - {id: "C[1-2]", part: cord,  length: 2 m, a: "leaf1/Eth[1-2]", b: "A01-P1/1/[1-2]"}
  - {id: "D[1-2]", part: cord,  length: 2 m, a: "spine1/Eth[1-2]", b: "B01-P1/1/[1-2]"}
links:
  - {id: "L[1-2]", a: "leaf1/Eth[1-2]", b: "spine1/Eth[1-2]"}
)";

std::string small_duplex(const std::string& optic, const std::string& wish) {
  return R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"Eth[1-6]": )" +
         optic + R"(}, racks: A01}
    spine: {count: 1, ports: {"Eth[1-6]": )" +
         optic + R"(}, racks: B01}
  links: [{from: leaf, to: spine, up: 3}]
cabling: {all: {as: structured, trunks: [1]}}
)" + wish;
}

TEST(DesignStanding, APlantWrittenByHandIsKeptAndItsCassettesAreUsed) {
  const DesignReport report =
      designed_over(small_duplex("10GBASE-SR", "racks: {A01: {at: [0 m, 0 m]}}\n"), {{"plant.yaml", kByHand}});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.standing->report.links_kept, 2u);
  EXPECT_EQ(report.standing->report.links_over_dark_legs, 4u);
  EXPECT_THAT(report.standing->report.devices_left, testing::ElementsAre("other"));
  EXPECT_EQ(report.check.counts.proven, 6u);
  EXPECT_THAT(report.files.at("standing.yaml"), testing::HasSubstr("label: \"to row B, left\""));
  EXPECT_THAT(report.files.at("standing.yaml"), testing::HasSubstr("\"B01\": {at: [12.6 m, 0 m]}"));  // the project has A01 alone
  EXPECT_THAT(report.files.at("links.csv"), testing::Not(testing::HasSubstr("L1")));                  // it stands in YAML
}

TEST(DesignStanding, ARackInTwoPlacesIsRefused) {
  const DesignReport report =
      designed_over(small_duplex("10GBASE-SR", "racks: {A01: {at: [1 m, 0 m]}}\n"), {{"plant.yaml", kByHand}});
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  EXPECT_EQ(report.findings.all()[0].code, "F834");
}

TEST(DesignStanding, APortThatIsNotThereIsNotInvented) {
  std::string text = small_duplex("10GBASE-SR", "racks: {A01: {at: [0 m, 0 m]}}\n");
  text.replace(text.find("Eth[1-6]"), 8, "Eth[1-8]");
  const DesignReport report = designed_over(text, {{"plant.yaml", kByHand}});
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  EXPECT_EQ(report.findings.all()[0].message, "leaf1 stands without a port Eth7, and the fabric asks for it");
}

TEST(DesignStanding, AnotherHeightIsTold) {
  const DesignReport before = designed_new(hall_of_leaves(2));
  std::string higher = without_phases(hall_of_leaves(3));
  higher.replace(higher.find("racks: [N1"), 0, "height: 2, ");
  const DesignReport after = designed_over(higher, before.files);
  EXPECT_EQ(after.exit, Exit::kInfeasible);
  ASSERT_THAT(after.findings.all(), testing::SizeIs(1));
  EXPECT_EQ(after.findings.all()[0].code, "F834");
  EXPECT_EQ(after.findings.all()[0].message, "leaf1 is 1 unit high where it stands, and the project says 2");
}

TEST(DesignStanding, WhatCannotBeReadStopsTheDesign) {
  const DesignReport report = designed_over(hall_of_leaves(2), {{"plant.yaml", "ferrule: 1\nlinks: [\n"}});
  EXPECT_EQ(report.exit, Exit::kUnreadable);
  EXPECT_TRUE(report.files.empty());
}

TEST(DesignStanding, AFurtherTableIsNotCarriedAndSaidSo) {
  PlantFiles standing{{"plant.yaml", std::string(kByHand) + "lots: lots.csv\n"}, {"lots.csv", "part,fibre,loss\ntrunk,1,0.1\n"}};
  const DesignReport report = designed_over(small_duplex("10GBASE-SR", "racks: {A01: {at: [0 m, 0 m]}}\n"), standing);
  EXPECT_NE(report.exit, Exit::kClean);
  EXPECT_TRUE(report.files.empty());
}

// Multimode devices beside single-mode trunks: what lies dark cannot be used, and there is nothing to say of what does not.
TEST(DesignStanding, OnlyLegsThatLieDarkAreToldToBeOfNoUse) {
  const auto told = [](const std::string& trunks) {
    const auto hall = [&](const std::string& more, const std::string& rule) {
      return "ferrule: 1\nproject: pair\npolicy: {slack: 1 m}\nfabric:\n  tiers:\n"
             "    leaf:  {count: 1, ports: {\"up[1-4]\": 400GBASE-DR4}, racks: A1}\n"
             "    spine: {count: 1, ports: {\"p[1-4]\": 400GBASE-DR4}, racks: B1}\n" +
             more + "  links: [{from: leaf, to: spine}" + rule + "]\ncabling: {all: {as: structured, trunks: " + trunks +
             "}}\nracks:\n  A1: {at: [0 m, 0 m]}\n  B1: {at: [3 m, 0 m]}\n";
    };
    const DesignReport after = designed_over(hall("    near: {count: 1, ports: {\"q[1-2]\": 400GBASE-SR4}, racks: A1}\n"
                                                  "    far:  {count: 1, ports: {\"q[1-2]\": 400GBASE-SR4}, racks: B1}\n",
                                                  ", {from: near, to: far}"),
                                             designed_new(hall({}, {})).files);
    const auto& all = after.findings.all();
    return std::count_if(all.begin(), all.end(), [](const diag::Finding& finding) { return finding.code == "F835"; });
  };
  EXPECT_EQ(told("[2, 4]"), 0);
  EXPECT_EQ(told("[8]"), 1);
}

}  // namespace
}  // namespace ferrule::api
