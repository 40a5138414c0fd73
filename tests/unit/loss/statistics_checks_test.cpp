// The published and computed figures of loss statistics that every release must reproduce (tests/checks), and what is asserted around
// them that is no figure of its own.
#include <limits>
#include <map>
#include <gtest/gtest.h>

#include "checks/checks.h"
#include "loss/channel_distribution.h"
#include "loss/yield.h"

namespace ferrule::loss {
namespace {

using checks::Check;
using Joints = std::vector<JointLoss>;

const std::vector<Check>& all() {
  static const std::vector<Check> checks = checks::all_checks();
  return checks;
}

class LossStatistics : public testing::TestWithParam<const char*> {};

TEST_P(LossStatistics, ComesOutAsStated) {
  int rows = 0;
  for (const Check& check : all()) {
    if (check.id != GetParam()) continue;
    ++rows;
    EXPECT_TRUE(checks::passes(check)) << check.what << ", " << check.inputs << ": stated "
                                       << testing::PrintToString(check.stated) << ", computed "
                                       << testing::PrintToString(check.computed);
  }
  EXPECT_GT(rows, 0);
}

INSTANTIATE_TEST_SUITE_P(Checks, LossStatistics,
                         testing::Values("U1", "U2", "U3", "I1", "K1", "K2", "E1", "G1", "S1", "S2", "M1", "M2", "M3", "A1", "A2",
                                         "A3", "A4", "F1", "N1", "J1", "J2", "T1"),
                         [](const auto& of) { return std::string(of.param); });

// A list that cannot fail would pass everything.
TEST(LossChecks, AFigureThatIsOffFails) {
  Check check{"X1", "", "", {1.0}, {1.0}, 0.01};
  EXPECT_TRUE(checks::passes(check));
  check.computed = {1.02};
  EXPECT_FALSE(checks::passes(check));
  check.claim = checks::Claim::kDoesNotFollow;
  EXPECT_TRUE(checks::passes(check));
  check.claim = checks::Claim::kAtLeast;
  EXPECT_TRUE(checks::passes(check));
  check.claim = checks::Claim::kAtMost;
  EXPECT_FALSE(checks::passes(check));
  check.claim = checks::Claim::kEqual;
  check.computed = {};
  EXPECT_FALSE(checks::passes(check));
  check.computed = {std::numeric_limits<double>::quiet_NaN()};
  EXPECT_FALSE(checks::passes(check));
}

TEST(LossChecks, HalfTheBinsGiveTheSameEnds) {
  const auto ten = ChannelDistribution::of(Joints(10, checks::uhing_connector()), 0.01);
  EXPECT_NEAR(*ten->quantile_db(0.01), 5.52, 0.03);
  EXPECT_NEAR(*ten->quantile_db(0.99), 8.72, 0.03);
}

TEST(LossChecks, AFineGridIsNearerToTheClosedForm) {
  for (const auto& [n, q97_db] : std::map<std::size_t, double>{{1, 0.3507}, {10, 1.6731}}) {
    const auto fine = ChannelDistribution::of(Joints(n, *JointLoss::exponential(0.10)), kFineStepDb);
    EXPECT_NEAR(*fine->quantile_db(0.97), q97_db, 0.0001) << n;
  }
}

TEST(LossChecks, FibresThatFailTogetherFailFewerLinks) {
  EXPECT_LT(*chance_link_fails({.fibre_fails = 0.01, .fibres = 8, .correlation = 0.5}), 0.06);
  EXPECT_GT(*chance_link_fails({.fibre_fails = 0.01, .fibres = 8}), 0.07);
}

}  // namespace
}  // namespace ferrule::loss
