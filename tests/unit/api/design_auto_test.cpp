// What is left open is decided by the list of prices, or else by the number of parts, among the combinations that are proven.
#include "api/design_auto.h"

#include <algorithm>
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

}  // namespace
}  // namespace ferrule::api
