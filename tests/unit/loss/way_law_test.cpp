// A way's distribution against that of its joints, and the item that forbids one.
#include "loss/way_law.h"

#include <cmath>
#include <gtest/gtest.h>

namespace ferrule::loss {
namespace {

Item joint(std::optional<GradeFigures> figures) {
  Item item;
  item.what = "cord to trunk";
  item.scatter = unknown_scatter("only a maximum");
  item.scatter.figures = figures;
  return item;
}

constexpr GradeFigures kLawB{0.12, 0.25}, kLawC{0.25, 0.50};
constexpr Loss kGlass{15'000};

TEST(WayLaw, IsTheSumOfItsJointsAndItsGlass) {
  WayLoss way;
  way.items = {joint(kLawB), joint(kLawC)};
  WayLaws laws;
  const Result<ChannelDistribution> found = laws.of(way, kGlass);
  ASSERT_TRUE(found);
  const std::vector<JointLoss> joints = {*JointLoss::gamma(kLawB), *JointLoss::gamma(kLawC)};
  EXPECT_NEAR(*found->quantile_db(0.97), *ChannelDistribution::of(joints)->quantile_db(0.97) + 0.015, 1e-12);
}

// Section 2.5 of the statistics checks: two matings of grade B, 97 % below 0.416 dB.
TEST(WayLaw, TwoJointsOfGradeBMeetThePublishedFigure) {
  WayLoss way;
  way.items = {joint(kLawB), joint(kLawB)};
  EXPECT_NEAR(*WayLaws().of(way, Loss{})->quantile_db(0.97), 0.416, 0.005);
}

TEST(WayLaw, GlassAloneDoesNotVary) {
  WayLaws laws;
  const Result<ChannelDistribution> found = laws.of(WayLoss{}, kGlass);
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(*found->quantile_db(0.999), 0.015);
  EXPECT_EQ(found->chance_above(0.02), 0);
  EXPECT_EQ(found->chance_above(0.01), 1);
}

TEST(WayLaw, NamesTheItemThatHasNoFigures) {
  WayLoss way;
  way.items = {joint(kLawB), joint(std::nullopt)};
  WayLaws laws;
  ASSERT_FALSE(laws.of(way, kGlass));
  EXPECT_EQ(laws.of(way, kGlass).error().place, "cord to trunk");
  EXPECT_EQ(laws.of(way, kGlass).error().message, "only a maximum");
}

TEST(WayLaw, FiguresThatNoLawHasAreRefusedEveryTime) {
  WayLoss way;
  for (const GradeFigures& figures :
       {GradeFigures{0.25, 0.12}, GradeFigures{0, 0.1}, GradeFigures{NAN, 0.1}, GradeFigures{0.1, 90}}) {
    way.items = {joint(figures)};
    WayLaws laws;
    EXPECT_FALSE(laws.of(way, kGlass));
    EXPECT_FALSE(laws.of(way, kGlass));
  }
}

TEST(WayLaw, WhatTheLossDoesNotKnowItsLawDoesNotEither) {
  WayLoss way;
  way.unknown = {"fibre of T1 is not stated"};
  EXPECT_EQ(WayLaws().of(way, kGlass).error().message, "fibre of T1 is not stated");
}

TEST(WayLaw, IsFittedWithTheLawThatIsAskedFor) {
  WayLoss way;
  way.items = {joint(kLawB), joint(kLawC)};
  const std::vector<JointLoss> joints = {*JointLoss::lognormal(kLawB), *JointLoss::lognormal(kLawC)};
  WayLaws laws(LawKind::kLognormal);
  EXPECT_NEAR(*laws.of(way, Loss{})->quantile_db(0.999), *ChannelDistribution::of(joints)->quantile_db(0.999), 1e-12);
}

TEST(WayLaw, AnAllowanceIsAddedAsItIs) {
  WayLoss way;
  way.items = {joint(kLawB)};
  WayLaws laws;
  const double bare = *laws.of(way, kGlass)->quantile_db(0.97);
  Item allowance;
  allowance.kind = ItemKind::kAllowance;
  allowance.stated = allowance.safe = Loss{300'000};
  way.items.push_back(allowance);
  EXPECT_NEAR(*laws.of(way, kGlass)->quantile_db(0.97), bare + 0.3, 1e-12);
  way.items = {allowance};
  EXPECT_DOUBLE_EQ(*laws.of(way, Loss{})->quantile_db(0.5), 0.3);
}

TEST(WayLaw, OfMeasuredJointsIsTheSumOfTheirLots) {
  std::vector<Loss> rising(40, Loss{100'000});
  rising.back() = Loss{500'000};
  WayLoss way;
  way.items = {joint(kLawB), joint(kLawB)};
  for (Item& item : way.items) item.scatter = scatter_of_lot(plant::lot_of(rising), "trunk");
  WayLaws laws;
  const Result<ChannelDistribution> both = laws.of(way, Loss{});
  ASSERT_TRUE(both);
  EXPECT_NEAR(both->mean_db(), 2 * 0.11, 1e-9);
  EXPECT_NEAR(both->chance_above(0.3), 1 - std::pow(39.0 / 40, 2), 1e-6);
}

}  // namespace
}  // namespace ferrule::loss
