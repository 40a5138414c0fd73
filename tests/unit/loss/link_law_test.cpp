// The worst fibre of a link: against independent fibres, fibres as one, and drawn ones.
#include "loss/link_law.h"

#include <cmath>
#include <vector>
#include <gtest/gtest.h>

#include "loss/yield.h"

namespace ferrule::loss {
namespace {

ChannelDistribution channel(int joints) {
  return *ChannelDistribution::of(std::vector<JointLoss>(static_cast<std::size_t>(joints), *JointLoss::gamma({0.12, 0.25})));
}

std::vector<FibreRun> dr4(double limit_db = 0.5) { return {{channel(2), 8, true, limit_db}}; }

TEST(LinkLaw, FibresApartAreTheWorstOfSoMany) {
  for (const double share : {0.5, 0.97, 0.999, 0.999999})
    EXPECT_NEAR(*quantile_of_link_db(dr4(), share, 0), *channel(2).quantile_of_worst_db(share, 8), 2e-6) << share;
}

TEST(LinkLaw, FibresAsOneAreOneFibre) {
  for (const double share : {0.5, 0.97, 0.999})
    EXPECT_NEAR(*quantile_of_link_db(dr4(), share, 1), *channel(2).quantile_db(share), 2e-6) << share;
}

TEST(LinkLaw, CorrelationLiesBetween) {
  const double apart = *quantile_of_link_db(dr4(), 0.97, 0), half = *quantile_of_link_db(dr4(), 0.97, 0.5),
               one = *quantile_of_link_db(dr4(), 0.97, 1);
  EXPECT_LT(one, half);
  EXPECT_LT(half, apart);
}

TEST(LinkLaw, TheQuantileAndTheChanceSayTheSame) {
  for (const double correlation : {0.0, 0.3, 0.5, 0.9}) {
    const double db = *quantile_of_link_db(dr4(), 0.97, correlation);
    EXPECT_NEAR(chance_link_fails(dr4(db), correlation), 0.03, 1e-4) << correlation;
  }
}

TEST(LinkLaw, FibresInFerrulesOfTheirOwnAreApartWhateverIsAssumed) {
  const std::vector<FibreRun> duplex = {{channel(2), 2, false, 0.4}};
  EXPECT_EQ(chance_link_fails(duplex, 0.5), chance_link_fails(duplex, 0));
}

TEST(LinkLaw, RunsAreApartFromEachOther) {
  const std::vector<FibreRun> legs = {{channel(2), 4, true, 0.5}, {channel(4), 4, true, 0.9}};
  const double first = chance_link_fails(std::vector<FibreRun>{legs[0]}, 0.5);
  const double second = chance_link_fails(std::vector<FibreRun>{legs[1]}, 0.5);
  EXPECT_NEAR(chance_link_fails(legs, 0.5), 1 - (1 - first) * (1 - second), 1e-12);
  EXPECT_GE(*quantile_of_link_db(legs, 0.97, 0.5), *quantile_of_link_db(std::vector<FibreRun>{legs[1]}, 0.97, 0.5) - 2e-6);
}

// By closed form (a sum of two equal gamma laws is one) and by 300,000 draws of fixed seed.
TEST(LinkLaw, TwoJointsOfGradeDAgreeWithDraws) {
  const std::vector<JointLoss> joints(2, *JointLoss::gamma({0.5, 1.0}));
  const std::vector<FibreRun> link = {{*ChannelDistribution::of(joints), 8, true, 1.63}};
  EXPECT_NEAR(link[0].channel.chance_above(1.63), 0.0382, 1e-4);
  EXPECT_NEAR(chance_link_fails(link, 0), 0.2677, 5e-4);
  EXPECT_NEAR(chance_link_fails(link, 0.5), 0.177, 2e-3);
}

TEST(LinkLaw, NothingIsNan) {
  const std::vector<FibreRun> none;
  EXPECT_FALSE(quantile_of_link_db(none, 0.5, 0));
  EXPECT_EQ(chance_link_fails(none, 0), 0);
  for (const double share : {0.0, 1.0, -1.0, 2.0, std::nan("")}) EXPECT_FALSE(quantile_of_link_db(dr4(), share, 0.5)) << share;
  EXPECT_EQ(chance_any_above(dr4(), std::nan(""), 0.5), 1);  // unknown is not good
}

}  // namespace
}  // namespace ferrule::loss
