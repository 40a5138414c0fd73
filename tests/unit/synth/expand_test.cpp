#include "synth/expand.h"

#include <map>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_fabric.h"

namespace ferrule::synth {
namespace {

using test::leaf_spine;
using test::rule;
using test::tier;

// Every receptacle at most once, and no more than there are.
void expect_ports_once(const Fabric& fabric, const Net& net) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const NetLink& link : net.links)
    for (const NetPort& port : {link.a, link.b}) {
      EXPECT_TRUE(seen.emplace(port.device, port.receptacle).second) << net.devices[port.device].name;
      EXPECT_LT(port.receptacle, static_cast<std::uint32_t>(fabric.tiers[net.devices[port.device].tier].receptacles()));
    }
}

std::map<std::pair<std::string, std::string>, int> pairs(const Net& net) {
  std::map<std::pair<std::string, std::string>, int> out;
  for (const NetLink& link : net.links) ++out[{net.devices[link.a.device].name, net.devices[link.b.device].name}];
  return out;
}

TEST(Expand, EveryLeafMeetsEverySpineEquallyOften) {
  const Fabric fabric = leaf_spine(4, 8, 2, 16);
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  EXPECT_TRUE(findings.all().empty());
  EXPECT_EQ(net.links.size(), 32u);
  expect_ports_once(fabric, net);
  for (const auto& [pair, count] : pairs(net)) EXPECT_EQ(count, 4) << pair.first << ' ' << pair.second;
}

TEST(Expand, SpinesAreCountedSoThatUplinksDivide) {
  // 24 leaves of 32 uplinks have room in 12 spines of 64, but 32 does not divide by 12: 16 (DGX SuperPOD H100, three scalable units).
  diag::Findings findings;
  EXPECT_EQ(count_devices(leaf_spine(24, 32, std::nullopt, 64), findings).back(), 16);
  // DGX SuperPOD B300 XDR: 18 and 36 are printed; 16 and 32 would have the ports.
  EXPECT_EQ(count_devices(leaf_spine(32, 72, std::nullopt, 144), findings).back(), 18);
  EXPECT_EQ(count_devices(leaf_spine(64, 72, std::nullopt, 144), findings).back(), 36);
  EXPECT_EQ(count_devices(leaf_spine(144, 72, std::nullopt, 144), findings).back(), 72);
  Fabric uneven = leaf_spine(24, 32, std::nullopt, 64);
  uneven.rules[0].uneven = true;
  EXPECT_EQ(count_devices(uneven, findings).back(), 12);
  EXPECT_TRUE(findings.all().empty());
}

// Of links that do not divide, every spine gets as many as any other, and so does every spine from each leaf; but for one.
TEST(Expand, ARemainderGoesRound) {
  for (int leaves = 1; leaves <= 25; leaves += 3)
    for (int uplinks = 1; uplinks <= 16; ++uplinks)
      for (int spines = 1; spines <= 12; ++spines) {
        Fabric fabric = leaf_spine(leaves, uplinks, spines, (leaves * uplinks + spines - 1) / spines);
        fabric.rules[0].uneven = true;
        diag::Findings findings;
        const Net net = expand(fabric, findings);
        ASSERT_TRUE(findings.all().empty()) << leaves << ' ' << uplinks << ' ' << spines;
        expect_ports_once(fabric, net);
        std::map<std::uint32_t, int> of_spine;
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> of_pair;
        for (const NetLink& link : net.links) ++of_spine[link.b.device], ++of_pair[{link.a.device, link.b.device}];
        for (const auto& [spine, count] : of_spine) EXPECT_GE(count, leaves * uplinks / spines);
        for (const auto& [pair, count] : of_pair) EXPECT_LE(count, (uplinks + spines - 1) / spines);
      }
}

TEST(Expand, AnUnevenSpreadIsRefusedWithWhatWouldDo) {
  diag::Findings findings;
  const Net net = expand(leaf_spine(2, 32, 12, 64), findings);
  EXPECT_TRUE(net.links.empty());
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].code, "F802");
  EXPECT_THAT(findings.all()[0].help[0], testing::HasSubstr("8 or 16 spine would do"));
}

TEST(Expand, TooFewPortsAreRefusedWithFigures) {
  diag::Findings findings;
  const Net net = expand(leaf_spine(8, 8, 2, 16), findings);
  EXPECT_TRUE(net.links.empty());
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].code, "F801");
  EXPECT_EQ(findings.all()[0].message, "0-1 needs 32 receptacles of spine2, and it has 16");
}

TEST(Expand, ARailGoesToTheLeafOfItsNumber) {
  Fabric fabric;
  fabric.groups = {{"su", 2, {}}};
  fabric.tiers = {tier("node", {0}, 3, 4), tier("leaf", {0}, 4, 8)};
  fabric.rules = {rule(0, 1)};
  fabric.rules[0].same = {{0, 0}};
  fabric.rules[0].rail = true;
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  ASSERT_EQ(net.links.size(), 24u);
  expect_ports_once(fabric, net);
  for (const NetLink& link : net.links) {
    EXPECT_EQ(net.devices[link.b.device].number, link.a.receptacle);
    EXPECT_EQ(net.devices[link.b.device].groups, net.devices[link.a.device].groups);
  }
  EXPECT_EQ(net.devices.front().name, "node1-1");
}

