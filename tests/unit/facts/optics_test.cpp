// Optics and their lanes: facts/mdi-lanes.md section 2.
#include <algorithm>
#include <map>

#include "compiled_in.h"

namespace ferrule::facts {
namespace {

// What each position of receptacle 1 does, "." where there is no light.
std::vector<std::string> functions(std::string_view pmd, std::size_t size, int receptacle = 1) {
  std::vector<std::string> out(size, ".");
  const Optic* optic = compiled_in().optic(pmd);
  EXPECT_NE(optic, nullptr) << pmd;
  if (optic == nullptr) return out;
  for (const LanePosition* at : compiled_in().lane_map(optic->lane_map)) {
    if (at->receptacle != receptacle) continue;
    const std::string word = at->function == LaneFunction::kTransmit  ? "Tx"
                             : at->function == LaneFunction::kReceive ? "Rx"
                                                                      : at->side;
    out[static_cast<std::size_t>(at->position)] = word + std::to_string(at->lane);
  }
  return out;
}

using Words = std::vector<std::string>;
const Words kFourLanes{"Rx1", "Rx2", "Rx3", "Rx4", ".", ".", ".", ".", "Tx4", "Tx3", "Tx2", "Tx1"};
const Words kEightLanes{"Rx1", "Rx2", "Rx3", "Rx4", "Rx5", "Rx6", "Rx7", "Rx8",
                        "Tx8", "Tx7", "Tx6", "Tx5", "Tx4", "Tx3", "Tx2", "Tx1"};

TEST(Lanes, FourLanesOnTwelvePositions) {
  for (std::string_view pmd : {"40GBASE-SR4", "100GBASE-SR4", "200GBASE-SR4", "400GBASE-SR4", "400GBASE-VR4", "100G-PSM4",
                               "40G-PSM4", "200GBASE-DR4", "400GBASE-DR4", "400GBASE-DR4-2", "800GBASE-DR4", "800GBASE-DR4-2",
                               "IB-EDR-SR4", "IB-HDR-SR4", "IB-NDR-SR4", "IB-XDR-DR4"})
    EXPECT_EQ(functions(pmd, 12), kFourLanes) << pmd;
}

TEST(Lanes, EightLanesOnSixteenPositions) {
  for (std::string_view pmd :
       {"400GBASE-SR8", "800GBASE-SR8", "800GBASE-VR8", "800GBASE-DR8", "800GBASE-DR8-2", "1.6TBASE-DR8", "1.6TBASE-DR8-2"})
    EXPECT_EQ(functions(pmd, 16), kEightLanes) << pmd;
}

TEST(Lanes, TwinPortsHaveTwoReceptaclesOfFourLanes) {
  for (std::string_view pmd :
       {"2x400GBASE-DR4", "2x400GBASE-SR4", "2x400G-DR4-100m", "2x800GBASE-DR4", "IB-NDR-2xDR4-100m", "IB-XDR-2xDR4"})
    for (int receptacle : {1, 2}) EXPECT_EQ(functions(pmd, 12, receptacle), kFourLanes) << pmd;
}

TEST(Lanes, TenLanesHaveReceiveInTheKeyRowAndDarkCorners) {
  const Words lanes = functions("100GBASE-SR10", 24);
  for (int dark : {1, 12, 13, 24}) EXPECT_EQ(lanes[static_cast<std::size_t>(dark - 1)], ".");
  for (int j = 0; j <= 9; ++j) {
    EXPECT_EQ(lanes[static_cast<std::size_t>(11 - j - 1)], "Rx" + std::to_string(j + 1));
    EXPECT_EQ(lanes[static_cast<std::size_t>(23 - j - 1)], "Tx" + std::to_string(j + 1));
  }
}

TEST(Lanes, BidirectionalFibresFormTwoSides) {
  EXPECT_EQ(functions("400GBASE-SR4.2", 12), (Words{"RT1", "RT2", "RT3", "RT4", ".", ".", ".", ".", "TR4", "TR3", "TR2", "TR1"}));
}

TEST(Lanes, DuplexTransmitsOnTheLeftBore) { EXPECT_EQ(functions("10GBASE-SR", 2), (Words{"Tx1", "Rx1"})); }

TEST(Lanes, WhatWasNotFoundIsNotGuessed) {
  for (std::string_view pmd : {"100GBASE-SR2", "200GBASE-SR2", "400GBASE-DR2", "400GBASE-SR16", "128GFC-SW4"})
    EXPECT_TRUE(compiled_in().lane_map(compiled_in().optic(pmd)->lane_map).empty()) << pmd;
}

TEST(Lanes, GroupsAreSurerThanTheirOrder) {
  for (const LanePosition* at : compiled_in().lane_map("mpo12-4")) {
    EXPECT_EQ(at->groups, Confidence::kHigh);
    EXPECT_EQ(at->order, Confidence::kMedium);
  }
}

TEST(Optics, EachHasAKnownConnectorAndASource) {
  EXPECT_GE(compiled_in().optics().size(), 90u);
  for (const Optic& optic : compiled_in().optics()) {
    EXPECT_NE(compiled_in().connector(optic.connector), nullptr) << optic.pmd;
    EXPECT_FALSE(optic.source.empty()) << optic.pmd;
  }
}

TEST(Optics, EachUsesTwoFibresPerLaneUnlessBidirectional) {
  for (const Optic& optic : compiled_in().optics())
    if (!optic.bidirectional) {
      EXPECT_EQ(optic.lanes * 2, optic.fibres_used) << optic.pmd;
    }
}

TEST(Optics, LaneMapsLightAsManyPositionsAsFibresAreUsed) {
  for (const Optic& optic : compiled_in().optics()) {
    const auto lanes = compiled_in().lane_map(optic.lane_map);
    if (lanes.empty()) continue;
    EXPECT_EQ(static_cast<int>(lanes.size()), optic.fibres_used) << optic.pmd;
    const Connector* connector = compiled_in().connector(optic.connector);
    for (const LanePosition* at : lanes)
      EXPECT_TRUE(std::count(connector->populated.begin(), connector->populated.end(), at->position)) << optic.pmd;
  }
}

TEST(Optics, BreakoutsShareOutTheLanes) {
  for (const Optic& optic : compiled_in().optics())
    for (const Breakout& breakout : optic.breakouts) {
      const Optic* part = compiled_in().optic(breakout.pmd);
      ASSERT_NE(part, nullptr) << optic.pmd << " " << breakout.pmd;
      EXPECT_LE(breakout.count * part->fibres_used, optic.fibres_used) << optic.pmd << " " << breakout.pmd;
      EXPECT_EQ(part->mode, optic.mode) << optic.pmd << " " << breakout.pmd;
    }
}

TEST(Optics, AreFoundByAliasAndPartNumber) {
  const Facts& facts = compiled_in();
  EXPECT_EQ(facts.optic("QDD-400G-DR4-S")->pmd, "400GBASE-DR4");
  EXPECT_EQ(facts.optic("400gbase dr4")->pmd, "400GBASE-DR4");
  EXPECT_EQ(facts.optic("DR4"), nullptr) << "several optics";
  EXPECT_GE(facts.optics_named("DR4").size(), 3u);
  EXPECT_EQ(facts.optics_named("MMS4X00-NS").size(), 2u) << "Ethernet and InfiniBand";
  EXPECT_TRUE(facts.optics_named("400GBASE-DR5").empty());
}

TEST(Optics, ReachNamesItsLossAndAllocation) {
  const Reach* reach = compiled_in().optic("400GBASE-DR4")->reach("OS2");
  ASSERT_NE(reach, nullptr);
  EXPECT_EQ(reach->longest, Length{500'000});
  EXPECT_EQ(reach->channel_loss, Loss{3'000'000});
  EXPECT_EQ(reach->connection_loss, Loss{2'750'000});
  EXPECT_EQ(compiled_in().optic("400GBASE-DR4")->reach("OM4"), nullptr);
  EXPECT_FALSE(compiled_in().optic("2x400G-DR4-100m")->reach("OS2")->channel_loss) << "not retrieved is not zero";
}

}  // namespace
}  // namespace ferrule::facts
