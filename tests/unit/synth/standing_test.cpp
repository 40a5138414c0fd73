#include "synth/standing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_fabric.h"

namespace ferrule::synth {
namespace {

using test::leaf_spine;

// Both ends of a cable that stands between two receptacles of the net.
void plug_both(Standing& standing, NetPort a, NetPort b, const std::string& link) {
  standing.ports.push_back({a, b, "C", link});
  standing.ports.push_back({b, a, "C", link});
}

// Four links from one leaf to two spine switches, two each: devices 0, 1 and 2.
struct Case {
  Fabric fabric = leaf_spine(1, 4, 2, 4);
  diag::Findings findings;
  Net net = expand(fabric, findings);
  Standing standing;
  std::vector<std::string> spelled() const {
    std::vector<std::string> out;
    for (const NetLink& link : net.links)
      out.push_back(std::to_string(link.a.receptacle) + "-" + net.devices[link.b.device].name + ":" +
                    std::to_string(link.b.receptacle));
    return out;
  }
};

TEST(Standing, NothingStandsAndNothingChanges) {
  Case of;
  const std::vector<std::string> before = of.spelled();
  const std::vector<KeptLink> kept = adopt(of.fabric, of.standing, of.net, of.findings);
  EXPECT_EQ(of.spelled(), before);
  EXPECT_TRUE(std::none_of(kept.begin(), kept.end(), [](const KeptLink& link) { return link.stands; }));
}

TEST(Standing, ALinkIsKeptOnThePortsThatItHas) {
  Case of;
  EXPECT_THAT(of.spelled(), testing::ElementsAre("0-spine1:0", "1-spine1:1", "2-spine2:0", "3-spine2:1"));
  plug_both(of.standing, {0, 3}, {1, 2}, "L7");  // to spine1, where the rules would go to spine2
  const std::vector<KeptLink> kept = adopt(of.fabric, of.standing, of.net, of.findings);
  EXPECT_TRUE(of.findings.all().empty());
  EXPECT_THAT(of.spelled(), testing::ElementsAre("3-spine1:2", "1-spine1:1", "2-spine2:0", "0-spine2:1"));
  EXPECT_TRUE(kept[0].stands);
  EXPECT_EQ(kept[0].id, "L7");
  EXPECT_FALSE(kept[3].stands);
}

TEST(Standing, TheSamePortsAreKeptFirst) {
  Case of;
  plug_both(of.standing, {0, 1}, {1, 1}, "L2");
  plug_both(of.standing, {0, 0}, {1, 0}, "L1");
  const std::vector<std::string> before = of.spelled();
  const std::vector<KeptLink> kept = adopt(of.fabric, of.standing, of.net, of.findings);
  EXPECT_EQ(of.spelled(), before);
  EXPECT_EQ(kept[0].id, "L1");
  EXPECT_EQ(kept[1].id, "L2");
}

TEST(Standing, ACableThatLeadsElsewhereIsInTheWay) {
  Case of;
  of.standing.ports.push_back({{0, 2}, std::nullopt, "X1", {}});
  adopt(of.fabric, of.standing, of.net, of.findings);
  ASSERT_EQ(of.findings.all().size(), 1u);
  EXPECT_EQ(of.findings.all()[0].code, "F833");
  EXPECT_EQ(of.findings.all()[0].message, "leaf1 has no port left for 1 link of 0-1");
  EXPECT_THAT(of.findings.all()[0].notes[0].text, testing::HasSubstr("X1 in leaf1/p3"));
}

TEST(Standing, WhereAPortIsTakenTheNextOneOfItsOpticIsUsed) {
  Case of;
  of.standing.ports.push_back({{1, 0}, std::nullopt, "X1", {}});
  adopt(of.fabric, of.standing, of.net, of.findings);
  EXPECT_TRUE(of.findings.all().empty());
  EXPECT_THAT(of.spelled(), testing::ElementsAre("0-spine1:2", "1-spine1:1", "2-spine2:0", "3-spine2:1"));
}

TEST(Standing, NamesAreTheSameButForZeros) {
  EXPECT_EQ(without_zeros("leaf01"), without_zeros("leaf1"));
  EXPECT_EQ(without_zeros("node02-007"), "node2-7");
  EXPECT_EQ(without_zeros("leaf10"), "leaf10");
  EXPECT_EQ(without_zeros("leaf0"), "leaf0");
  EXPECT_NE(without_zeros("leaf10"), without_zeros("leaf1"));
}

}  // namespace
}  // namespace ferrule::synth
