// What a swap changes, held against the budgets of the two plants on their own.
#include "api/budget_change.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::api {
namespace {

using check::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Forty links of standard parts and eight of low-loss ones.
constexpr const char* kPlant = "tests/golden/budget-swap";

std::vector<Swap> swaps(std::initializer_list<std::pair<const char*, const char*>> list) {
  std::vector<Swap> out;
  for (const auto& [part, offer] : list) out.push_back({{part, offer}, offer});
  return out;
}

BudgetChange change(std::vector<Swap> list, PriceRequest prices = {}) {
  return budget_change({{.path = kPlant, .data = ""}, std::move(list), std::move(prices), {}});
}

const std::vector<Swap> kBetter = swaps({{"trunk", "trunk-low"}, {"cord", "cord-low"}});
const std::vector<Swap> kWorse = swaps({{"cord-low", "cord"}});

TEST(BudgetChange, BeforeIsTheBudgetOfThePlantAsItIs) {
  const BudgetReport alone = budget(LoadRequest{.path = kPlant, .data = ""});
  const BudgetChange both = change(kBetter);
  ASSERT_EQ(both.groups.size(), 1u);
  EXPECT_EQ(both.groups[0].links, 40u);
  EXPECT_EQ(both.hall_before.apart.expected_failing, alone.hall->apart.expected_failing);
  EXPECT_EQ(both.groups[0].before.loss, alone.groups[0].loss);
  EXPECT_EQ(both.groups[0].before.spread.at[2].apart_db, alone.groups[0].spread.at[2].apart_db);
}

// 0.75 dB becomes 0.35 dB at two joints, the glass stays.
TEST(BudgetChange, MarginsGrowByWhatTheJointsLoseLess) {
  const BudgetChange both = change(kBetter);
  ASSERT_EQ(both.groups.size(), 1u);
  const ChangeGroup& group = both.groups[0];
  EXPECT_EQ(group.before.loss->microdecibel - group.after.loss->microdecibel, 2 * 400'000);
  EXPECT_EQ(group.before.limit, group.after.limit);
  EXPECT_EQ(both.still_proven, 40u);
  EXPECT_EQ(both.exit, Exit::kClean);
}

// The worse plug of a joint decides.
TEST(BudgetChange, ABetterTrunkBetweenStandardCordsChangesNothing) {
  const BudgetChange trunk = change(swaps({{"trunk", "trunk-low"}}), {"", {"trunk=140"}, {"195"}});
  ASSERT_EQ(trunk.groups.size(), 1u);
  EXPECT_EQ(trunk.groups[0].before.loss, trunk.groups[0].after.loss);
  ASSERT_TRUE(trunk.apart);
  EXPECT_EQ(trunk.apart->avoided(), 0);
  EXPECT_EQ(trunk.money_apart.bargain, Bargain::kNoDifference);
  EXPECT_EQ(trunk.cost_after->hundredths - trunk.cost_before->hundredths, 40 * 5500);
}

TEST(BudgetChange, MoneyPerFailureIsTheDifferenceOfBoth) {
  const BudgetChange both = change(kBetter, {"", {"trunk=140", "cord=18", "trunk-low=195", "cord-low=29.50"}, {}});
  const std::int64_t dearer = 40 * 5500 + 80 * 1150;
  EXPECT_EQ(both.cost_after->hundredths - both.cost_before->hundredths, dearer);
  ASSERT_TRUE(both.apart);
  EXPECT_GT(both.apart->avoided(), 0);
  EXPECT_NEAR(both.apart->avoided(), both.hall_before.apart.expected_failing - both.hall_after.apart.expected_failing, 1e-9);
  EXPECT_EQ(both.money_apart.bargain, Bargain::kPerAvoided);
  EXPECT_NEAR(both.money_apart.per_failure, static_cast<double>(dearer) / both.apart->avoided(), 1e-6);
  EXPECT_GT(both.money_together.per_failure, 0);
}

TEST(BudgetChange, EveryBargainHasItsName) {
  struct Row {
    const std::vector<Swap>& swaps;
    std::vector<std::string> prices;
    Bargain bargain;
  };
  for (const Row& row : std::initializer_list<Row>{
           {kBetter, {"trunk=2", "cord=2", "trunk-low=1", "cord-low=1"}, Bargain::kBetter},
           {kBetter, {"trunk=1", "cord=1", "trunk-low=1", "cord-low=1"}, Bargain::kBetter},
           {kBetter, {"trunk=1", "cord=1", "trunk-low=2", "cord-low=2"}, Bargain::kPerAvoided},
           {kWorse, {"cord=1", "cord-low=2"}, Bargain::kPerCaused},
           {kWorse, {"cord=3", "cord-low=2"}, Bargain::kWorse},
           {kWorse, {"cord=2", "cord-low=2"}, Bargain::kWorse},
       }) {
    const BudgetChange got = change(row.swaps, {"", row.prices, {}});
    EXPECT_EQ(got.why_no_money, "");
    EXPECT_EQ(got.money_apart.bargain, row.bargain) << row.prices.front();
    EXPECT_EQ(got.money_together.bargain, row.bargain) << row.prices.front();
  }
}

TEST(BudgetChange, WhatIsNoLongerProvenHasNoMoneyAndItsRule) {
  const BudgetChange lost = change(swaps({{"trunk", "trunk-a"}}), {"", {"trunk=140"}, {"1"}});
  EXPECT_EQ(lost.lost(), 40u);
  EXPECT_EQ(lost.exit, Exit::kFindings);
  EXPECT_FALSE(lost.brought.empty());
  EXPECT_TRUE(lost.groups.at(0).lost());
  EXPECT_EQ(lost.money_apart.bargain, Bargain::kNotKnown);
  EXPECT_EQ(lost.why_no_money, "not every link stays proven");
}

TEST(BudgetChange, WithoutChancesThereIsNoMoney) {
  const BudgetChange blind = change(swaps({{"trunk", "trunk-max"}}), {"", {"trunk=140"}, {"99"}});
  EXPECT_EQ(blind.lost(), 0u);
  EXPECT_FALSE(blind.apart);
  EXPECT_EQ(blind.hall_before.counted, 48u);
  EXPECT_EQ(blind.hall_after.counted, 8u);
  EXPECT_THAT(blind.why_no_money, HasSubstr("no distribution"));
  EXPECT_EQ(change(kWorse, {"", {"cord=1"}, {}}).why_no_money, "no price of cord-low");
}

TEST(BudgetChange, ALineIsTakenAsTheVerbFitsTakesIt) {
  const BudgetChange line = change(swaps({{"trunk", "12F MPO trunk cable male to male OM4 PC Type B 10 m"}}));
  EXPECT_EQ(line.lost_faulty, 40u);  // pieces of 60 m
  EXPECT_EQ(line.brought.back().code, "S801");
  const BudgetChange unstated = change(swaps({{"trunk", "12F MPO trunk cable male to male OM4 PC"}}));
  EXPECT_EQ(unstated.lost_unproven, 40u);
  EXPECT_THAT(unstated.parts.at(0).part.ask, testing::Not(IsEmpty()));
}

TEST(BudgetChange, APartThatIsNotUsedChangesNothing) {
  const BudgetChange none = change(swaps({{"trunk-a", "trunk"}}));
  EXPECT_EQ(none.touched, 0u);
  EXPECT_EQ(none.parts.at(0).part.pieces, 0u);
  EXPECT_THAT(none.groups, IsEmpty());
}

TEST(BudgetChange, WhatIsAskedWronglyIsSaid) {
  const BudgetChange unknown = change(swaps({{"trnk", "trunk-low"}}));
  EXPECT_EQ(unknown.why_not, "the project has no part 'trnk'");
  EXPECT_EQ(unknown.help, "did you mean trunk?");
  EXPECT_EQ(unknown.exit, Exit::kUsage);
  EXPECT_EQ(change(kBetter, {"", {}, {"9.80"}}).exit, Exit::kUsage);       // of which of the two?
  EXPECT_EQ(change(kWorse, {"", {}, {"trunk=9.80"}}).exit, Exit::kUsage);  // is not swapped
  EXPECT_EQ(change(kWorse, {"", {"9.80"}, {}}).exit, Exit::kUsage);        // of what?
  EXPECT_EQ(change(kWorse, {"tests/golden/budget-swap/bad-prices.csv", {}, {}}).exit, Exit::kUnreadable);
  EXPECT_EQ(budget_change({{.path = "no/such", .data = ""}, kWorse, {}, {}}).exit, Exit::kUnreadable);
}

// An offer equal to the part changes nothing in a whole fabric.
TEST(BudgetChange, TheSamePartAgainIsNoChange) {
  const BudgetChange same =
      budget_change({{.path = "examples/superpod-h100-4su", .data = ""}, swaps({{"cord-b", "cord-b"}}), {}, {}});
  EXPECT_EQ(same.still_proven, 2044u);
  std::uint64_t links = 0;
  for (const ChangeGroup& group : same.groups) {
    links += group.links;
    EXPECT_EQ(group.before.loss, group.after.loss);
  }
  EXPECT_EQ(links, 2044u);
  EXPECT_EQ(same.hall_before.apart.expected_failing, same.hall_after.apart.expected_failing);
}

}  // namespace
}  // namespace ferrule::api
