// Ports that are broken out: which rules do, how legs are dealt to neighbours, what is left dark, and what does not add up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_fabric.h"
#include "synth/fans.h"
#include "synth/port_choice.h"
#include "synth/standing.h"

namespace ferrule::synth {
namespace {

// Servers of one port of 100G each, and leaf switches whose ports of 400G are broken out to four.
Fabric servers_and_leaves(int servers, std::optional<int> leaves, int leaf_ports, bool surely = true) {
  Fabric fabric;
  fabric.tiers = {test::tier("server", {}, servers, 1), test::tier("leaf", {}, leaves, leaf_ports)};
  PortRun &nic = fabric.tiers[0].ports[0], &down = fabric.tiers[1].ports[0];
  nic.optic = nic.speaks = "100GBASE-DR";
  down.optic = down.speaks = "400GBASE-DR4";
  down.breakouts = {{"100GBASE-DR", 4, 1, surely}};
  fabric.rules = {test::rule(0, 1)};
  return fabric;
}

// "server5 leaf2/0:3": the third leg of the first receptacle.
std::vector<std::string> dealt(const Fabric& fabric) {
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  std::vector<std::string> out;
  for (const diag::Finding& finding : findings.all()) out.push_back(finding.code + " " + finding.message);
  for (const NetLink& link : net.links) {
    const NetPort &head = head_of(link), &tail = tail_of(link);
    out.push_back(net.devices[tail.device].name + " " + net.devices[head.device].name + "/" + std::to_string(head.receptacle) +
                  ":" + std::to_string(head.leg));
  }
  return out;
}

TEST(Breakout, TheOpticsDecide) {
  Fabric fabric = servers_and_leaves(2, 1, 2);
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).split.legs, 4u);
  EXPECT_TRUE(ports_for(fabric, fabric.rules[0]).split.head_at_to);
  fabric.rules[0].breakout = 1;
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).split.legs, 1u);
  std::swap(fabric.rules[0].from, fabric.rules[0].to);
  fabric.rules[0].breakout.reset();
  EXPECT_FALSE(ports_for(fabric, fabric.rules[0]).split.head_at_to);
}

TEST(Breakout, AnOpticThatBothHaveGoesBeforeABreakoutThatNobodyAskedFor) {
  Fabric fabric = servers_and_leaves(2, 1, 2);
  fabric.tiers[1].ports.push_back(fabric.tiers[0].ports[0]);
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).split.legs, 1u);
  fabric.rules[0].breakout = 4;
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).split.legs, 4u);
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).to, Runs{0});
}

TEST(Breakout, WhatSomeModulesCanHasToBeAskedFor) {
  Fabric fabric = servers_and_leaves(2, 1, 2, false);
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).split.legs, 1u);
  fabric.rules[0].breakout = 4;
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).split.legs, 4u);
}

TEST(Breakout, NeighboursHaveTheLegsOfAReceptacle) {
  EXPECT_THAT(dealt(servers_and_leaves(6, 1, 2)),
              testing::ElementsAre("server1 leaf1/0:1", "server2 leaf1/0:2", "server3 leaf1/0:3", "server4 leaf1/0:4",
                                   "server5 leaf1/1:1", "server6 leaf1/1:2"));
  // Of two switches too: not every second server.
  EXPECT_THAT(dealt(servers_and_leaves(6, 2, 1)),
              testing::ElementsAre("server1 leaf1/0:1", "server2 leaf1/0:2", "server3 leaf1/0:3", "server4 leaf1/0:4",
                                   "server5 leaf2/0:1", "server6 leaf2/0:2"));
}

TEST(Breakout, TheRuleMayBeginAtTheHead) {
  Fabric fabric = servers_and_leaves(4, 1, 2);
  std::swap(fabric.rules[0].from, fabric.rules[0].to);
  fabric.rules[0].each = 1;
  EXPECT_THAT(dealt(fabric),
              testing::ElementsAre("server1 leaf1/0:1", "server2 leaf1/0:2", "server3 leaf1/0:3", "server4 leaf1/0:4"));
}

