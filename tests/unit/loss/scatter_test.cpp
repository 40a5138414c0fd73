// What the tables tell of how a joint varies, and what they do not.
#include "loss/scatter.h"

#include <gtest/gtest.h>

namespace ferrule::loss {
namespace {

constexpr Loss tenths(std::int64_t n) { return {n * 100'000}; }

facts::Grade row(std::string line, Confidence confidence) {
  facts::Grade grade;
  grade.line = std::move(line);
  grade.confidence = confidence;
  return grade;
}

facts::Grade table_grade_b() {
  facts::Grade grade = row("Grade B", Confidence::kMedium);
  grade.mean = Loss{120'000};
  grade.most_of_97 = Loss{250'000};
  return grade;
}

facts::Grade elite() {
  facts::Grade grade = row("MTP Elite", Confidence::kHigh);
  grade.typical = tenths(1);
  grade.most = Loss{350'000};
  return grade;
}

TEST(Scatter, AGradeSaysItsFiguresAndALineTwoThatAreReadSo) {
  const Scatter b = scatter_of(table_grade_b()), line = scatter_of(elite());
  ASSERT_TRUE(b.figures && line.figures);
  EXPECT_DOUBLE_EQ(b.figures->mean_db, 0.12);
  EXPECT_DOUBLE_EQ(b.figures->q97_db, 0.25);
  EXPECT_FALSE(b.read_from_class);
  EXPECT_DOUBLE_EQ(line.figures->q97_db, 0.35);
  EXPECT_TRUE(line.read_from_class);
}

TEST(Scatter, AMaximumAloneIsNoDistribution) {
  facts::Grade grade = row("MPO-16", Confidence::kLow);
  EXPECT_EQ(scatter_of(grade).why_not, "of MPO-16 no figures are known");
  grade.most = Loss{350'000};
  EXPECT_FALSE(scatter_of(grade).figures);
  EXPECT_EQ(scatter_of(grade).why_not, "of MPO-16 only a maximum is known");
  grade.mean = tenths(1);  // a mean beside a maximum is not the pair that a law needs
  EXPECT_FALSE(scatter_of(grade).figures);
}

TEST(Scatter, AMaximumBesideAGradeMustNotBeAboveIt) {
  EXPECT_TRUE(scatter_within(table_grade_b(), Loss{250'000}).figures);
  EXPECT_FALSE(scatter_within(table_grade_b(), Loss{250'001}).figures);
  EXPECT_EQ(scatter_within(table_grade_b(), tenths(5)).why_not, "its stated maximum of 0.50 dB is above what Grade B promises");
}

TEST(Scatter, TheWorseOfTwoSidesDecidesAndTheUnknownOneAlways) {
  const Scatter b = scatter_of(table_grade_b()), line = scatter_of(elite()), none = unknown_scatter("why");
  EXPECT_EQ(worse(b, line).of, "MTP Elite");
  EXPECT_EQ(worse(line, b).of, "MTP Elite");
  EXPECT_EQ(worse(b, line).confidence, Confidence::kMedium);  // that it is the worse rests on both
  EXPECT_EQ(worse(b, none).why_not, "why");
  EXPECT_EQ(worse(none, b).why_not, "why");
  EXPECT_FALSE(worse(none, b).figures);
}

TEST(Scatter, ALotTellsItsMeanAndTheValueThat97OfAHundredDoNotExceed) {
  std::vector<Loss> rising;
  for (int i = 1; i <= 100; ++i) rising.push_back(Loss{i * 10'000});
  const Scatter lot = scatter_of_lot(plant::lot_of(rising), "trunk");
  ASSERT_TRUE(lot.figures && lot.measured);
  EXPECT_NEAR(lot.figures->mean_db, 0.505, 1e-9);
  EXPECT_NEAR(lot.figures->q97_db, 0.97, 1e-9);
  EXPECT_EQ(lot.values, 100u);
  EXPECT_EQ(lot.of, "trunk, 100 values measured");
  EXPECT_EQ(worse(lot, scatter_of(table_grade_b())).values, 100u);
}

TEST(Scatter, AFewMeasuredValuesTellNothing) {
  const Scatter lot = scatter_of_lot(plant::lot_of({Loss{100'000}, Loss{110'000}, Loss{120'000}}), "trunk");
  EXPECT_FALSE(lot.figures || lot.measured);
  EXPECT_EQ(lot.why_not, "of trunk only 3 values were measured");
  EXPECT_FALSE(scatter_of_lot(plant::lot_of(std::vector<Loss>(kLeastValuesOfLot - 1, Loss{100'000})), "t").figures);
  const Scatter alike =
      scatter_of_lot(plant::lot_of(std::vector<Loss>(kLeastValuesOfLot, Loss{100'000})), "t");  // no spread, and no fault
  ASSERT_TRUE(alike.figures);
  EXPECT_DOUBLE_EQ(alike.figures->q97_db, 0.1);
}

}  // namespace
}  // namespace ferrule::loss
