// Files of links over a plant that stands: the file says the ports, what it lists already is kept, and ports that a device lacks are added.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"

namespace ferrule::api {
namespace {

using ListFiles = std::map<std::string, std::string, std::less<>>;

ListFiles listed_project(const std::string& rows) {
  return {{"plant.yaml", R"(ferrule: 1
project: listed
fabric:
  tiers:
    leaf:  {devices: "leaf*", racks: A1, ports: {"*": 400GBASE-DR4}}
    spine: {devices: "spine*", racks: B1, ports: {"*": 400GBASE-DR4}}
  links: links.csv
racks:
  A1: {at: [0 m, 0 m], units: 42}
  B1: {at: [6 m, 0 m], units: 42}
)"},
          {"links.csv", "a,b\n" + rows}};
}

DesignReport designed_over_plant(const std::string& rows, const ListFiles& standing, bool revise = false) {
  DesignOptions options;
  options.standing = "plant.yaml";
  options.texts = &standing;
  options.revise = revise;
  return design(load_texts(listed_project(rows), {}), {}, options);
}

constexpr const char* kTwoLinks = "leaf01/p1,spine1/p1\nleaf01/p2,spine1/p2\n";

TEST(DesignStandingLinks, WhatIsListedStillIsKeptAndPortsComeBehind) {
  const DesignReport before = design(load_texts(listed_project(kTwoLinks), {}), {});
  ASSERT_EQ(before.exit, Exit::kClean);
  const DesignReport after =
      designed_over_plant(std::string(kTwoLinks) + "leaf02/p1,spine1/p3\nleaf01/p7,spine2/p1\n", before.files);
  ASSERT_EQ(after.exit, Exit::kClean);
  EXPECT_EQ(after.standing->report.links_kept, 2u);
  EXPECT_EQ(after.check.counts.proven, 4u);
  const std::string& equipment = after.files.at("equipment.csv");
  EXPECT_THAT(equipment, testing::HasSubstr("leaf01,A1,1,1,\"p[1-2]\",400GBASE-DR4,\nleaf01,,,,p7,400GBASE-DR4,\nspine1,B1"))
      << "behind the ports that it has";
  EXPECT_THAT(equipment, testing::HasSubstr("leaf02,A1,2,1,p1,400GBASE-DR4,new\n")) << "the name of the file, zeros and all";
}

TEST(DesignStandingLinks, APortThatIsPluggedElsewhereIsNotTaken) {
  const DesignReport before = design(load_texts(listed_project(kTwoLinks), {}), {});
  const DesignReport after = designed_over_plant("leaf01/p1,spine2/p1\n", before.files);
  EXPECT_EQ(after.exit, Exit::kInfeasible);
  EXPECT_TRUE(after.files.empty());
  ASSERT_FALSE(after.findings.all().empty());
  EXPECT_EQ(after.findings.all().front().code, "F833");
}

TEST(DesignStandingLinks, APlanThatNobodyBuiltMayMoveThem) {
  const DesignReport before = design(load_texts(listed_project(kTwoLinks), {}), {});
  const DesignReport after = designed_over_plant("leaf01/p1,spine2/p1\nleaf01/p2,spine1/p2\n", before.files, true);
  ASSERT_EQ(after.exit, Exit::kClean);
  EXPECT_EQ(after.standing->report.links_kept, 1u);
  EXPECT_EQ(after.check.counts.proven, 2u);
  EXPECT_THAT(after.files.at("cables.csv"), testing::Not(testing::HasSubstr("leaf01/p1,spine1/p1")));
}

TEST(DesignStandingLinks, APortThatIsMissingInYamlIsAskedFor) {
  const DesignReport before = design(load_texts(listed_project(kTwoLinks), {}), {});
  ListFiles standing = before.files;
  std::string& plant = standing.at("plant.yaml");
  plant.replace(plant.find("equipment: equipment.csv"), 24,
                "equipment: {leaf01: {ports: {\"p[1-2]\": 400GBASE-DR4}}, spine1: {ports: {\"p[1-2]\": 400GBASE-DR4}}}");
  const DesignReport after = designed_over_plant(std::string(kTwoLinks) + "leaf01/p3,spine1/p3\n", standing);
  EXPECT_EQ(after.exit, Exit::kInfeasible);
  ASSERT_FALSE(after.findings.all().empty());
  EXPECT_EQ(after.findings.all().front().code, "F834");
}

}  // namespace
}  // namespace ferrule::api
