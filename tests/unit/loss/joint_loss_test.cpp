#include "loss/joint_loss.h"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::loss {
namespace {

using ::testing::HasSubstr;

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN(), kNoEnd = std::numeric_limits<double>::infinity();

const GradeFigures kGradeA{0.07, 0.15}, kGradeB{0.12, 0.25}, kGradeC{0.25, 0.50}, kGradeD{0.50, 1.00};

TEST(JointLoss, GammaOfEachGradeIsTheTables) {
  struct Row {
    GradeFigures grade;
    double shape, scale_db, sd_gamma_db, sd_normal_db;
  };
  for (auto [grade, shape, scale_db, sd_gamma_db, sd_normal_db] : std::initializer_list<Row>{
           {kGradeA, 3.8990, 0.01795, 0.0355, 0.0425},
           {kGradeB, 4.2828, 0.02802, 0.0580, 0.0691},
           {kGradeC, 4.9313, 0.05070, 0.1126, 0.1329},
           {kGradeD, 4.9313, 0.10139, 0.2252, 0.2658},
       }) {
    const Result<JointLoss> joint = JointLoss::gamma(grade);
    ASSERT_TRUE(joint);
    const auto& law = std::get<GammaLaw>(joint->law());
    EXPECT_NEAR(law.shape, shape, 0.00005);
    EXPECT_NEAR(law.scale_db, scale_db, 0.000005);
    EXPECT_NEAR(joint->sd_db(), sd_gamma_db, 0.00005);
    EXPECT_NEAR((grade.q97_db - grade.mean_db) / 1.8808, sd_normal_db, 0.00005);
  }
}

TEST(JointLoss, FittedLawsHaveTheMeanAndThe97PercentValueAskedFor) {
  for (const double mean_db : {1e-6, 0.05, 0.12, 1.0, 20.0})
    for (const double ratio : {1.01, 1.3, 2.0833, 3.5, 5.8}) {
      if (mean_db * ratio > kMostJointDb) continue;
      for (const auto& joint : {JointLoss::gamma({mean_db, mean_db * ratio}), JointLoss::lognormal({mean_db, mean_db * ratio})}) {
        ASSERT_TRUE(joint) << mean_db << ' ' << ratio;
        EXPECT_NEAR(joint->mean_db() / mean_db, 1, 1e-12) << mean_db << ' ' << ratio;
        EXPECT_NEAR(joint->above(mean_db * ratio), 0.03, 1e-9) << mean_db << ' ' << ratio;
      }
    }
}

TEST(JointLoss, LognormalOfGradeBIsTheBenchmarks) {
  const auto b = std::get<LognormalLaw>(JointLoss::lognormal(kGradeB)->law()),
             c = std::get<LognormalLaw>(JointLoss::lognormal(kGradeC)->law());
  EXPECT_NEAR(b.mu, -2.218050, 5e-7);
  EXPECT_NEAR(b.s, 0.442237, 5e-7);
  EXPECT_NEAR(c.mu, -1.472048, 5e-7);
  EXPECT_NEAR(c.s, 0.414134, 5e-7);
}

TEST(JointLoss, OfTwoGammaLawsTheOneThatPeaksIsTaken) {
  EXPECT_NEAR(std::get<GammaLaw>(JointLoss::gamma({0.1, 0.1 * -std::log(0.03)})->law()).shape, 1, 1e-9);
  EXPECT_TRUE(JointLoss::gamma({0.1, 0.957}));
  EXPECT_FALSE(JointLoss::gamma({0.1, 0.958}));
}

TEST(JointLoss, ExponentialFallsByItsMean) {
  const auto joint = JointLoss::exponential(0.1);
  EXPECT_NEAR(joint->above(0.1), std::exp(-1), 1e-14);
  EXPECT_NEAR(joint->above(-0.1 * std::log(0.03)), 0.03, 1e-14);
  EXPECT_NEAR(joint->sd_db(), 0.1, 1e-15);
}

TEST(JointLoss, ShiftedLognormalKeepsBothPercentiles) {
  const auto joint = JointLoss::shifted_lognormal({0.32, 1.48}, 0.40);
  ASSERT_TRUE(joint);
  EXPECT_NEAR(joint->above(0.32), 0.99, 1e-12);
  EXPECT_NEAR(joint->above(1.48), 0.01, 1e-12);
}

TEST(JointLoss, FixedHasNoSpread) {
  const auto joint = JointLoss::fixed(0.3);
  EXPECT_EQ(joint->above(0.2999), 1);
  EXPECT_EQ(joint->above(0.3), 0);
  EXPECT_EQ(joint->sd_db(), 0);
  EXPECT_TRUE(JointLoss::fixed(0));
}

TEST(JointLoss, LotIsItsMeasuredValues) {
  const auto joint = JointLoss::lot({0.5, 0.1, 0.2, 0.2, 0.3, 0.3, 0.3, 0.4, 0.1, -0.02});
  ASSERT_TRUE(joint);
  EXPECT_NEAR(joint->mean_db(), 0.238, 1e-12);
  EXPECT_NEAR(joint->above(0.3), 0.2, 1e-12);
  EXPECT_NEAR(joint->above(-0.03), 1, 0);
  EXPECT_EQ(joint->above(0.5), 0);
}

TEST(JointLoss, LotThatIsTooSmallSaysHowManyItNeeds) {
  EXPECT_EQ(JointLoss::lot(std::vector<double>(9, 0.1)).error().message,
            "10 measured values are needed for the 90 % value of a lot, 9 are there");
  EXPECT_EQ(JointLoss::lot(std::vector<double>(33, 0.1), 0.97).error().message,
            "34 measured values are needed for the 97 % value of a lot, 33 are there");
  EXPECT_EQ(JointLoss::lot(std::vector<double>(999, 0.1), 0.999).error().message,
            "1000 measured values are needed for the 99.9 % value of a lot, 999 are there");
  EXPECT_TRUE(JointLoss::lot(std::vector<double>(1000, 0.1), 0.999));
  EXPECT_FALSE(JointLoss::lot({}));
  for (const double bad : {0.0, 1.0, -1.0, 2.0, kNoNumber, kNoEnd})
    EXPECT_FALSE(JointLoss::lot(std::vector<double>(1000, 0.1), bad));
}

TEST(JointLoss, RefusesFiguresThatAreNoLossAndNamesThem) {
  struct Row {
    GradeFigures figures;
    const char* reason;
  };
  for (auto [figures, reason] : std::initializer_list<Row>{
           {{kNoNumber, 0.25}, "mean loss is not a number"},
           {{0.12, kNoNumber}, "97 % value is not a number"},
           {{kNoEnd, kNoEnd}, "mean loss is not a number"},
           {{0, 0.25}, "mean loss is 0 dB, not above 0"},
           {{-0.12, 0.25}, "mean loss is -0.12 dB, not above 0"},
           {{1e-300, 2e-300}, "mean loss is 1e-300 dB, below 1e-09 dB"},
           {{0.12, -0.25}, "97 % value is -0.25 dB, not above 0"},
           {{0.25, 0.12}, "97 % value 0.12 dB is not above the mean 0.25 dB"},
           {{0.25, 0.25}, "97 % value 0.25 dB is not above the mean 0.25 dB"},
           {{120, 250}, "mean loss is 120 dB, above 100 dB"},
           {{60, 101}, "97 % value is 101 dB, above 100 dB"},
       }) {
    EXPECT_EQ(JointLoss::gamma(figures).error().message, reason);
    EXPECT_EQ(JointLoss::lognormal(figures).error().message, reason);
  }
}

TEST(JointLoss, RefusesWhatNoLawCanHave) {
  EXPECT_THAT(JointLoss::lognormal({0.1, 0.6}).error().message, HasSubstr("6.00 times the mean 0.1 dB, more than a lognormal"));
  EXPECT_TRUE(JointLoss::lognormal({0.1, 0.586}));
  EXPECT_THAT(JointLoss::gamma({0.1, 1.0}).error().message, HasSubstr("10.00 times the mean 0.1 dB, more than a gamma"));
  EXPECT_THAT(JointLoss::gamma({0.1, 0.1001}).error().message, HasSubstr("state a fixed loss"));
  EXPECT_FALSE(JointLoss::lognormal({0.1, std::nextafter(0.1, 1)}));
}

TEST(JointLoss, RefusesParametersOutOfReason) {
  for (const double bad : {kNoNumber, kNoEnd, -kNoEnd, -1.0, 101.0}) {
    EXPECT_FALSE(JointLoss::fixed(bad)) << bad;
    EXPECT_FALSE(JointLoss::exponential(bad)) << bad;
    EXPECT_FALSE(JointLoss::gamma(2, bad)) << bad;
    EXPECT_FALSE(JointLoss::shifted_lognormal({bad, 1}, 0.4)) << bad;
    EXPECT_FALSE(JointLoss::shifted_lognormal({0.1, bad}, 0.4)) << bad;
    EXPECT_FALSE(JointLoss::shifted_lognormal({0.32, 1.48}, bad)) << bad;
    EXPECT_FALSE(JointLoss::shifted_lognormal(0, 101, bad)) << bad;
    std::vector<double> lot(20, 0.1);
    lot[7] = bad * 1.5;
    EXPECT_FALSE(JointLoss::lot(lot)) << bad;
  }
  EXPECT_FALSE(JointLoss::exponential(0));
  EXPECT_FALSE(JointLoss::gamma(kNoNumber, 0.1));
  EXPECT_FALSE(JointLoss::gamma(0, 0.1));
  EXPECT_FALSE(JointLoss::shifted_lognormal(kNoNumber, -2, 0.4));
  EXPECT_FALSE(JointLoss::shifted_lognormal(0, kNoNumber, 0.4));
  EXPECT_FALSE(JointLoss::shifted_lognormal({1.48, 0.32}, 0.4));
}

TEST(JointLoss, AnswersWhatIsNotANumberAsTheWorst) {
  for (const auto& joint : {JointLoss::gamma(kGradeB), JointLoss::lognormal(kGradeB), JointLoss::fixed(0.1),
                            JointLoss::lot(std::vector<double>(10, 0.1))}) {
    EXPECT_EQ(joint->above(kNoNumber), 1);
    EXPECT_EQ(joint->above(-kNoEnd), 1);
    EXPECT_EQ(joint->above(kNoEnd), 0);
  }
}

TEST(JointLoss, EqualFiguresAreEqualLaws) {
  EXPECT_EQ(*JointLoss::gamma(kGradeB), *JointLoss::gamma(kGradeB));
  EXPECT_NE(*JointLoss::gamma(kGradeB), *JointLoss::gamma(kGradeC));
  EXPECT_NE(*JointLoss::gamma(kGradeB), *JointLoss::lognormal(kGradeB));
  EXPECT_EQ(*JointLoss::lot(std::vector<double>(10, 0.1)), *JointLoss::lot(std::vector<double>(10, 0.1)));
  EXPECT_NE(*JointLoss::lot(std::vector<double>(10, 0.1)), *JointLoss::lot(std::vector<double>(11, 0.1)));
}

}  // namespace
}  // namespace ferrule::loss