TEST(Expand, OfTwoPlanesTheReceptaclesOfOneModuleGoToBoth) {
  Fabric fabric;
  fabric.groups = {{"plane", 2, {}}};
  fabric.tiers = {tier("node", {}, 2, 4), tier("leaf", {0}, 2, 2)};
  fabric.tiers[0].ports[0].receptacles = 2;
  fabric.rules = {rule(0, 1)};
  fabric.rules[0].rail = true;
  fabric.tiers[1].ports[0].receptacles = 4;
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  ASSERT_EQ(net.links.size(), 16u) << findings.all().front().message;
  EXPECT_EQ(net.devices[net.links[0].b.device].name, "leaf1-1");
  EXPECT_EQ(net.devices[net.links[1].b.device].name, "leaf2-1");
  EXPECT_EQ(net.devices[net.links[2].b.device].name, "leaf1-2");
}

TEST(Expand, FewerLinksThanPartnersAreDealtOut) {
  Fabric fabric = leaf_spine(6, 8, 8, 3);
  fabric.rules[0].up = 4;
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  ASSERT_EQ(net.links.size(), 24u) << findings.all().front().message;
  expect_ports_once(fabric, net);
}

TEST(Expand, ThreeTiersByPodAndRail) {
  // 16 scalable units of DGX SuperPOD B200: 128 leaves, 128 spines, 64 cores, 4,096 links in each tier.
  Fabric fabric;
  fabric.groups = {{"pod", 4, {}}, {"su", 4, {}}, {"rail", 8, {}}};
  fabric.tiers = {tier("node", {0, 1}, 32, 8), tier("leaf", {0, 1}, 8, 64), tier("spine", {0, 2}, std::nullopt, 64),
                  tier("core", {2}, std::nullopt, 64)};
  fabric.rules = {rule(0, 1), rule(1, 2), rule(2, 3)};
  fabric.rules[0].same = {{0, 0}, {1, 1}};
  fabric.rules[0].rail = true;
  fabric.rules[1].same = {{0, 0}, {kOwnNumber, 2}};
  fabric.rules[2].same = {{2, 2}};
  fabric.rules[2].up = 32;
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  ASSERT_TRUE(findings.all().empty()) << findings.all().front().message;
  EXPECT_EQ(net.count(0), 512u);
  EXPECT_EQ(net.count(1), 128u);
  EXPECT_EQ(net.count(2), 128u);
  EXPECT_EQ(net.count(3), 64u);
  EXPECT_EQ(net.links.size(), 3u * 4096u);
  expect_ports_once(fabric, net);
}

// One leaf has a port more in use; beginning where it does would leave too few ports for a link to each spine.
TEST(Expand, BeginningAlikeNeverTakesAPortThatIsNeeded) {
  Fabric fabric;
  fabric.groups = {{"su", 2, {}}};
  fabric.tiers = {tier("node", {0}, 2, 1), tier("leaf", {0}, 1, 4), tier("spine", {}, 3, 2)};
  fabric.tiers[0].elsewhere = {{{{0, 0}}, 1}};
  fabric.rules = {rule(0, 1), rule(1, 2)};
  fabric.rules[0].same = {{0, 0}};
  fabric.rules[1].each = 1;
  diag::Findings findings;
  EXPECT_TRUE(expand(fabric, findings).links.empty());  // the second leaf has two ports left, and three are needed
  fabric.tiers[0].elsewhere = {{{{0, 0}}, 1}, {{{0, 1}}, 1}};
  diag::Findings none;
  EXPECT_EQ(expand(fabric, none).links.size(), 8u);
}

TEST(Expand, AGroupOfNothingCountsNothing) {
  Fabric fabric;
  fabric.groups = {{"su", 0, {}}};
  fabric.tiers = {tier("leaf", {0}, 2, 2), tier("spine", {0}, std::nullopt, 4)};
  fabric.rules = {rule(0, 1)};
  fabric.rules[0].same = {{0, 0}};
  diag::Findings findings;
  EXPECT_TRUE(expand(fabric, findings).links.empty());
}

TEST(Expand, FabricsThatAreTooLargeEndEarly) {
  diag::Findings findings;
  EXPECT_TRUE(expand(leaf_spine(2'000'000, 1, 1, 1), findings).links.empty());
  ASSERT_FALSE(findings.all().empty());
  EXPECT_EQ(findings.all()[0].code, "F805");
}

TEST(Expand, PortsHaveTheNamesOfTheirRuns) {
  Tier of = tier("leaf", {}, 1, 32);
  of.ports[0].receptacles = 2;
  EXPECT_EQ(port_name(of.ports, 0), "p1/1");
  EXPECT_EQ(port_name(of.ports, 63), "p32/2");
}

}  // namespace
}  // namespace ferrule::synth
