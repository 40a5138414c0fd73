// Duplex links over cassettes: each method of data/methods.csv gives the parts of its row, proven, and no rule says that they are others.
#include <algorithm>
#include <map>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

using testing::HasSubstr;

DesignReport duplex(const std::string& optic, const std::string& wishes, const std::string& policy = "slack: 1 m",
                    const std::string& parts = {}) {
  return design(load_texts({{"plant.yaml", "ferrule: 1\npolicy: {" + policy + "}\n" + parts + R"(
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-4]": )" + optic +
                                               R"(}, racks: "A[1-2]", per_rack: 2}
    spine: {count: 2, ports: {"port[1-8]": )" + optic +
                                               R"(}, racks: B1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured)" + wishes +
                                               R"(}}
racks:
  "A[1-2]": {at: [0 m, 0 m], step: [2 m, 0 m]}
  B1: {at: [9 m, 0 m]}
)"}},
                           {}),
                {}, DesignOptions{});
}

const std::string& description(const DesignReport& report, std::string_view kind) {
  static const std::string none;
  for (const synth::PlanPart& part : report.plan.parts)
    if (part.description.find("{kind: " + std::string(kind)) == 0) return part.description;
  return none;
}

int cords_of(const DesignReport& report) {
  int count = 0;
  for (const synth::PlanPart& part : report.plan.parts) count += part.description.find("{kind: cord") == 0;
  return count;
}

TEST(DesignMethods, EachGivesThePartsOfItsRow) {
  const std::unique_ptr<Loaded> loaded = load_facts("");
  ASSERT_EQ(loaded->facts.methods().size(), 5u);
  for (const facts::Method& method : loaded->facts.methods()) {
    SCOPED_TRACE(method.name);
    const DesignReport report = duplex("10GBASE-SR", "", "slack: 1 m, method: " + method.name);
    ASSERT_EQ(report.exit, Exit::kClean);
    EXPECT_EQ(report.check.counts.proven, 16u);
    EXPECT_THAT(description(report, "trunk"), HasSubstr("polarity: " + method.trunk + ","));
    EXPECT_THAT(description(report, "cassette"),
                HasSubstr("adapter: " + method.adapter + ", transition: " + method.near_transition));
    EXPECT_EQ(cords_of(report), method.near_cord == method.far_cord ? 1 : 2);
    for (const diag::Finding& finding : report.check.findings.all()) EXPECT_NE(finding.name, "method-not-followed");
  }
}

TEST(DesignMethods, MapsOfTwoRowsAreOfTheirMethod) {
  const DesignReport report = duplex("10GBASE-SR", ", base: 24", "slack: 1 m, method: U1");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(description(report, "cassette"), HasSubstr("transition: universal-r,"));
  for (const diag::Finding& finding : report.check.findings.all()) EXPECT_NE(finding.name, "method-not-followed");
}

TEST(DesignMethods, TheWishOfARuleComesBeforeThatOfThePolicy) {
  const DesignReport report = duplex("10GBASE-SR", ", method: C", "slack: 1 m, method: U1");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(description(report, "trunk"), HasSubstr("polarity: C"));
  EXPECT_TRUE(std::any_of(report.check.findings.all().begin(), report.check.findings.all().end(),
                          [](const diag::Finding& finding) { return finding.name == "method-not-followed"; }));
}

TEST(DesignMethods, WhatWasTakenUnaskedIsTold) {
  EXPECT_THAT(
      duplex("10GBASE-SR", "").choices,
      testing::Contains(testing::StartsWith("method U1 for leaf-spine, as none was asked for: Type B trunk, Type A adapters")));
  EXPECT_TRUE(duplex("10GBASE-SR", ", panel_cassettes: 4", "slack: 1 m, method: B").choices.empty());
}

constexpr const char* kOwnCassettes = R"(parts:
  straight: {kind: cassette, fibre: OM4, adapter: B, transition: consecutive, rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, polish: PC, count: 6}}
  turned: {kind: cassette, fibre: OM4, adapter: B, transition: consecutive-flipped, rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, polish: PC, count: 6}}
)";

