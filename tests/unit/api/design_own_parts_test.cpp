// Parts that the author describes are taken where they are proven and follow the wishes; new ones else.
#include <algorithm>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"

namespace ferrule::api {
namespace {

DesignReport with_parts(const std::string& parts, const std::string& wishes, const std::string& optic = "400GBASE-DR4") {
  DesignOptions options;
  return design(load_texts({{"plant.yaml", R"(ferrule: 1
policy: {slack: 1 m}
parts:
)" + parts + R"(fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-12]": )" + optic +
                                               R"(}, racks: "A[1-2]", per_rack: 2}
    spine: {count: 2, ports: {"port[1-24]": )" +
                                               optic + R"(}, racks: B1}
  links: [{from: leaf, to: spine}]
racks: {"A[1-2]": {at: [0 m, 0 m], step: [2 m, 0 m], units: 20}, B1: {at: [6 m, 0 m], units: 20}}
cabling: {all: {)" + wishes + "}}\n"}},
                           {}),
                {}, options);
}

// Names of parts that the author describes.
std::set<std::string> own_used(const DesignReport& report) {
  std::set<std::string> out;
  for (const synth::PlanCable& cable : report.plan.cables)
    if (report.plan.parts[cable.part].description.empty()) out.insert(report.plan.parts[cable.part].name);
  for (const synth::PlanPanel& panel : report.plan.panels)
    if (report.plan.parts[panel.part].description.empty()) out.insert(report.plan.parts[panel.part].name);
  return out;
}

constexpr const char* kCord =
    "  my-cord: {kind: cord, fibre: OS2, polarity: B, grade: low-loss, ends: {connector: MPO-12, gender: unpinned, polish: "
    "APC}}\n";

TEST(DesignOwnParts, ACordOfTheProjectIsTaken) {
  const DesignReport report = with_parts(kCord, "as: direct");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(own_used(report), testing::ElementsAre("my-cord"));
  EXPECT_THAT(report.choices, testing::IsEmpty());
  EXPECT_EQ(report.check.counts.proven, report.check.counts.links);
  EXPECT_EQ(report.plan.parts.size(), 1u);
}

TEST(DesignOwnParts, OneThatIsNotProvenIsNot) {
  const DesignReport pinned = with_parts(
      "  my-cord: {kind: cord, fibre: OS2, polarity: B, ends: {connector: MPO-12, gender: pinned, polish: APC}}\n", "as: direct");
  ASSERT_EQ(pinned.exit, Exit::kClean);
  EXPECT_THAT(own_used(pinned), testing::IsEmpty());
  EXPECT_THAT(pinned.choices, testing::Contains(testing::StartsWith("my-cord of the project is not taken for leaf-spine: ")));
}

TEST(DesignOwnParts, OneThatDoesNotFollowTheWishesIsNot) {
  const DesignReport better = with_parts(kCord, "as: direct, grade: elite");
  EXPECT_EQ(better.exit, Exit::kClean);
  EXPECT_THAT(own_used(better), testing::IsEmpty());
  EXPECT_THAT(own_used(with_parts(kCord, "as: direct, jacket: OFNP")), testing::IsEmpty());
  EXPECT_THAT(own_used(with_parts(kCord, "as: direct, grade: low-loss")), testing::ElementsAre("my-cord"));
}

TEST(DesignOwnParts, AWishThatNobodyKnowsIsSaid) {
  const DesignReport report = with_parts(kCord, "as: direct, grade: super-low");
  EXPECT_EQ(report.exit, Exit::kFindings);
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all().front().message, "there is no grade 'super-low'");
}

TEST(DesignOwnParts, TrunksOfTheirSizesAndCordsAtTheirEnds) {
  const std::string trunk =
      "  my-trunk: {kind: trunk, fibre: OS2, polarity: B, legs: 12, ends: {connector: MPO-12, gender: pinned, polish: APC, "
      "count: 12}}\n";
  const DesignReport report = with_parts(kCord + trunk, "as: structured, trunks: [8, 12]");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(own_used(report), testing::ElementsAre("my-cord", "my-trunk"));
  const DesignReport smaller = with_parts(kCord + trunk, "as: structured, trunks: [8]");
  EXPECT_THAT(own_used(smaller), testing::ElementsAre("my-cord")) << "12 may not be bought";
}

TEST(DesignOwnParts, CassettesWithTheirFronts) {
  const DesignReport report = with_parts(
      "  my-cassette: {kind: cassette, fibre: OM4, adapter: A, transition: consecutive, rear: {connector: MPO-12, gender: "
      "pinned, "
      "polish: PC}, front: {connector: LC-duplex, polish: PC, count: 6}}\n",
      "as: structured", "10GBASE-SR");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(own_used(report), testing::ElementsAre("my-cassette"));
  EXPECT_EQ(report.check.counts.proven, report.check.counts.links);
}

}  // namespace
}  // namespace ferrule::api
