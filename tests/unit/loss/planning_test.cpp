// Edges and refusals; the worked examples of standards and makers are in statistics_checks_test.cpp.
#include "loss/planning.h"

#include <cmath>
#include <limits>
#include <gtest/gtest.h>

namespace ferrule::loss {
namespace {

constexpr Loss kDb{1'000'000};
constexpr Attenuation kDbPerKm{1'000'000};
constexpr Length kKm{1'000'000};

TEST(Planning, RoundsToTenthsOnBothSidesOfNought) {
  EXPECT_EQ(to_tenths({149'999}, Tenths::kNearest), Loss{100'000});
  EXPECT_EQ(to_tenths({150'000}, Tenths::kNearest), Loss{200'000});
  EXPECT_EQ(to_tenths({100'000}, Tenths::kUp), Loss{100'000});
  EXPECT_EQ(to_tenths({100'001}, Tenths::kUp), Loss{200'000});
  EXPECT_EQ(to_tenths({-149'999}, Tenths::kUp), Loss{-100'000});
  EXPECT_EQ(to_tenths({-160'000}, Tenths::kNearest), Loss{-200'000});
}

TEST(Planning, LongestUndoesTheLossOfGlass) {
  constexpr Attenuation kGlass{400'000};  // a microdecibel is 2.5 mm of it
  for (const std::int64_t millimetre : {0, 1, 999, 70'000, 10'000'000}) {
    const Length back = *longest(kDb + kGlass.over({millimetre}), kDb, kGlass);
    EXPECT_GE(back, Length{millimetre});
    EXPECT_LE(back, Length{millimetre + 2});
  }
}

TEST(Planning, RefusesWhatHasNoAnswer) {
  EXPECT_FALSE(longest(kDb, kDb, {0}));
  EXPECT_FALSE(longest(kDb, kDb + kDb, kDbPerKm));
  EXPECT_EQ(*longest(kDb, kDb, kDbPerKm), Length{0});
  EXPECT_FALSE(most_attenuation(kDb, kDb, {0}));
  EXPECT_FALSE(most_attenuation(kDb, kDb + kDb, kKm));
  EXPECT_FALSE(most_matings(kDb, kDbPerKm, kKm, {0}));
}

TEST(Planning, GlassMayLeaveNothingForMatings) {
  EXPECT_EQ(*most_matings(kDb, kDbPerKm, kKm, {250'000}), 0);
  EXPECT_EQ(*most_matings(kDb, kDbPerKm, {5'000'000}, {250'000}), 0);
  EXPECT_EQ(*most_matings(kDb, kDbPerKm, {0}, {250'000}), 4);
}

TEST(Planning, RefusesTermsThatAreNoLoss) {
  for (const double bad : {-1.0, std::numeric_limits<double>::quiet_NaN(), HUGE_VAL}) {
    const RandomTerm mean[] = {{2, bad, 0.01}}, variance[] = {{2, 0.3, bad}}, good[] = {{2, 0.3, 0.01}};
    EXPECT_FALSE(mean_and_3_sigma(mean, 0, 0));
    EXPECT_FALSE(mean_and_3_sigma(variance, 0, 0));
    EXPECT_FALSE(mean_and_3_sigma(good, bad, 0));
    EXPECT_FALSE(mean_and_3_sigma(good, 0, bad));
  }
  const RandomTerm negative[] = {{-1, 0.3, 0.01}};
  EXPECT_FALSE(mean_and_3_sigma(negative, 0, 0));
  EXPECT_EQ(mean_and_3_sigma({}, 0, 0.5)->planned_db, 0.5);
}

}  // namespace
}  // namespace ferrule::loss
