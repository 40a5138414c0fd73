#include "synth/port_choice.h"

#include <gtest/gtest.h>

#include "small_fabric.h"

namespace ferrule::synth {
namespace {

PortRun port_run(const std::string& prefix, std::uint32_t count, const std::string& optic) {
  PortRun run;
  run.names = {plant::NameRun{prefix, "", 1, count, 0, true}};
  run.optic = optic;
  return run;
}

// A leaf with eight server ports and four uplinks; spine switches with ports of the uplinks' optic.
Fabric two_optics() {
  Fabric fabric = test::leaf_spine(2, 4, 2, 8);
  fabric.tiers[0].ports = {port_run("d", 8, "25GBASE-SR"), port_run("u", 4, "100GBASE-SR4")};
  fabric.tiers[1].ports = {port_run("e", 8, "100GBASE-SR4")};
  fabric.rules[0].up.reset();
  fabric.rules[0].each.reset();
  return fabric;
}

TEST(PortChoice, ARuleTakesWhatBothTiersHave) {
  const Fabric fabric = two_optics();
  const PortChoice choice = ports_for(fabric, fabric.rules[0]);
  EXPECT_EQ(choice.from, Runs{1});
  EXPECT_EQ(choice.to, Runs{0});
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  EXPECT_TRUE(findings.all().empty());
  ASSERT_EQ(net.links.size(), 8u);  // all uplinks, no server port
  for (const NetLink& link : net.links) EXPECT_GE(link.a.receptacle, 8u);
}

TEST(PortChoice, NamedPortsGoBeforeAlikeOnes) {
  Fabric fabric = two_optics();
  fabric.rules[0].from_runs = {0};
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).from, Runs{0});
}

TEST(PortChoice, WhereNoOpticIsTheSameAllPortsAre) {
  Fabric fabric = two_optics();
  fabric.tiers[1].ports[0].optic = "2x50GBASE-SR";
  EXPECT_EQ(ports_for(fabric, fabric.rules[0]).from, (Runs{0, 1}));
}

TEST(PortChoice, CountingLeavesOtherPortsAlone) {
  Fabric fabric = two_optics();
  fabric.tiers[1].count.reset();
  fabric.tiers[1].ports = {port_run("e", 4, "100GBASE-SR4"), port_run("x", 32, "25GBASE-SR")};
  fabric.rules[0].from_runs = {1};
  diag::Findings findings;
  EXPECT_EQ(count_devices(fabric, findings).back(), 2);  // eight links over switches of four such ports
}

}  // namespace
}  // namespace ferrule::synth
