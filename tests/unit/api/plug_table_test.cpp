// The patch schedule of a small plant, row by row.
#include "api/plug_table.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "project_of_text.h"

namespace ferrule::api {
namespace {

using testing::HasSubstr;

constexpr const char* kPlant = R"(ferrule: 1
phases: [P1, P2]
parts:
  cord: {kind: cord, fibre: OM4, polarity: B, ends: {connector: MPO-12, gender: unpinned, polish: PC}}
  trunk: {kind: trunk, fibre: OM4, polarity: B, legs: 2, ends: {connector: MPO-12, gender: pinned, polish: PC, count: 2}}
  harness: {kind: breakout, fibre: OM4, wiring: port-4xLC, head: {connector: MPO-12, gender: unpinned, polish: PC}, leg: {connector: LC-duplex, polish: PC, count: 4}}
  panel: {kind: adapter-panel, connector: MPO-12, adapter: A, count: 2}
racks: {A1: {at: [0 m, 0 m]}, B1: {at: [9 m, 0 m]}}
equipment:
  leaf1: {rack: A1, u: 3, ports: {Eth1: 100GBASE-SR4}}
  spine1: {rack: B1, ports: {Eth1: 100GBASE-SR4, "x[1-4]": 25GBASE-SR}}
panels:
  P1: {rack: A1, u: 40, part: panel}
  P2: {rack: B1, part: panel}
cables:
  - {id: C2, part: cord, a: spine1/Eth1, b: P2/1, phase: P2}
  - {id: C1, part: cord, length: 2.5 m, a: leaf1/Eth1, b: P1/1, phase: P1}
  - {id: T1, part: trunk, length: 15 m, a: "P1/[1-2]/rear", b: "P2/[1-2]/rear", phase: P1}
  - {id: H1, part: harness, length: 3 m, head: P2/2, legs: [spine1/x1, spine1/x2, capped, capped], phase: P2}
)";

std::string plugs() { return plug_table(effort_of(project_of_text(kPlant))); }

TEST(PlugTable, EachPlugHasItsPlaceAndThatOfTheOtherEnd) {
  EXPECT_THAT(plugs(), HasSubstr("C1,cord,2.5,a,MPO-12,A1,3,leaf1/Eth1,A1,40,P1/1,A1 U3 leaf1/Eth1 > A1 U40 P1/1\n"));
  EXPECT_THAT(plugs(), HasSubstr("C1,cord,2.5,b,MPO-12,A1,40,P1/1,A1,3,leaf1/Eth1,A1 U40 P1/1 > A1 U3 leaf1/Eth1\n"));
}

TEST(PlugTable, LegsOfATrunkGoSideBySide) {
  EXPECT_THAT(plugs(), HasSubstr("T1,trunk,15,a2,MPO-12,A1,40,P1/2/rear,B1,,P2/2/rear,A1 U40 P1/2/rear > B1 P2/2/rear\n"));
  EXPECT_THAT(plugs(), HasSubstr("T1,trunk,15,b1,MPO-12,B1,,P2/1/rear,A1,40,P1/1/rear,B1 P2/1/rear > A1 U40 P1/1/rear\n"));
}

TEST(PlugTable, AHeadLeadsToAllLegsAndACappedLegSaysSo) {
  EXPECT_THAT(plugs(), HasSubstr(",spine1/x1 and 3 more,B1 P2/2 > B1 spine1/x1 and 3 more\n"));
  EXPECT_THAT(plugs(), HasSubstr("LC-duplex,B1,,spine1/x2,B1,,P2/2,B1 spine1/x2 > B1 P2/2\n"));
  EXPECT_THAT(plugs(),
              testing::AllOf(HasSubstr("LC-duplex,,,capped b3,B1,,P2/2,capped b3 > B1 P2/2\n"), HasSubstr("P2,B-B1-1,H1")));
}

TEST(PlugTable, WhatIsNotStatedStaysBlankAndPhasesFollowEachOther) {
  const std::string all = plugs();
  EXPECT_THAT(all, HasSubstr("C2,cord,,a,"));
  EXPECT_LT(all.find("T1,trunk"), all.find("C2,cord"));
  EXPECT_LT(all.find("C1,cord"), all.find("C2,cord"));
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 1 + 2 + 2 + 4 + 5);
}

}  // namespace
}  // namespace ferrule::api
