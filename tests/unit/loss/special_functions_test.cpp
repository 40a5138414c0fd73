// Against values of 30 digits from an arbitrary-precision library.
#include "loss/special_functions.h"

#include <cmath>
#include <initializer_list>
#include <gtest/gtest.h>

namespace ferrule::loss {
namespace {

TEST(SpecialFunctions, GammaSharesAreThoseOfThirtyDigits) {
  struct Row {
    double shape, x, below, above;
  };
  for (auto [shape, x, below, above] : std::initializer_list<Row>{
           {.5, .25, 0.52049987781304654, 0.47950012218695346},
           {1, 1, 0.63212055882855768, 0.36787944117144232},
           {4.2828, 8.9, 0.96953954896801496, 0.030460451031985039},
           {4.2828, 2, 0.10961741916450642, 0.89038258083549358},
           {20, 10, 0.0034543419758568077, 0.99654565802414319},
           {20, 35, 0.99767549339215791, 0.0023245066078420914},
           {20, 90, 1.0, 1.1492512409480211e-19},
           {1000, 1050, 0.94132888862268192, 0.058671111377318077},
           {.2, 3, 0.99629682815870932, 0.0037031718412906835},
           {100000, 100500, 0.94289673002397129, 0.057103269976028711},
       }) {
    const double tolerance = shape > 10'000 ? 1e-9 : 1e-12;
    EXPECT_NEAR(gamma_shares(shape, x).below / below, 1, tolerance) << shape << ' ' << x;
    EXPECT_NEAR(gamma_shares(shape, x).above / above, 1, tolerance) << shape << ' ' << x;
  }
}

TEST(SpecialFunctions, LogGammaIsThatOfTheLibrary) {
  for (const double x : {0.01, 0.2, 0.5, 1.0, 1.5, 2.0, 4.2828, 9.999, 10.0, 33.3, 1e3, 1e6, 1e9})
    EXPECT_NEAR(log_gamma(x), std::lgamma(x), 1e-14 * (1 + std::abs(std::lgamma(x)))) << x;
}

TEST(SpecialFunctions, GammaSharesEndAtNoneAndAll) {
  for (const double shape : {0.05, 1.0, 17.0, 1e6}) {
    EXPECT_EQ(gamma_shares(shape, 0).below, 0);
    EXPECT_EQ(gamma_shares(shape, 0).above, 1);
    EXPECT_EQ(gamma_shares(shape, 1e300).above, 0);
    EXPECT_EQ(gamma_shares(shape, 1e300).below, 1);
  }
}

TEST(SpecialFunctions, GammaQuantilesAreThoseOfThirtyDigits) {
  struct Row {
    double shape, below, x;
  };
  for (auto [shape, below, x] : std::initializer_list<Row>{
           {4, .97, 8.50524660683404},
           {17, .999, 32.6236087304712},
           {3, 1e-6, 0.0182542829632793},
           {.3, .5, 0.0731311358669519},
           {2, .999999999, 23.939727865574},
           {40, .5, 39.6671650106891},
       })
    EXPECT_NEAR(gamma_quantile(shape, below) / x, 1, 1e-8) << shape << ' ' << below;
  EXPECT_NEAR(gamma_quantile_above(1, 1e-12), std::log(1e12), 1e-10);
}

TEST(SpecialFunctions, GammaQuantileUndoesTheShare) {
  for (const double shape : {0.05, 0.3, 1.0, 4.28, 50.0, 1e4})
    for (const double chance : {1e-9, 1e-3, 0.2, 0.5, 0.97, 0.999}) {
      const double x = gamma_quantile(shape, chance);
      EXPECT_NEAR(gamma_shares(shape, x).below / chance, 1, 1e-9) << shape << ' ' << chance;
      EXPECT_NEAR(gamma_shares(shape, gamma_quantile_above(shape, chance)).above / chance, 1, 1e-9) << shape << ' ' << chance;
    }
}

TEST(SpecialFunctions, NormalQuantileIsThatOfTables) {
  struct Row {
    double chance, z;
  };
  for (auto [chance, z] : std::initializer_list<Row>{{0.5, 0},
                                                     {0.97, 1.8807936081512509},
                                                     {0.975, 1.959963984540054},
                                                     {0.99, 2.3263478740408408},
                                                     {0.999, 3.0902323061678132},
                                                     {1e-10, -6.361340902404056},
                                                     {1e-12, -7.034483825301132}}) {
    EXPECT_NEAR(normal_quantile(chance), z, 1e-12) << chance;
    EXPECT_NEAR(normal_below(z), chance, 1e-12 * chance + 1e-15) << chance;
  }
}

TEST(SpecialFunctions, NormalTailsKeepTheirDigits) {
  EXPECT_NEAR(normal_above(10) / 7.619853024160527e-24, 1, 1e-12);
  EXPECT_EQ(normal_above(-40), 1);
  EXPECT_EQ(normal_below(-40), 0);
}

}  // namespace
}  // namespace ferrule::loss