std::set<std::string> parts_of_panels(const DesignReport& report) {
  std::set<std::string> names;
  for (const synth::PlanPanel& panel : report.plan.panels) names.insert(report.plan.parts[panel.part].name);
  return names;
}

TEST(DesignMethods, TwoCassettesOfTheProjectStandOpposite) {
  const DesignReport report = duplex("10GBASE-SR", ", method: B", "slack: 1 m", kOwnCassettes);
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(parts_of_panels(report), (std::set<std::string>{"straight", "turned"}));
}

TEST(DesignMethods, CassettesOfAnotherMethodAreNotTaken) {
  const DesignReport report = duplex("10GBASE-SR", ", method: U1", "slack: 1 m", kOwnCassettes);
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(parts_of_panels(report), std::set<std::string>{"cassette"});
}

TEST(DesignMethods, TheFarCassetteOfMethodBIsFlipped) {
  const DesignReport report = duplex("10GBASE-SR", ", method: B");
  ASSERT_EQ(report.exit, Exit::kClean);
  std::map<std::string, std::string> cassette_in;
  for (const synth::PlanPanel& panel : report.plan.panels)
    cassette_in[report.hall.racks[panel.stand.rack].name] = report.plan.parts[panel.part].description;
  EXPECT_THAT(cassette_in["A1"], HasSubstr("transition: consecutive,"));
  EXPECT_THAT(cassette_in["A2"], HasSubstr("transition: consecutive,"));
  EXPECT_THAT(cassette_in["B1"], HasSubstr("transition: consecutive-flipped,"));
}

TEST(DesignMethods, WithoutOneBothEndsHaveTheSameParts) {
  for (const char* optic : {"10GBASE-SR", "10GBASE-LR"}) {
    const DesignReport report = duplex(optic, "");
    ASSERT_EQ(report.exit, Exit::kClean);
    EXPECT_THAT(description(report, "trunk"), HasSubstr("polarity: B"));
    EXPECT_EQ(cords_of(report), 1);
  }
}

// Aligned adapters hold angled faces apart: Method U2 has no others, Method B is then one of opposed ones.
TEST(DesignMethods, AngledFacesDoNotMeetThroughAlignedAdapters) {
  EXPECT_EQ(duplex("10GBASE-LR", ", method: U2").exit, Exit::kInfeasible);
  const DesignReport report = duplex("10GBASE-LR", ", method: B");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(description(report, "cassette"), HasSubstr("adapter: A"));
}

TEST(DesignMethods, CrossedPairsAreForDuplexOpticsAlone) {
  const DesignReport report = duplex("400GBASE-DR4", ", method: C");
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  ASSERT_FALSE(report.findings.all().front().notes.empty());
  EXPECT_THAT(report.findings.all().front().notes.front().text, HasSubstr("Method C is for duplex optics"));
}

TEST(DesignMethods, APanelHoldsAsManyCassettesAsItsWishSays) {
  const auto panels = [](const std::string& wishes) {
    const DesignReport report = duplex("10GBASE-SR", ", trunks: [1]" + wishes);
    EXPECT_EQ(report.exit, Exit::kClean);
    int most = 0;
    for (const synth::PlanPanel& panel : report.plan.panels) most = std::max(most, panel.slots_used);
    return std::pair(report.plan.panels.size(), most);
  };
  EXPECT_EQ(panels(", panel_cassettes: 1"), (std::pair<std::size_t, int>(8, 1)));
  EXPECT_EQ(panels(", panel_cassettes: 2"), (std::pair<std::size_t, int>(4, 2)));
  EXPECT_EQ(panels(", panel_ports: 1"), (std::pair<std::size_t, int>(3, 4)));  // ports are of adapter panels
}

}  // namespace
}  // namespace ferrule::api
