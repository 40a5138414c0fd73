#include "loss/yield.h"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <random>
#include <vector>
#include <gtest/gtest.h>

#include "loss/special_functions.h"

namespace ferrule::loss {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

double fails(double fibre, unsigned fibres, double correlation) {
  return *chance_link_fails({.fibre_fails = fibre, .fibres = fibres, .correlation = correlation});
}

TEST(LinkYield, FibresApartMultiply) {
  for (const double fibre : {1e-12, 1e-6, 0.01, 0.5, 0.99})
    for (const unsigned fibres : {1u, 2u, 8u, 16u, 144u})
      EXPECT_NEAR(fails(fibre, fibres, 0) / -std::expm1(fibres * std::log1p(-fibre)), 1, 1e-12) << fibre << ' ' << fibres;
}

TEST(LinkYield, FibresAsOneFailAsOne) {
  for (const double fibre : {1e-12, 0.01, 0.5, 0.99}) EXPECT_EQ(fails(fibre, 8, 1), fibre);
}

TEST(LinkYield, BothEndsAreReachedWithoutAJump) {
  for (const double fibre : {1e-9, 1e-4, 0.01, 0.3}) {
    EXPECT_NEAR(fails(fibre, 8, 1e-9) / fails(fibre, 8, 0), 1, 1e-5) << fibre;
    EXPECT_NEAR(fails(fibre, 8, 1e-13) / fails(fibre, 8, 2e-12), 1, 1e-6) << fibre;
    EXPECT_NEAR(fails(fibre, 8, 1 - 1e-9) / fibre, 1, 2e-3) << fibre;
    EXPECT_GE(fails(fibre, 8, 1 - 1e-12), fibre);
  }
}

TEST(LinkYield, MoreCorrelationFailsFewerLinks) {
  for (const double fibre : {1e-8, 1e-3, 0.01, 0.2, 0.9}) {
    double before = fails(fibre, 8, 0);
    for (int i = 1; i <= 100; ++i) {
      const double now = fails(fibre, 8, i / 100.0);
      EXPECT_LE(now, before * (1 + 1e-9)) << fibre << ' ' << i;
      before = now;
    }
  }
}

// Two fibres with correlation r fail together with the bivariate normal chance; at a half each that is 1/4 + asin(r) / (2 pi).
TEST(LinkYield, TwoFibresAreTheBivariateNormal) {
  for (const double r : {0.001, 0.1, 0.5, 0.9, 0.999, 0.999999})
    EXPECT_NEAR(fails(0.5, 2, r), 1 - (0.25 + std::asin(r) / (2 * std::acos(-1))), 1e-9) << r;
}

TEST(LinkYield, DrawnFerrulesFailAsOften) {
  std::mt19937_64 random(7);
  std::normal_distribution<double> z;
  const double limit = normal_quantile(0.98), common = std::sqrt(0.6), own = std::sqrt(0.4);
  int failed = 0;
  constexpr int kLinks = 200'000;
  for (int link = 0; link < kLinks; ++link) {
    const double ferrule = z(random);
    bool bad = false;
    for (int fibre = 0; fibre < 8; ++fibre) bad |= common * ferrule + own * z(random) > limit;
    failed += bad;
  }
  EXPECT_NEAR(fails(0.02, 8, 0.6), failed / double{kLinks}, 0.0015);
}

TEST(LinkYield, RefusesWhatIsNoChance) {
  for (const double bad : {-0.1, 1.1, kNotANumber, HUGE_VAL}) {
    EXPECT_FALSE(chance_link_fails({.fibre_fails = bad, .fibres = 8}));
    EXPECT_FALSE(chance_link_fails({.fibre_fails = 0.01, .fibres = 8, .correlation = bad}));
    const LinkGroup group[] = {{10, bad}};
    EXPECT_FALSE(hall_yield(group));
  }
  EXPECT_FALSE(chance_link_fails({.fibre_fails = 0.01, .fibres = 0}));
}

TEST(LinkYield, CertaintyStaysCertain) {
  for (const double correlation : {0.0, 0.3, 1.0}) {
    EXPECT_EQ(fails(0, 8, correlation), 0);
    EXPECT_EQ(fails(1, 8, correlation), 1);
  }
}

TEST(HallYield, AddsGroupsAndMultipliesChances) {
  const LinkGroup groups[] = {{1000, 1e-3}, {500, 2e-3}, {0, 1}};
  const auto hall = hall_yield(groups);
  EXPECT_NEAR(hall->expected_failing, 2, 1e-12);
  EXPECT_NEAR(hall->chance_of_none, std::pow(0.999, 1000) * std::pow(0.998, 500), 1e-12);
  EXPECT_NEAR(hall->chance_of_none + hall->chance_of_some, 1, 1e-15);
}

TEST(HallYield, AMillionLinksDoNotUnderflow) {
  const LinkGroup rare[] = {{1'000'000, 1e-17}}, usual[] = {{1'000'000, 0.08}};
  EXPECT_NEAR(hall_yield(rare)->chance_of_some / 1e-11, 1, 1e-9);
  EXPECT_EQ(hall_yield(rare)->chance_of_none, 1 - 1e-11);
  EXPECT_NEAR(hall_yield(usual)->expected_failing, 80'000, 1e-6);
  EXPECT_EQ(hall_yield(usual)->chance_of_none, 0);
  EXPECT_NEAR(hall_yield(usual)->log10_of_none, 1e6 * std::log10(0.92), 1e-6);
}

TEST(HallYield, NoLinksAndHopelessLinksHaveNumbersToo) {
  EXPECT_EQ(hall_yield({})->chance_of_none, 1);
  const LinkGroup hopeless[] = {{3, 1}, {5, 0}};
  EXPECT_EQ(hall_yield(hopeless)->chance_of_none, 0);
  EXPECT_EQ(hall_yield(hopeless)->chance_of_some, 1);
  EXPECT_TRUE(std::isfinite(hall_yield(hopeless)->log10_of_none));
}

}  // namespace
}  // namespace ferrule::loss