TEST(Breakout, DevicesAreCountedByLegs) {
  diag::Findings findings;
  EXPECT_EQ(count_devices(servers_and_leaves(64, std::nullopt, 4), findings).back(), 4);
  EXPECT_EQ(count_devices(servers_and_leaves(65, std::nullopt, 4), findings).back(), 5);
}

TEST(Breakout, LegsThatAreMissingAreTold) {
  EXPECT_THAT(dealt(servers_and_leaves(9, 1, 2)),
              testing::ElementsAre("F801 0-1 needs 9 legs of receptacles of leaf1, and it has 8"));
  Fabric fabric = servers_and_leaves(4, 1, 2);
  std::swap(fabric.rules[0].from, fabric.rules[0].to);
  fabric.rules[0].up = 12;
  EXPECT_THAT(dealt(fabric), testing::ElementsAre("F801 leaf1 has 8 of 8 legs of receptacles left, and 0-1 takes 12"));
}

TEST(Breakout, OneThatIsNotKnownIsRefused) {
  Fabric fabric = servers_and_leaves(4, 1, 2);
  fabric.rules[0].breakout = 3;
  EXPECT_THAT(dealt(fabric), testing::ElementsAre("F806 no port of server or leaf breaks out into 3 ports of the other"));
  EXPECT_EQ(why_not_broken_out(fabric, fabric.rules[0]),
            "server and leaf have no optic in common; a receptacle would break out so: 400GBASE-DR4 to 4 x 100GBASE-DR");
}

TEST(Breakout, AnotherRuleBeginsAReceptacleOfItsOwn) {
  Fabric fabric = servers_and_leaves(3, 1, 3);
  fabric.tiers.push_back(test::tier("storage", {}, 2, 1));
  fabric.tiers[2].ports = fabric.tiers[0].ports;
  fabric.rules.push_back(test::rule(2, 1));
  EXPECT_THAT(dealt(fabric), testing::ElementsAre("server1 leaf1/0:1", "server2 leaf1/0:2", "server3 leaf1/0:3",
                                                  "storage1 leaf1/1:1", "storage2 leaf1/1:2"));
}

// Three servers on one harness, of which a fourth tail hangs free; then there are five servers.
struct Grown {
  Fabric fabric = servers_and_leaves(5, 1, 2);
  diag::Findings findings;
  Net net = expand(fabric, findings);
  Standing standing;
  Grown() {
    for (std::uint32_t server = 0; server < 3; ++server) {
      const NetPort tail{server, 0, 0}, head{5, 0, server + 1};
      standing.ports.push_back({tail, head, "B", "L" + std::to_string(server)});
      standing.ports.push_back({head, tail, "B", "L" + std::to_string(server)});
      standing.tails.push_back({head, "B", static_cast<int>(server) + 1, true});
    }
    standing.tails.push_back({{5, 0, 4}, "B", 4, false});
  }
};

TEST(Breakout, ADarkTailThatStandsIsPluggedForTheLinkThatTheRulesGiveIt) {
  Grown of;
  const std::vector<KeptLink> kept = adopt(of.fabric, of.standing, of.net, of.findings);
  EXPECT_TRUE(of.findings.all().empty());
  for (std::size_t i = 0; i < 3; ++i) EXPECT_TRUE(kept[i].stands) << i;
  ASSERT_TRUE(kept[3].tail.has_value());
  EXPECT_EQ(of.standing.tails[*kept[3].tail].tail, 4);
  EXPECT_FALSE(kept[4].tail.has_value());
  EXPECT_EQ(of.net.links[4].b.receptacle, 1u);
}

TEST(Breakout, WithoutSuchATailNewLinksBeginAReceptacle) {
  Grown of;
  of.standing.tails.clear();
  const std::vector<KeptLink> kept = adopt(of.fabric, of.standing, of.net, of.findings);
  EXPECT_TRUE(of.findings.all().empty());
  EXPECT_EQ(of.net.links[3].b.receptacle, 1u);
  EXPECT_EQ(of.net.links[4].b.receptacle, 1u);
  EXPECT_NE(of.net.links[3].b.leg, of.net.links[4].b.leg);
}

}  // namespace
}  // namespace ferrule::synth
