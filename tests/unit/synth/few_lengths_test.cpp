// Part numbers against longer cables: held against every choice of lengths.
#include "synth/few_lengths.h"

#include <algorithm>
#include <random>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::synth {
namespace {

std::optional<std::int64_t> by_metre(const std::string&, Length length) { return 1'000 + length.millimetre; }

Plan plan_of(const std::vector<std::pair<int, std::uint32_t>>& metres_and_phases) {
  Plan plan;
  plan.parts.push_back({"cord", "{kind: cord}"});
  for (const auto& [metres, phase] : metres_and_phases) {
    PlanCable& cable = plan.cables.emplace_back();
    cable.ordered = Length{metres * 1'000};
    cable.phase = phase;
  }
  return plan;
}

std::vector<int> metres_of(const Plan& plan) {
  std::vector<int> out;
  for (const PlanCable& cable : plan.cables) out.push_back(static_cast<int>(cable.ordered->millimetre / 1'000));
  return out;
}

TEST(FewLengths, APartNumberIsSavedWhereLongerCablesCostLess) {
  Plan plan = plan_of({{3, 0}, {3, 0}, {3, 0}, {4, 0}, {4, 0}, {6, 0}, {6, 0}, {7, 0}});
  EXPECT_EQ(part_numbers(plan), 4u);
  EXPECT_EQ(order_in_few_lengths(plan, by_metre, 3'500), 5u);
  EXPECT_THAT(metres_of(plan), testing::ElementsAre(4, 4, 4, 4, 4, 7, 7, 7));
  EXPECT_EQ(part_numbers(plan), 2u);
}

TEST(FewLengths, WhatCostsNothingIsNotSaved) {
  Plan plan = plan_of({{3, 0}, {4, 0}});
  EXPECT_EQ(order_in_few_lengths(plan, by_metre, 0), 0u);
  EXPECT_EQ(order_in_few_lengths(plan, by_metre, 999), 0u) << "one metre more costs 1000";
  EXPECT_EQ(order_in_few_lengths(plan, by_metre, 1'001), 1u);
}

TEST(FewLengths, LengthsOfEarlierPhasesAreThereAlready) {
  Plan plan = plan_of({{5, 0}, {4, 1}, {8, 1}});
  order_in_few_lengths(plan, by_metre, 1'500);
  EXPECT_THAT(metres_of(plan), testing::ElementsAre(5, 5, 8)) << "4 m are ordered as 5 m, and the first phase stays as it was";
  Plan first = plan_of({{5, 0}});
  order_in_few_lengths(first, by_metre, 1'500);
  EXPECT_THAT(metres_of(first), testing::ElementsAre(5));
}

TEST(FewLengths, WithoutAPriceLengthsStay) {
  Plan plan = plan_of({{3, 0}, {4, 0}});
  const auto none = [](const std::string&, Length) { return std::optional<std::int64_t>(); };
  EXPECT_EQ(order_in_few_lengths(plan, none, 1'000'000), 0u);
}

// Of every set of lengths that holds all cables.
std::int64_t least_of_all(const std::vector<int>& needed, std::int64_t number_cost) {
  std::vector<int> lengths(needed);
  std::sort(lengths.begin(), lengths.end());
  lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (unsigned set = 1; set < 1U << lengths.size(); ++set) {
    std::int64_t cost = 0;
    bool all = true;
    for (std::size_t i = 0; i < lengths.size(); ++i) cost += (set >> i & 1) != 0 ? number_cost : 0;
    for (const int need : needed) {
      std::size_t i = 0;
      while (i < lengths.size() && (lengths[i] < need || (set >> i & 1) == 0)) ++i;
      all = all && i < lengths.size();
      if (all) cost += 1'000 + lengths[i] * 1'000;
    }
    if (all) least = std::min(least, cost);
  }
  return least;
}

TEST(FewLengths, TheChoiceIsTheCheapestOfAll) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::pair<int, std::uint32_t>> cables;
    std::vector<int> needed;
    const auto count = 1 + random() % 12;
    for (unsigned i = 0; i < count; ++i) {
      needed.push_back(static_cast<int>(1 + random() % 9));
      cables.emplace_back(needed.back(), 0);
    }
    const std::int64_t number_cost = static_cast<std::int64_t>(1 + random() % 8'000);
    Plan plan = plan_of(cables);
    order_in_few_lengths(plan, by_metre, number_cost);
    std::int64_t cost = number_cost * static_cast<std::int64_t>(part_numbers(plan));
    for (std::size_t i = 0; i < plan.cables.size(); ++i) {
      EXPECT_GE(metres_of(plan)[i], needed[i]);
      cost += 1'000 + plan.cables[i].ordered->millimetre;
    }
    EXPECT_EQ(cost, least_of_all(needed, number_cost)) << "round " << round;
  }
}

}  // namespace
}  // namespace ferrule::synth
