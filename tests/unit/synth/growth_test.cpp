#include "synth/growth.h"

#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_fabric.h"
#include "synth/stages.h"

namespace ferrule::synth {
namespace {

using test::leaf_spine;
using test::rule;
using test::tier;

// Two units of leaf switches under spine switches, in two phases: a unit and half of the spine switches in each.
Fabric grown() {
  Fabric fabric;
  fabric.groups = {{"su", 2, {}}};
  fabric.tiers = {tier("leaf", {0}, 2, 4), tier("spine", {}, 4, 4)};
  fabric.rules = {rule(0, 1)};
  fabric.phases = {"P1", "P2"};
  fabric.growth = {{0, {{0, 1}}, {{1, 2}}, {}}};
  return fabric;
}

std::vector<std::uint32_t> phases_of_devices(const Net& net) {
  std::vector<std::uint32_t> out;
  for (const Device& device : net.devices) out.push_back(device.phase);
  return out;
}

TEST(Growth, ADeviceComesWithTheLastOfItsGroupAndNumber) {
  diag::Findings findings;
  const Net net = expand(grown(), findings);
  EXPECT_THAT(phases_of_devices(net), testing::ElementsAre(0, 0, 1, 1, 0, 0, 1, 1));
  EXPECT_TRUE(findings.all().empty());
}

TEST(Growth, WithoutPhasesAllIsThereAtOnce) {
  diag::Findings findings;
  Fabric fabric = grown();
  fabric.phases.clear();
  fabric.growth.clear();
  EXPECT_THAT(phases_of_devices(expand(fabric, findings)), testing::Each(0));
}

TEST(Growth, ATierMayComeLater) {
  diag::Findings findings;
  Fabric fabric = grown();
  fabric.growth.clear();
  fabric.tiers[0].phase = 1;
  EXPECT_THAT(phases_of_devices(expand(fabric, findings)), testing::ElementsAre(1, 1, 1, 1, 0, 0, 0, 0));
}

TEST(Growth, FiguresThatDoNotFitAreRefused) {
  struct Row {
    const char* what;
    std::vector<Growth> growth;
  };
  const Row rows[] = {{"su grows to 3 in P1, and there are 2", {{0, {{0, 3}}, {}, {}}}},
                      {"spine grows to 5 in P1, and there are 4", {{0, {}, {{1, 5}}, {}}}},
                      {"su shrinks from 2 to 1 in P2", {{0, {{0, 2}}, {}, {}}, {1, {{0, 1}}, {}, {}}}},
                      {"spine grows to 3 in the last phase, P2, and there are 4", {{1, {}, {{1, 3}}, {}}}}};
  for (const Row& row : rows) {
    Fabric fabric = grown();
    fabric.growth = row.growth;
    diag::Findings findings;
    EXPECT_TRUE(expand(fabric, findings).links.empty());
    ASSERT_EQ(findings.all().size(), 1u) << row.what;
    EXPECT_EQ(findings.all()[0].message, row.what);
  }
}

// A leaf added to the first unit in the second phase takes the ports behind those of all that stand.
TEST(Growth, WhatComesLaterTakesThePortsBehind) {
  Fabric fabric = leaf_spine(1, 1, 1, 4);
  fabric.groups = {{"su", 2, {}}};
  fabric.tiers[0].per = {0};
  fabric.tiers[0].count = 2;
  fabric.phases = {"P1", "P2"};
  fabric.growth = {{0, {}, {{0, 1}}, {}}};
  diag::Findings findings;
  const Net net = expand(fabric, findings);
  ASSERT_EQ(net.links.size(), 4u);
  std::vector<std::pair<std::string, std::uint32_t>> spine_ports;
  for (const NetLink& link : net.links) spine_ports.emplace_back(net.devices[link.a.device].name, link.b.receptacle);
  EXPECT_THAT(spine_ports, testing::ElementsAre(testing::Pair("leaf1-1", 0), testing::Pair("leaf2-1", 1),
                                                testing::Pair("leaf1-2", 2), testing::Pair("leaf2-2", 3)));
}

TEST(Growth, WhatStandsIsThatOfEarlierPhases) {
  diag::Findings findings;
  const Net whole = expand(grown(), findings);
  Net first = whole;
  Plan plan;
  plan.stands.resize(whole.devices.size());
  keep_until(0, first, plan);
  EXPECT_EQ(first.devices.size(), 4u);
  EXPECT_EQ(plan.stands.size(), 4u);
  EXPECT_EQ(first.count(0), 2u);
  EXPECT_EQ(first.count(1), 2u);
  ASSERT_EQ(first.links.size(), 4u);  // two leaves by two spines: half of their uplinks
  std::set<std::string> all;
  const auto spelled = [](const Net& net, const NetLink& link) {
    return net.devices[link.a.device].name + ":" + std::to_string(link.a.receptacle) + " " + net.devices[link.b.device].name +
           ":" + std::to_string(link.b.receptacle);
  };
  for (const NetLink& link : whole.links) all.insert(spelled(whole, link));
  for (const NetLink& link : first.links) EXPECT_TRUE(all.contains(spelled(first, link)));
  Net last = whole;
  keep_until(1, last, plan);
  EXPECT_EQ(last.links.size(), whole.links.size());
}

TEST(Growth, ADeviceOfWhichNobodySaysWhenComesWithItsRack) {
  Fabric fabric = leaf_spine(2, 2, 2, 2);
  fabric.phases = {"P1", "P2"};
  diag::Findings findings;
  Net net = expand(fabric, findings);
  Hall hall;
  hall.racks.resize(2);
  hall.racks[1].phase = 1;
  const std::vector<std::optional<Stand>> stands{Stand{0, 1, 1}, Stand{1, 1, 1}, Stand{0, 2, 1}, std::nullopt};
  hold_racks(fabric, hall, stands, net, findings);
  EXPECT_TRUE(findings.all().empty());
  EXPECT_THAT(phases_of_devices(net), testing::ElementsAre(0, 1, 0, 0));
  fabric.tiers[0].phase = 0;
  net = expand(fabric, findings);
  hold_racks(fabric, hall, stands, net, findings);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].code, "F832");
}

}  // namespace
}  // namespace ferrule::synth
