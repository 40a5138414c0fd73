// Designs of links that files name: proven as those of rules, whatever the order of the rows.
#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"

namespace ferrule::api {
namespace {

DesignReport of_links(const std::string& project, const std::string& links) {
  return design(load_texts({{"plant.yaml", project}, {"links.csv", links}}, {}), {});
}

constexpr const char* kTable = R"(ferrule: 1
project: table
fabric:
  tiers:
    leaf:  {devices: "leaf*", ports: {"*": 400GBASE-DR4}, racks: "A[1-2]", per_rack: 1, u: 10}
    spine: {devices: "spine*", ports: {"*": 400GBASE-DR4}, racks: B1, u: 10}
  links: links.csv
cabling: {leaf-spine: {as: structured, trunks: [2, 4], panel_ports: 8}}
racks:
  "A[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m], units: 42}
  B1: {at: [6 m, 0 m], units: 42}
)";

std::vector<std::string> leaf_spine_rows() {
  std::vector<std::string> rows;
  for (int leaf = 1; leaf <= 2; ++leaf)
    for (int port = 1; port <= 4; ++port)
      rows.push_back(fmt::format("leaf{}/swp{},spine1/swp{}\n", leaf, port, (leaf - 1) * 4 + port));
  return rows;
}

std::string joined_rows(const std::vector<std::string>& rows) {
  std::string out = "a,b\n";
  for (const std::string& row : rows) out += row;
  return out;
}

TEST(DesignLinks, AreProvenThroughPanels) {
  const DesignReport report = of_links(kTable, joined_rows(leaf_spine_rows()));
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 8u);
  EXPECT_EQ(report.plan.panels.size(), 3u);
  EXPECT_THAT(report.files.at("equipment.csv"), testing::HasSubstr("spine1,B1,10,1,\"swp[1-8]\",400GBASE-DR4"));
}

// Rows in another order, and turned, are the same links.
TEST(DesignLinks, TheOrderOfRowsChangesNothing) {
  std::vector<std::string> rows = leaf_spine_rows();
  const auto before = of_links(kTable, joined_rows(rows)).files;
  std::reverse(rows.begin(), rows.end());
  std::swap(rows[1], rows[4]);
  for (std::string& row : rows) {
    const std::size_t comma = row.find(',');
    if (row.find("swp3") != std::string::npos)
      row = row.substr(comma + 1, row.size() - comma - 2) + "," + row.substr(0, comma) + "\n";
  }
  EXPECT_EQ(of_links(kTable, joined_rows(rows)).files, before);
}

TEST(DesignLinks, OneRowFewerIsASmallChange) {
  std::vector<std::string> rows = leaf_spine_rows();
  rows.pop_back();
  const DesignReport report = of_links(kTable, joined_rows(rows));
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.links, 7u);
  EXPECT_THAT(report.files.at("equipment.csv"), testing::HasSubstr("leaf2,A2,10,1,\"swp[1-3]\",400GBASE-DR4"));
}

TEST(DesignLinks, StandBesideRules) {
  const DesignReport report = of_links(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": 400GBASE-DR4, "down[1-2]": 400GBASE-DR4}}
    spine: {count: 2, ports: {"port[1-2]": 400GBASE-DR4}}
    node:  {devices: "n*", ports: {"*": 400GBASE-DR4}}
  links: [{from: leaf, to: spine, up: 2}, links.csv]
cabling: {all: {length: 5 m}}
)",
                                       "a,b\nn1/1,leaf1/down1\nn2/1,leaf2/down2\n");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 6u);
  EXPECT_THAT(report.files.at("links.csv"), testing::HasSubstr("leaf2--n2,leaf2/down2,n2/1"));
}

// What stands is neither written again nor moved, and its ports say their own optics.
TEST(DesignLinks, EquipmentOfTheProjectMayBeNamed) {
  const char* project = R"(ferrule: 1
fabric:
  tiers: {leaf: {devices: "leaf*", ports: {"*": 400GBASE-DR4}, racks: A1}}
  links: links.csv
equipment: {core1: {rack: B1, u: 7, height: 2, ports: {"p[1-4]": 400GBASE-DR4}}}
racks: {A1: {at: [0 m, 0 m]}, B1: {at: [6 m, 0 m]}}
)";
  const DesignReport report = of_links(project, "a,b\nleaf1/swp1,core1/p1\nleaf1/swp2,core1/p4\n");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 2u);
  EXPECT_THAT(report.files.at("equipment.csv"), testing::Not(testing::HasSubstr("core1")));
  ASSERT_TRUE(report.plan.stands[1].has_value());
  EXPECT_EQ(report.plan.stands[1]->unit, 7);
  EXPECT_TRUE(report.plan.cables[0].ordered.has_value());
  const DesignReport wrong = of_links(project, "a,b\nleaf1/swp1,core1/p9\n");
  ASSERT_EQ(wrong.findings.all().size(), 1u);
  EXPECT_EQ(wrong.findings.all().front().code, "F842");
}

