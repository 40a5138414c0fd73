// What is left open is decided by the list of prices, or else by the number of parts, among the combinations that are proven.
#include "api/design_auto.h"

#include <algorithm>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::api {
namespace {

using testing::HasSubstr;

std::string far_racks(const std::string& cabling) {
  return R"(ferrule: 1
policy: {slack: 1 m, stock_lengths: {cord: [2 m, 200 m], trunk: {step: 5 m}}}
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-8]": 400GBASE-DR4}, racks: A1}
    spine: {count: 2, ports: {"port[1-8]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
racks: {A1: {at: [0 m, 0 m], units: 8}, B1: {at: [150 m, 0 m], units: 8}}
cabling: {all: {)" +
         cabling + "}}\n";
}

DesignReport decided(const std::string& cabling, std::vector<std::string> prices = {}) {
  DesignOptions options;
  options.prices = std::move(prices);
  return design(load_texts({{"plant.yaml", far_racks(cabling)}}, {}), {}, options);
}

bool has_trunks(const DesignReport& report) {
  return std::any_of(report.plan.cables.begin(), report.plan.cables.end(),
                     [](const synth::PlanCable& cable) { return cable.trunk; });
}

TEST(DesignAuto, TheFewestPartsWithoutPricesAndTheCheapestWithThem) {
  const DesignReport parts = decided("as: auto, trunks: [16]");
  ASSERT_EQ(parts.exit, Exit::kClean);
  EXPECT_FALSE(has_trunks(parts));
  EXPECT_THAT(parts.choices.front(), HasSubstr("fewest parts"));
  const DesignReport cheap = decided("as: auto, trunks: [16]", {"generic"});
  ASSERT_EQ(cheap.exit, Exit::kClean);
  EXPECT_THAT(cheap.choices.front(), HasSubstr("the cheapest"));
}

TEST(DesignAuto, WhatIsStatedIsHeldAndTooManyPartNumbersAreRefused) {
  EXPECT_TRUE(has_trunks(decided("as: structured, base: auto, trunks: [16]")));
  const DesignReport refused = decided("as: auto, most_parts: 1");
  EXPECT_EQ(refused.exit, Exit::kInfeasible);
  EXPECT_TRUE(refused.files.empty());
}

// Six racks, each further from the spines than the one before it: cords of six lengths.
DesignReport in_a_row(const std::string& cabling, std::vector<std::string> prices = {}, const std::string& policy = {}) {
  DesignOptions options;
  options.prices = std::move(prices);
  return design(load_texts({{"plant.yaml", R"(ferrule: 1
policy: {slack: 1 m, stock_lengths: {cord: {step: 1 m}, trunk: {step: 1 m}})" +
                                               policy + R"(}
fabric:
  tiers:
    leaf:  {count: 6, ports: {"up[1-8]": 400GBASE-DR4}, racks: "A[1-6]", per_rack: 1}
    spine: {count: 2, ports: {"port[1-24]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
racks: {"A[1-6]": {at: [2 m, 0 m], step: [2 m, 0 m], units: 20}, B1: {at: [0 m, 0 m], units: 20}}
cabling: {all: {)" + cabling + "}}\n"}},
                           {}),
                {}, options);
}

std::size_t lengths_of(const DesignReport& report, bool trunks = false) {
  std::set<Length> out;
  for (const synth::PlanCable& cable : report.plan.cables)
    if (cable.trunk == trunks) out.insert(*cable.ordered);
  return out.size();
}

TEST(DesignPartNumbers, FewLengthsAreOrderedWhereAPartNumberCostsMore) {
  const DesignReport free = in_a_row("as: direct", {"generic"});
  const DesignReport dear = in_a_row("as: direct, part_number_cost: 100000.00", {"generic"});
  ASSERT_EQ(free.exit, Exit::kClean);
  ASSERT_EQ(dear.exit, Exit::kClean);
  EXPECT_EQ(lengths_of(free), 6u);
  EXPECT_EQ(lengths_of(dear), 1u);
  for (std::size_t i = 0; i < free.plan.cables.size(); ++i) EXPECT_GE(*dear.plan.cables[i].ordered, *free.plan.cables[i].ordered);
  EXPECT_THAT(dear.choices.front(), HasSubstr("40 cables ordered longer than needed: 1 part number in place of 6"));
  EXPECT_GT(dear.cost.all->cost, free.cost.all->cost);
  EXPECT_EQ(dear.cost.all->least, free.cost.all->least) << "the bound knows nothing of part numbers";
}

TEST(DesignPartNumbers, WithoutPricesTheyAreNotSetAgainstMetres) {
  EXPECT_EQ(lengths_of(in_a_row("as: direct, part_number_cost: 100000.00")), 6u);
}

TEST(DesignPartNumbers, AsFewAsAreAllowedAndNoFewer) {
  for (const std::vector<std::string>& prices : {std::vector<std::string>{}, {"generic"}}) {
    const DesignReport report = in_a_row("as: direct, most_parts: 4", prices);
    ASSERT_EQ(report.exit, Exit::kClean) << "three lengths of cords, and the transceivers";
    EXPECT_EQ(lengths_of(report), 3u);
  }
  for (const std::vector<std::string>& prices : {std::vector<std::string>{}, {"generic"}}) {
    const DesignReport refused = in_a_row("as: direct, most_parts: 1", prices);
    EXPECT_EQ(refused.exit, Exit::kInfeasible);
    ASSERT_FALSE(refused.findings.all().empty());
    EXPECT_THAT(refused.findings.all().front().message, HasSubstr("the fewest are 2"));
    EXPECT_EQ(in_a_row("as: direct, most_parts: 2", prices).exit, Exit::kClean) << "so many will do";
  }
}

TEST(DesignPartNumbers, APhaseIsDesignedAsPartOfTheWhole) {
  std::string text = R"(ferrule: 1
policy: {slack: 1 m, stock_lengths: {cord: {step: 1 m}}}
phases: [P1, P2]
fabric:
  tiers:
    leaf:  {count: 6, ports: {"up[1-8]": 400GBASE-DR4}, racks: "A[1-6]", per_rack: 1}
    spine: {count: 2, ports: {"port[1-24]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
  growth: {P1: {leaf: 3}}
racks: {"A[1-6]": {at: [2 m, 0 m], step: [2 m, 0 m], units: 20}, B1: {at: [0 m, 0 m], units: 20}}
cabling: {all: {as: direct, most_parts: 4}}
)";
  const auto until = [&](const std::string& phase) {
    DesignOptions options;
    options.until = phase;
    return design(load_texts({{"plant.yaml", text}}, {}), {}, options);
  };
  const DesignReport first = until("P1"), whole = until("");
  ASSERT_EQ(first.exit, Exit::kClean);
  ASSERT_EQ(whole.exit, Exit::kClean);
  EXPECT_LT(lengths_of(whole), 6u) << "six alone are too many";
  for (std::size_t i = 0; i < first.plan.cables.size(); ++i)
    EXPECT_EQ(first.plan.cables[i].ordered, whole.plan.cables[i].ordered) << first.plan.cables[i].id;
}

TEST(DesignPartNumbers, ALengthThatALinkDoesNotBearIsNotOrdered) {
  const DesignReport report = in_a_row("as: direct, part_number_cost: 100000.00", {"generic"}, ", max_length: 16 m");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_GE(lengths_of(report), 1u);
  EXPECT_EQ(report.check.counts.proven, report.check.counts.links);
}

TEST(DesignPartNumbers, SizesOfTrunksAreLeftOut) {
  const auto sizes = [](const DesignReport& report) {
    std::set<std::uint32_t> parts;
    for (const synth::PlanCable& cable : report.plan.cables)
      if (cable.trunk) parts.insert(cable.part);
    return parts.size();
  };
  // Eight links from a rack and two spare ones: 8 + 2, or 8 + 8.
  const std::string wish = "as: structured, trunks: [2, 8], spare: 25";
  const DesignReport free = in_a_row(wish, {"generic"}), dear = in_a_row(wish + ", part_number_cost: 5000.00", {"generic"});
  ASSERT_EQ(free.exit, Exit::kClean);
  ASSERT_EQ(dear.exit, Exit::kClean);
  EXPECT_EQ(sizes(free), 2u);
  EXPECT_EQ(sizes(dear), 1u);
}

}  // namespace
}  // namespace ferrule::api
