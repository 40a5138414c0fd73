#include "api/trace.h"

#include <string>
#include <vector>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plants/two_panels.h"

namespace ferrule::api {
namespace {

using plants::two_panels;
using testing::ElementsAre;

Trace only(const TraceReport& report) {
  EXPECT_EQ(report.traces.size(), 1u);
  return report.traces.empty() ? Trace{} : report.traces.front();
}

std::vector<std::string> ends_of(const TraceRoute& route) {
  std::vector<std::string> ends;
  for (const TraceStop& stop : route.stops) ends.push_back(stop.end);
  return ends;
}

TEST(Trace, APortIsFollowedThroughEveryConnectorToTheOtherPort) {
  const TraceReport report = trace(two_panels(), {"leaf1/Eth1"});
  EXPECT_EQ(report.exit, Exit::kClean);
  const Trace found = only(report);
  ASSERT_EQ(found.routes.size(), 1u);
  const TraceRoute& route = found.routes[0];
  EXPECT_THAT(ends_of(route), ElementsAre("leaf1/Eth1", "C1/a", "C1/b", "T1/a", "T1/b", "C2/a", "C2/b", "spine1/Eth1"));
  EXPECT_EQ(route.length, Length{34000});
  EXPECT_EQ(route.near_ending, plant::Ending::kPort);
  EXPECT_EQ(route.far_ending, plant::Ending::kPort);
  ASSERT_EQ(route.lanes.size(), 8u);
  EXPECT_THAT(route.lanes[0].positions, ElementsAre(1, 1, 12, 12, 1, 1, 12, 12));
  EXPECT_EQ(route.lanes[0].near.function, plant::Function::kTransmit);
  EXPECT_EQ(route.lanes[0].far.function, plant::Function::kReceive);
  EXPECT_EQ(route.lanes[0].far.lane, 1);
}

TEST(Trace, JointsNameThePanelThatTheyAreIn) {
  const Trace found = only(trace(two_panels(), {"leaf1/Eth1"}));
  ASSERT_EQ(found.routes.size(), 1u);
  ASSERT_EQ(found.routes[0].steps.size(), 7u);
  EXPECT_EQ(found.routes[0].steps[0].joint, plant::Joint::kMdi);
  EXPECT_EQ(found.routes[0].steps[0].place, "");
  EXPECT_EQ(found.routes[0].steps[2].joint, plant::Joint::kOpposed);
  EXPECT_EQ(found.routes[0].steps[2].place, "P1/1/1");
}

TEST(Trace, ATraceFromTheFarPortIsTheSameWayReversed) {
  const Trace here = only(trace(two_panels(), {"leaf1/Eth1"})), there = only(trace(two_panels(), {"spine1/Eth1"}));
  ASSERT_EQ(here.routes.size(), 1u);
  ASSERT_EQ(there.routes.size(), 1u);
  std::vector<std::string> back = ends_of(there.routes[0]);
  std::reverse(back.begin(), back.end());
  EXPECT_EQ(back, ends_of(here.routes[0]));
}

TEST(Trace, ALaneIsTwoFibresOneEachWay) {
  const Trace found = only(trace(two_panels(), {"leaf1/Eth1:3"}));
  ASSERT_EQ(found.routes.size(), 1u);
  ASSERT_EQ(found.routes[0].lanes.size(), 2u);
  EXPECT_EQ(found.routes[0].lanes[0].positions.front(), 3);
  EXPECT_EQ(found.routes[0].lanes[1].positions.front(), 10);
}

TEST(Trace, FromTheMiddleBothWaysAreFollowed) {
  for (const char* end : {"T1", "T1/a", "C1", "C1/a"}) {
    const Trace found = only(trace(two_panels(), {end}));
    ASSERT_EQ(found.routes.size(), 1u) << end;
    EXPECT_EQ(found.routes[0].stops.front().end, "leaf1/Eth1") << end;
    EXPECT_EQ(found.routes[0].stops.back().end, "spine1/Eth1") << end;
    EXPECT_EQ(found.routes[0].lanes.size(), 8u) << end;
  }
}

TEST(Trace, APanelPortLeadsToWhatRunsThroughIt) {
  const Trace found = only(trace(two_panels(), {"P2/1/1"}));
  EXPECT_EQ(found.kind, "panel port");
  ASSERT_EQ(found.routes.size(), 1u);
  EXPECT_EQ(found.routes[0].stops.size(), 8u);
}

TEST(Trace, ALinkIsFollowedFromItsFirstEndAndSaysWhatItAskedFor) {
  const Trace found = only(trace(two_panels(), {"L1"}));
  EXPECT_EQ(found.kind, "link");
  EXPECT_EQ(found.link_a, "leaf1/Eth1");
  EXPECT_EQ(found.link_b, "spine1/Eth1");
  ASSERT_EQ(found.routes.size(), 1u);
}

TEST(Trace, ALooseEndIsWhereTheWayEnds) {
  const Trace found = only(trace(two_panels({.loose_end = true}), {"leaf1/Eth1"}));
  ASSERT_EQ(found.routes.size(), 1u);
  EXPECT_EQ(found.routes[0].far_ending, plant::Ending::kOpenEnd);
  EXPECT_EQ(found.routes[0].stops.back().end, "C2/b");
}

TEST(Trace, APortWithNothingPluggedInIsARouteOfOneStop) {
  const Trace found = only(trace(two_panels({.loose_end = true}), {"spine1/Eth1"}));
  ASSERT_EQ(found.routes.size(), 1u);
  EXPECT_EQ(found.routes[0].stops.size(), 1u);
  EXPECT_EQ(found.routes[0].far_ending, plant::Ending::kOpenEnd);
}

TEST(Trace, BehindAnAdapterThatNobodyStatedNoFibreCanBeNamed) {
  const Trace found = only(trace(two_panels({.unstated_adapter = true}), {"leaf1/Eth1"}));
  ASSERT_EQ(found.routes.size(), 1u);
  EXPECT_EQ(found.routes[0].far_ending, plant::Ending::kUnknown);
  EXPECT_EQ(found.routes[0].lanes[0].positions.back(), 0);
  EXPECT_EQ(found.routes[0].stops.back().end, "C2/a");
}

TEST(Trace, AnUnknownEndIsAFindingWithNearNamesAndExitCode2) {
  struct Row {
    const char *asked, *why, *near;
  };
  for (const auto& [asked, why, near] : std::initializer_list<Row>{
           {"leaf1/Eht1", "leaf1 has no such port", "leaf1/Eth1"},
           {"laef1/Eth1", "there is no port, cable or link of that name", "leaf1/Eth1"},
           {"T1/c", "cable T1 has no such end", "T1/a"},
           {"leaf1", "leaf1 is equipment; name one of its ports", "leaf1/Eth1"},
           {"leaf1/Eth1:5", "it has 4 lanes", ""},
           {"P1/1/2", "P1 has no such port", "P1/1/1"},
       }) {
    const TraceReport report = trace(two_panels(), {asked});
    EXPECT_EQ(report.exit, Exit::kUsage) << asked;
    ASSERT_EQ(report.findings.all().size(), 1u) << asked;
    const diag::Finding& finding = report.findings.all()[0];
    EXPECT_THAT(finding.message, testing::HasSubstr(why));
    if (*near != '\0') {
      ASSERT_EQ(finding.help.size(), 1u) << asked;
      EXPECT_THAT(finding.help[0], testing::HasSubstr(near));
    }
  }
}

TEST(Trace, KnownEndsAreTracedEvenWhenAnotherIsNot) {
  const TraceReport report = trace(two_panels(), {"nonsense", "T1"});
  EXPECT_EQ(report.exit, Exit::kUsage);
  EXPECT_EQ(report.traces.size(), 1u);
}

}  // namespace
}  // namespace ferrule::api
