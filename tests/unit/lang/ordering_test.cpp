// Phases, halls and rows, spares and stock lengths: what a bill of materials is divided and ordered by.
#include <gtest/gtest.h>

#include "lang/values.h"
#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

TEST(Spares, AreACountOrAShareRoundedUp) {
  struct Row {
    const char* text;
    std::int64_t pieces, spares;
  };
  for (const auto& [text, pieces, spares] : std::initializer_list<Row>{{"0", 50, 0},
                                                                       {"3", 50, 3},
                                                                       {"3", 0, 0},
                                                                       {"2 %", 50, 1},
                                                                       {"2%", 51, 2},
                                                                       {"2 %", 1, 1},
                                                                       {"0.01 %", 10'000, 1},
                                                                       {"0.01 %", 10'001, 2},
                                                                       {"100 %", 7, 7},
                                                                       {"0 %", 7, 0}}) {
    ASSERT_TRUE(parse_spares(text)) << text;
    EXPECT_EQ(parse_spares(text)->of(pieces), spares) << text << " of " << pieces;
  }
  for (const char* wrong : {"", "-1", "2.5", "101 %", "1.234 %", "%", "two", "1e2 %", "5. %", "9999999999"})
    EXPECT_FALSE(parse_spares(wrong)) << wrong;
}

TEST(StockLengths, HoldWhatIsNeeded) {
  const Read read = read_text(
      "ferrule: 1\npolicy: {stock_lengths: {cord: [5 m, 1 m, 65.6 ft], trunk: {step: 5 m, least: 10 m, most: 50 m}, breakout: "
      "{step: 1 m}}}\n");
  ASSERT_EQ(read.said(), "");
  const auto& stock = read.project->settings.policy.ordering.stock_lengths;
  EXPECT_EQ(stock.find("cord")->second.holding(Length{1}), Length{1000});
  EXPECT_EQ(stock.find("cord")->second.holding(Length{1001}), Length{5000});
  EXPECT_FALSE(stock.find("cord")->second.holding(Length{20'000}));
  EXPECT_EQ(stock.find("trunk")->second.holding(Length{1}), Length{10'000});
  EXPECT_EQ(stock.find("trunk")->second.holding(Length{50'000}), Length{50'000});
  EXPECT_FALSE(stock.find("trunk")->second.holding(Length{50'001}));
  EXPECT_EQ(stock.find("trunk")->second.spelled(), "whole multiples of 5 m, at least 10 m, at most 50 m");
  EXPECT_EQ(stock.find("breakout")->second.holding(Length{999'001}), Length{1'000'000});
}

TEST(Phases, AreOfRacksEquipmentPanelsAndCables) {
  const Read read = read_text(
      "ferrule: 1\nphases: [P1, P2]\n"
      "parts: {c: {kind: cord, polarity: A-to-B, ends: LC-duplex}, p: {kind: adapter-panel, connector: LC-duplex}}\n"
      "racks: {\"A[1-2]\": {hall: H1, row: R, phase: P2}, B: {}}\n"
      "equipment: e.csv\n"
      "panels: {q: {rack: A1, slots: p}}\n"
      "cables: c.csv\n",
      {{"e.csv", "name,rack,ports,optic,phase\ne,B,p1,10GBASE-SR,P1\nf,A2,p1,10GBASE-SR,\n"},
       {"c.csv", "id,part,a,b,phase\nC1,c,e/p1,,P2\nC2,c,f/p1,,\n"}});
  ASSERT_EQ(read.said(), "");
  const plant::Plant& plant = read.plant();
  EXPECT_EQ(plant.racks[1].hall, "H1");
  EXPECT_EQ(plant.racks[1].row, "R");
  EXPECT_EQ(plant.racks[1].phase, 1u);
  EXPECT_EQ(plant.nodes[0].phase, 0u);
  EXPECT_EQ(plant.nodes[1].phase, 1u);  // of its rack
  EXPECT_EQ(plant.nodes[2].phase, 1u);
  ASSERT_EQ(plant.cable_phase.size(), 1u);
  EXPECT_EQ(plant.cable_phase.begin()->second, 1u);
}

TEST(Phases, WhatIsNotInTheListIsSaid) {
  EXPECT_EQ(read_text("ferrule: 1\nphases: [P1, P1]\nracks: {A: {phase: P2}}\n").said(),
            "L208 plant.yaml:2:14 phase 'P1' is there already\nL205 plant.yaml:3:20 there is no phase 'P2'\n");
  EXPECT_EQ(read_text("ferrule: 1\nequipment: {e: {phase: P1}}\n").said(), "L205 plant.yaml:2:24 there is no phase 'P1'\n");
}

TEST(Couplers, KeepTheirNames) {
  const Read read = read_text(
      "ferrule: 1\nparts: {c: {kind: trunk, polarity: B, ends: MPO-12}}\n"
      "cables: [{id: \"C[1-4]\", part: c}]\n"
      "couplers: [{id: \"K[1-2]\", a: \"C[1-2]/b\", b: \"C[3-4]/a\", adapter: A}]\n");
  ASSERT_EQ(read.plant().couplers.size(), 2u);
  EXPECT_EQ(read.plant().names.get(read.plant().couplers[1].name), "K2");
  EXPECT_EQ(read.plant().spelled(read.plant().couplers[1].plug), "C2/b");
}

}  // namespace
}  // namespace ferrule::lang