TEST(DesignLinks, APortThatARuleTookIsNotGivenAgain) {
  const DesignReport report = of_links(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": 400GBASE-DR4}}
    spine: {count: 2, ports: {"port[1-2]": 400GBASE-DR4}}
    node:  {devices: "n*", ports: {"*": 400GBASE-DR4}}
  links: [{from: leaf, to: spine, up: 2}, links.csv]
)",
                                       "a,b\nn1/1,leaf1/up2\nn1/2,leaf3/up1\nn1/3,leaf1/up9\n");
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  std::vector<std::string> codes;
  for (const diag::Finding& finding : report.findings.all()) codes.push_back(finding.code);
  EXPECT_THAT(codes, testing::UnorderedElementsAre("F844", "F842", "F842"));
  EXPECT_TRUE(report.files.empty());
}

TEST(DesignLinks, OpticsThatDifferGetPartsOfTheirOwn) {
  const DesignReport report =
      of_links("ferrule: 1\nfabric: {links: links.csv}\ncabling: {all: {length: 5 m}}\n",
               "node a,port a,node b,port b,optic\nleaf1,1,spine1,1,400GBASE-DR4\nleaf1,2,spine1,2,100GBASE-DR\n"
               "leaf1,3,spine1,3,copper\n");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 2u);
  ASSERT_EQ(report.fabric->rules.size(), 3u);
  EXPECT_EQ(report.fabric->rules[1].name, "leaf-spine-2");
  EXPECT_EQ(report.plan.links.size(), 3u);
  EXPECT_EQ(report.plan.parts.size(), 2u);
}

TEST(DesignLinks, RacksOfTheFileAreMadeWhereTheProjectHasNone) {
  const DesignReport report = of_links("ferrule: 1\nfabric: {links: links.csv}\ncabling: {all: {length: 5 m}}\n",
                                       "rack,u,name,port,rack,u,name,port,optic\n316,U20,leaf1,1,R "
                                       "1,4,spine1,1,400GBASE-DR4\n316,20,leaf1,2,R 1,4,spine1,2,400GBASE-DR4\n");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(report.files.at("plant.yaml"), testing::HasSubstr("racks:\n  \"316\": {}\n  \"R 1\": {}\n"));
  EXPECT_THAT(report.files.at("equipment.csv"), testing::HasSubstr("leaf1,316,20,1,\"[1-2]\",400GBASE-DR4"));
}

TEST(DesignLinks, PlacesThatCannotBe) {
  const std::string racks = "racks: {A1: {at: [0 m, 0 m], units: 42}}\n";
  for (const auto& [rows, code] : std::initializer_list<std::pair<const char*, const char*>>{
           {"A1,20,leaf1,1,A9,4,spine1,1,400GBASE-DR4\n", "F812"},
           {"A1,20,leaf1,1,A1,20,spine1,1,400GBASE-DR4\n", "F811"},
           {"A1,43,leaf1,1,A1,20,spine1,1,400GBASE-DR4\n", "F811"},
           {"A1,x,leaf1,1,A1,20,spine1,1,400GBASE-DR4\n", "L202"},
           {"A1,1,leaf1,1,A1,20,spine1,1,400GBASE-DR9\n", "L204"},
       }) {
    const DesignReport report = of_links("ferrule: 1\nfabric: {links: links.csv}\n" + racks,
                                         std::string("rack,u,name,port,rack,u,name,port,optic\n") + rows);
    ASSERT_FALSE(report.findings.all().empty()) << rows;
    EXPECT_EQ(report.findings.all().front().code, code) << rows;
    EXPECT_TRUE(report.files.empty());
  }
}

TEST(DesignLinks, ALinkThatStandsTwiceCountsOnceAndIsTold) {
  const DesignReport report = of_links("ferrule: 1\nfabric: {links: links.csv}\ncabling: {all: {length: 5 m}}\n",
                                       "a,b,optic\nx1/1,y1/1,400GBASE-DR4\ny1/1,x1/1,400GBASE-DR4\n");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.links, 1u);
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all().front().severity, diag::Severity::kWarning);
}

}  // namespace
}  // namespace ferrule::api
