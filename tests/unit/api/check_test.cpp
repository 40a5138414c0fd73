#include "api/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plants/two_panels.h"

namespace ferrule::api {
namespace {

using plants::two_panels;

TEST(Check, CountsLinksFibresAndDistinctWays) {
  const CheckReport report = check(two_panels({.links = 40}));
  EXPECT_EQ(report.counts.links, 40u);
  EXPECT_EQ(report.counts.fibres, 320u);
  EXPECT_EQ(report.counts.ways, 1u);
  EXPECT_EQ(report.counts.proven + report.counts.faulty + report.counts.unproven, 40u);
}

TEST(Check, ALinkIsDescribedLaneByLane) {
  const CheckReport report = check(two_panels());
  const LinkReport link = describe_link(report, 0);
  EXPECT_EQ(link.id, "L1");
  EXPECT_EQ(link.a, "leaf1/Eth1");
  EXPECT_EQ(link.b, "spine1/Eth1");
  EXPECT_EQ(link.application, "400GBASE-DR4");
  ASSERT_EQ(link.lanes.size(), 8u);
  const LaneReport& lane = link.lanes[0];
  EXPECT_EQ(lane.lane, 1);
  EXPECT_EQ(lane.function, plant::Function::kTransmit);
  EXPECT_EQ(lane.position, 1);
  EXPECT_EQ(lane.arrives_end, "spine1/Eth1");
  EXPECT_EQ(lane.arrives_position, 12);
  EXPECT_EQ(lane.result, check::Outcome::kExact);
}

TEST(Check, ACordOfTheWrongTypeMakesTheLinkFaulty) {
  const CheckReport report = check(two_panels({.cord_is_type_a = true}));
  EXPECT_EQ(report.counts.faulty, 1u);
  EXPECT_EQ(describe_link(report, 0).lanes[0].result, check::Outcome::kTransmitMeetsTransmit);
}

TEST(Check, WhereNoFibreCanBeNamedTheLaneArrivesAtNoPosition) {
  const CheckReport report = check(two_panels({.unstated_adapter = true}));
  const LinkReport link = describe_link(report, 0);
  EXPECT_EQ(link.verdict, check::Verdict::kUnproven);
  EXPECT_EQ(link.lanes[0].arrives_position, 0);
  EXPECT_EQ(link.lanes[0].result, check::Outcome::kUnknown);
}

TEST(Check, AnUnreadableProjectIsNotCheckedAndSaysSo) {
  auto loaded = two_panels();
  loaded->readable = false;
  const CheckReport report = check(std::move(loaded));
  EXPECT_EQ(report.exit, Exit::kUnreadable);
  EXPECT_EQ(report.counts.links, 0u);
  EXPECT_TRUE(report.verdicts.empty());
  ASSERT_EQ(report.not_checked.size(), 1u);
  EXPECT_EQ(report.not_checked[0].what, "every link");
}

TEST(Check, TheLevelDecidesTheExitCode) {
  const auto exit_at = [](diag::Severity found, diag::Severity level) {
    auto loaded = std::make_unique<Loaded>();
    loaded->plant = plant::Plant{};
    loaded->plant.links.push_back({});
    loaded->findings.add("X1", "seen", found, {}, "seen");
    return check(std::move(loaded), {.level = level}).exit;
  };
  using diag::Severity;
  EXPECT_EQ(exit_at(Severity::kError, Severity::kError), Exit::kFindings);
  EXPECT_EQ(exit_at(Severity::kWarning, Severity::kError), Exit::kClean);
  EXPECT_EQ(exit_at(Severity::kWarning, Severity::kWarning), Exit::kFindings);
  EXPECT_EQ(exit_at(Severity::kNote, Severity::kWarning), Exit::kClean);
  EXPECT_EQ(exit_at(Severity::kNote, Severity::kNote), Exit::kFindings);
}

TEST(Check, FindingsStandInTheOrderOfTheText) {
  auto loaded = two_panels();
  const std::uint32_t source = loaded->sources.add("plant.yaml", "one\ntwo\nthree\n");
  loaded->findings.add("X2", "later", diag::Severity::kWarning, {source, 8, 5}, "later");
  loaded->findings.add("X3", "nowhere", diag::Severity::kWarning, {}, "nowhere");
  loaded->findings.add("X1", "sooner", diag::Severity::kWarning, {source, 0, 3}, "sooner");
  const CheckReport report = check(std::move(loaded));
  std::vector<std::string> codes;
  for (const diag::Finding& finding : report.findings.all())
    if (finding.code[0] == 'X' && finding.code.size() == 2) codes.push_back(finding.code);
  EXPECT_THAT(codes, testing::ElementsAre("X1", "X2", "X3"));
}

}  // namespace
}  // namespace ferrule::api
