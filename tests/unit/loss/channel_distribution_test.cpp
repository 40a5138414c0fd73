#include "loss/channel_distribution.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <random>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "loss/cells.h"
#include "loss/special_functions.h"

namespace ferrule::loss {
namespace {

using ::testing::HasSubstr;
using Joints = std::vector<JointLoss>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();

const JointLoss kA = *JointLoss::lognormal({0.07, 0.15}), kB = *JointLoss::lognormal({0.12, 0.25}),
                kC = *JointLoss::lognormal({0.25, 0.50});
const JointLoss kGammaB = *JointLoss::gamma({0.12, 0.25}), kGammaC = *JointLoss::gamma({0.25, 0.50});
const JointLoss kElite = *JointLoss::exponential(0.1);

Joints times(const JointLoss& joint, std::size_t n) { return Joints(n, joint); }

// Channels of every law, few joints and many, narrow and wide.
std::vector<Joints> channels_with_a_density() {
  const JointLoss tiny = *JointLoss::gamma({0.001, 0.002}), narrow = *JointLoss::gamma({0.5, 0.51}),
                  heavy = *JointLoss::lognormal({0.1, 0.5});
  const JointLoss wide = *JointLoss::lognormal({5, 12}), fixed = *JointLoss::fixed(0.3),
                  shifted = *JointLoss::shifted_lognormal({0.32, 1.48}, 0.4);
  const JointLoss piled = *JointLoss::gamma({0.05, 0.3}), nought = *JointLoss::gamma(0.1, 1),
                  thread = *JointLoss::gamma(1e6, 1e-7);
  return {times(kB, 1),
          times(kB, 2),
          times(kB, 4),
          times(kB, 10),
          times(kB, 32),
          {kB, kC, kC, kB},
          times(kA, 4),
          times(kGammaB, 1),
          times(kGammaB, 6),
          {kGammaB, kGammaC, kElite},
          times(kElite, 1),
          times(kElite, 2),
          times(kElite, 4),
          times(kElite, 10),
          times(tiny, 1),
          times(tiny, 4),
          times(narrow, 1),
          times(narrow, 3),
          {narrow, tiny, tiny},
          times(heavy, 1),
          times(heavy, 4),
          {wide, kB},
          {wide, wide},
          {fixed, kB, fixed},
          times(shifted, 1),
          times(shifted, 10),
          {kA, kB, kC, kElite, tiny},
          {piled},
          {piled, piled, kB}};
}

TEST(ChannelDistribution, FineGridAgreesWithTheReference) {
  struct Row {
    double share, four_b_db, mix_db;
  };
  const auto four_b = ChannelDistribution::of(times(kB, 4), kFineStepDb);
  const auto mix = ChannelDistribution::of(Joints{kB, kC, kC, kB}, kFineStepDb);
  for (auto [share, four_b_db, mix_db] : std::initializer_list<Row>{
           {0.97, 0.720563, 1.112585},
           {0.99, 0.799942, 1.238080},
           {0.999, 0.959677, 1.494786},
       }) {
    EXPECT_NEAR(*four_b->quantile_db(share), four_b_db, 1e-5) << share;
    EXPECT_NEAR(*mix->quantile_db(share), mix_db, 1e-5) << share;
  }
  EXPECT_NEAR(*four_b->quantile_of_worst_db(0.999, 8), 1.103766, 1e-5);
  EXPECT_NEAR(*mix->quantile_of_worst_db(0.999, 8), 1.731191, 1e-5);
}

TEST(ChannelDistribution, DefaultStepKeepsItsBound) {
  for (const Joints& joints : channels_with_a_density()) {
    const double step_db = default_step_db(joints);
    const auto coarse = ChannelDistribution::of(joints, step_db), fine = ChannelDistribution::of(joints, step_db / 8);
    ASSERT_TRUE(coarse && fine);
    const double scale = coarse->sd_db();
    for (const double share : {0.97, 0.99, 0.999})
      EXPECT_NEAR(*coarse->quantile_db(share), *fine->quantile_db(share), kQuantileBoundDb)
          << joints.size() << " joints, sd " << scale << ", step " << step_db << ", share " << share;
  }
}

// Laws far narrower than a cell beside wide ones, laws piled up at nought, long tails: what a random hand finds.
TEST(ChannelDistribution, DefaultStepKeepsItsBoundForAnyMix) {
  std::mt19937_64 random(3);
  const auto pick = [&](double low, double high) {  // evenly on the logarithm
    return low * std::pow(high / low, std::uniform_real_distribution<double>()(random));
  };
  for (int round = 0; round < 150; ++round) {
    Joints joints;
    while (joints.size() < 1 + round % 5u) {
      const double mean_db = pick(1e-6, 10), ratio = 1 + pick(0.002, 4);
      const auto joint =
          round % 2 != 0 ? JointLoss::lognormal({mean_db, mean_db * ratio}) : JointLoss::gamma({mean_db, mean_db * ratio});
      if (joint) joints.push_back(*joint);
      if (random() % 5 == 0) joints.push_back(*JointLoss::shifted_lognormal({mean_db, mean_db + pick(1e-6, 1)}, pick(0.01, 1.5)));
      if (random() % 5 == 0) joints.push_back(*JointLoss::gamma(pick(0.1, 1), mean_db));
    }
    const double step_db = default_step_db(joints);
    const auto coarse = ChannelDistribution::of(joints, step_db), fine = ChannelDistribution::of(joints, step_db / 4);
    ASSERT_TRUE(coarse && fine);
    if (coarse->chance_above(150) > 1e-4) continue;  // darkness has no quantile
    EXPECT_NEAR(*coarse->quantile_db(0.999), *fine->quantile_db(0.999), kQuantileBoundDb)
        << round << ' ' << coarse->sd_db() << ' ' << step_db;
  }
}

TEST(ChannelDistribution, DarkChannelsSayWhereTheCellsEnd) {
  const auto channel = ChannelDistribution::of(Joints(2, *JointLoss::exponential(49)));
  EXPECT_THAT(channel->quantile_db(0.999).error().message, HasSubstr("0.09 of the channels lose more than 200.2 dB"));
  EXPECT_GT(channel->chance_above(1000), 0.05);
}

TEST(ChannelDistribution, FineStepIsHundredTimesBetter) {
  for (const Joints& joints : {times(kB, 4), Joints{kB, kC, kC, kB}, times(kGammaB, 6)}) {
    const auto fine = ChannelDistribution::of(joints, kFineStepDb), finer = ChannelDistribution::of(joints, kFineStepDb / 4);
    EXPECT_NEAR(*fine->quantile_db(0.999), *finer->quantile_db(0.999), 1e-5);
  }
}

TEST(ChannelDistribution, ChancesNeverRiseAndStayWithinNoneAndAll) {
  for (const Joints& joints : channels_with_a_density()) {
    const auto channel = ChannelDistribution::of(joints);
    double before = 1;
    const double far_db = channel->mean_db() + 12 * channel->sd_db(), from_db = -0.1;
    for (int i = 0; i <= 4000; ++i) {
      const double at_db = from_db + (far_db - from_db) * i / 4000;
      const double above = channel->chance_above(at_db);
      ASSERT_TRUE(above >= 0 && above <= before) << at_db;
      EXPECT_EQ(above + channel->chance_within(at_db), 1);
      before = above;
    }
    EXPECT_LT(before, 1e-3);
  }
}

TEST(ChannelDistribution, QuantileUndoesTheChance) {
  for (const Joints& joints : channels_with_a_density()) {
    const auto channel = ChannelDistribution::of(joints);
    double before = -1;
    for (const double share : {0.001, 0.03, 0.25, 0.5, 0.9, 0.97, 0.999, 0.99999, 1 - 1e-7}) {
      const auto at_db = channel->quantile_db(share);
      ASSERT_TRUE(at_db) << share;
      EXPECT_GE(*at_db, before);
      EXPECT_NEAR(channel->chance_above(*at_db), 1 - share, 1e-9 + 1e-6 * (1 - share)) << share;
      before = *at_db;
    }
  }
}

TEST(ChannelDistribution, MeansAndVariancesAddOnTheCells) {
  for (const Joints& joints : channels_with_a_density()) {
    const double step_db = default_step_db(joints);
    Cells sum = cells_of(joints[0], step_db);
    double mean_db = joints[0].mean_db(), variance_db2 = std::pow(joints[0].sd_db(), 2);
    for (std::size_t i = 1; i < joints.size(); ++i) {
      sum = sum_of(sum, cells_of(joints[i], step_db));
      mean_db += joints[i].mean_db();
      variance_db2 += std::pow(joints[i].sd_db(), 2);
    }
    double mass = sum.beyond, mean = 0, square = 0;
    for (std::size_t i = 0; i < sum.mass.size(); ++i) {
      const double db = sum.first_db + sum.step_db * static_cast<double>(i);
      EXPECT_GE(sum.mass[i], 0);
      mass += sum.mass[i];
      mean += sum.mass[i] * db;
      square += sum.mass[i] * (db - mean_db) * (db - mean_db);
    }
    EXPECT_NEAR(mass, 1, 1e-11);
    EXPECT_NEAR(mean, mean_db, 2e-7 * (1 + mean_db));
    EXPECT_NEAR(square, variance_db2, 0.003 * variance_db2 + static_cast<double>(joints.size()) * step_db * step_db / 4);
  }
}

TEST(ChannelDistribution, GammaSumsOfOneScaleAreGamma) {
  const auto& law = std::get<GammaLaw>(kGammaB.law());
  for (const unsigned n : {1u, 2u, 3u, 4u, 6u, 10u, 31u}) {
    const auto channel = ChannelDistribution::of(times(kGammaB, n), kFineStepDb),
               coarse = ChannelDistribution::of(times(kGammaB, n));
    for (const double share : {0.03, 0.5, 0.97, 0.99, 0.999, 0.99999}) {
      const double exact_db = gamma_quantile(n * law.shape, share) * law.scale_db;
      EXPECT_NEAR(*channel->quantile_db(share), exact_db, 6e-5) << n << ' ' << share;
      EXPECT_NEAR(*coarse->quantile_db(share), exact_db, share <= 0.999 ? kQuantileBoundDb : 0.002) << n << ' ' << share;
    }
    const double far_db = gamma_quantile_above(n * law.shape, 1e-8) * law.scale_db;
    EXPECT_GE(channel->chance_above(far_db), 1e-8 * 0.9999) << n;
    EXPECT_LE(channel->chance_above(far_db), 1e-8 + 2e-10 * n) << n;
    EXPECT_LE(channel->chance_above(100), 2e-10 * n) << n;
  }
}

TEST(ChannelDistribution, GammaCellsAreDifferencesOfTheLaw) {
  for (const auto& joint :
       {kGammaB, kElite, *JointLoss::gamma({0.05, 0.3}), *JointLoss::gamma({0.5, 0.51}), *JointLoss::gamma({2, 4})})
    for (const double step_db : {0.0005, 0.01, 0.04}) {
      const Cells cells = cells_of(joint, step_db);
      const double moved_db = std::remainder(cells.first_db, step_db);
      for (std::size_t i = 2; i < cells.mass.size(); ++i) {  // the first two keep the mean
        const double centre_db = cells.first_db + static_cast<double>(i) * step_db - moved_db;
        ASSERT_NEAR(cells.mass[i], joint.above(centre_db - step_db / 2) - joint.above(centre_db + step_db / 2), 1e-10)
            << centre_db;
      }
    }
}

// A cross-check that shares nothing with the grid: values drawn through the laws' own formulas, fixed seed.
TEST(ChannelDistribution, MonteCarloFindsTheSameQuantiles) {
  std::mt19937_64 random(20'240'611);
  std::normal_distribution<double> z;
  const auto draw = [&](const JointLoss& joint) {
    if (const auto* law = std::get_if<LognormalLaw>(&joint.law())) return law->shift_db + std::exp(law->mu + law->s * z(random));
    const auto& law = std::get<GammaLaw>(joint.law());
    return std::gamma_distribution<double>(law.shape, law.scale_db)(random);
  };
  for (const Joints& joints : {Joints{kB, kC, kC, kB}, Joints{kElite, kGammaB, kC}}) {
    std::vector<double> sums(200'000);
    for (double& sum : sums) {
      sum = 0;
      for (const JointLoss& joint : joints) sum += draw(joint);
    }
    std::sort(sums.begin(), sums.end());
    const auto channel = ChannelDistribution::of(joints);
    for (const double share : {0.1, 0.5, 0.9, 0.97, 0.99})
      EXPECT_NEAR(*channel->quantile_db(share), sums[static_cast<std::size_t>(share * 200'000)], 0.006) << share;
    EXPECT_NEAR(*channel->quantile_db(0.999), sums[199'800], 0.03);
  }
}

TEST(ChannelDistribution, OrderOfJointsDoesNotMatter) {
  const auto a = ChannelDistribution::of(Joints{kB, kC, kC, kB}), b = ChannelDistribution::of(Joints{kC, kB, kB, kC});
  EXPECT_EQ(*a->quantile_db(0.999), *b->quantile_db(0.999));
}

TEST(ChannelDistribution, GlassAndFixedJointsShiftTheWhole) {
  const auto channel = ChannelDistribution::of(times(kB, 4));
  const auto longer = channel->plus(0.35);
  const auto spliced = ChannelDistribution::of(Joints{kB, kB, kB, kB, *JointLoss::fixed(0.35)});
  for (const double share : {0.03, 0.5, 0.999}) {
    EXPECT_NEAR(*longer.quantile_db(share), *channel->quantile_db(share) + 0.35, 1e-12);
    EXPECT_NEAR(*spliced->quantile_db(share), *channel->quantile_db(share) + 0.35, 1e-12);
  }
  EXPECT_NEAR(longer.chance_above(1.2), channel->chance_above(0.85), 1e-12);
  EXPECT_EQ(longer.chance_above(0.34), 1);
  EXPECT_NEAR(longer.mean_db(), 0.83, 1e-12);
}

TEST(ChannelDistribution, FixedJointsAloneHaveOneLoss) {
  const auto channel = ChannelDistribution::of(times(*JointLoss::fixed(0.3), 3));
  for (const double share : {0.001, 0.5, 0.999}) EXPECT_NEAR(*channel->quantile_db(share), 0.9, 1e-12);
  EXPECT_EQ(channel->chance_above(0.89), 1);
  EXPECT_EQ(channel->chance_above(0.91), 0);
}

TEST(ChannelDistribution, LotsOfMeasuredValuesAddExactlyWhereTheyLieOnTheGrid) {
  const JointLoss lot = *JointLoss::lot({0.10, 0.10, 0.10, 0.10, 0.10, 0.20, 0.20, 0.20, 0.20, 0.30});
  const auto channel = ChannelDistribution::of(Joints{lot, lot}, 0.01);
  EXPECT_NEAR(channel->chance_above(0.25), 1 - 0.25, 1e-9);
  EXPECT_NEAR(channel->chance_above(0.45), 2 * 0.4 * 0.1 + 0.01, 1e-9);
  EXPECT_NEAR(channel->chance_above(0.55), 0.01, 1e-9);
  EXPECT_EQ(channel->chance_above(0.19), 1);
  EXPECT_NEAR(channel->chance_above(0.61), 0, 1e-9);
}

TEST(ChannelDistribution, WorstOfManyFibresIsWorse) {
  const auto channel = ChannelDistribution::of(times(kB, 4));
  EXPECT_EQ(*channel->quantile_of_worst_db(0.97, 1), *channel->quantile_db(0.97));
  const double worst_db = *channel->quantile_of_worst_db(0.97, 8);
  EXPECT_NEAR(std::pow(channel->chance_within(worst_db), 8), 0.97, 1e-9);
  EXPECT_GT(worst_db, *channel->quantile_db(0.97));
}

TEST(ChannelDistribution, RefusesQuantilesThatAreNone) {
  const auto channel = ChannelDistribution::of(times(kB, 4));
  for (const double bad : {0.0, 1.0, -0.1, 1.1, kNan, kInfinite}) {
    EXPECT_THAT(channel->quantile_db(bad).error().message, HasSubstr("not between 0 and 1"));
    EXPECT_THAT(channel->quantile_of_worst_db(bad, 8).error().message, HasSubstr("not between 0 and 1"));
  }
  EXPECT_THAT(channel->quantile_db(1 - 1e-14).error().message, HasSubstr("where the cells end"));
  EXPECT_FALSE(channel->quantile_of_worst_db(0.9, 0));
  EXPECT_TRUE(channel->quantile_db(1e-15));
}

TEST(ChannelDistribution, AnswersLimitsThatAreNone) {
  const auto channel = ChannelDistribution::of(times(kB, 4));
  EXPECT_EQ(channel->chance_above(kNan), 1);
  EXPECT_EQ(channel->chance_above(-kInfinite), 1);
  EXPECT_LT(channel->chance_above(kInfinite), 1e-9);
}

TEST(ChannelDistribution, RefusesChannelsOutOfReason) {
  EXPECT_FALSE(ChannelDistribution::of({}));
  EXPECT_FALSE(ChannelDistribution::of({}, 0.01));
  EXPECT_FALSE(ChannelDistribution::of(times(kB, kMostJoints + 1)));
  EXPECT_FALSE(ChannelDistribution::of(times(*JointLoss::fixed(60), 2)));
  for (const double step_db : {0.0, -0.01, 2.0, 1e-9, kNan, kInfinite})
    EXPECT_FALSE(ChannelDistribution::of(times(kB, 4), step_db)) << step_db;
  EXPECT_TRUE(ChannelDistribution::of(times(kA, kMostJoints)));
}

}  // namespace
}  // namespace ferrule::loss
