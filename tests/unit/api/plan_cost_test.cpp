// What a plan costs, and what it would cost at the least: the sum is that of the bill, and nothing that the rules allow is below the bound.
#include "api/plan_cost.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/bom.h"
#include "api/design.h"

namespace ferrule::api {
namespace {

// Racks stand in a row; leaves and spines share them, so that links run both ways between two racks.
std::string hall_of(const std::string& trunks, const std::string& racks) {
  return R"(ferrule: 1
project: costs
policy: {slack: 1 m, stock_lengths: {cord: [1 m, 2 m, 5 m, 10 m, 30 m], trunk: {step: 1 m}}}
fabric:
  tiers:
    leaf:  {count: 10, ports: {"up[1-12]": 400GBASE-DR4}, )" +
         racks + R"(}
    spine: {count: 6, ports: {"port[1-20]": 400GBASE-DR4}, )" +
         racks + R"(}
  links:
    - {from: leaf, to: spine}
cabling: {all: {as: structured, trunks: )" +
         trunks + R"(, panel_ports: 16, grade: low-loss}}
racks:
  "A[1-5]": {at: [0 m, 0 m], step: [3 m, 0 m], units: 20}
trays:
  row: {from: [0 m, 0.6 m], to: [12 m, 0.6 m], height: 2.7 m}
)";
}

DesignReport priced(const std::string& text) {
  return design(load_texts({{"plant.yaml", text}}, {}), {}, {.prices = {"generic"}});
}

constexpr const char* kGiven = "racks: \"A[1-5]\", per_rack: 2";

std::int64_t bill_of_cabling(std::unique_ptr<Loaded> plan, const std::string& list) {
  BomOptions options;
  options.prices = {list};
  const Bom bom = bill_of_materials(std::move(plan), options);
  std::int64_t sum = 0;
  for (const BomTotal& total : bom.by_kind)
    if (total.name != spell(BomKind::kTransceiver)) sum += total.sum.hundredths;
  return sum;
}

TEST(PlanCost, IsThatOfTheBill) {
  DesignReport report = priced(hall_of("[1, 2, 4, 8, 12]", kGiven));
  ASSERT_TRUE(report.cost.all) << report.cost.why_none;
  EXPECT_EQ(report.cost.all->cost, bill_of_cabling(std::move(report.check.loaded), "generic"));
}

TEST(PlanCost, NoStageIsBelowItsLeast) {
  for (const char* name : {"free-leaf-spine", "free-rails", "superpod-h100", "three-phases", "links-p2p-workbook"}) {
    const LoadRequest request{.path = std::string("examples/design/") + name, .data = {}, .groups = {}};
    const DesignReport report = design(request, {.prices = {"generic"}});
    ASSERT_TRUE(report.cost.all) << name << report.cost.why_none;
    for (const CostStage& stage : report.cost.stages) EXPECT_LE(stage.least, stage.cost) << name << stage.what;
    EXPECT_LE(report.cost.all->least, report.cost.all->cost) << name;
    EXPECT_LE(report.cost.anywhere.value_or(0), report.cost.all->cost) << name;
  }
}

// A plan of fewer sizes is one that the rules with all sizes allow as well.
TEST(PlanCost, FewerSizesOfTrunksAreNeverBelowTheBoundOfAll) {
  const DesignReport all = priced(hall_of("[1, 2, 4, 8, 12]", kGiven));
  ASSERT_TRUE(all.cost.all);
  for (const char* sizes : {"[1]", "[2, 8]", "[4]", "[12]", "[1, 12]", "[2, 4, 8]"}) {
    const DesignReport some = priced(hall_of(sizes, kGiven));
    ASSERT_TRUE(some.cost.all) << sizes;
    EXPECT_GE(some.cost.all->cost, all.cost.all->least) << sizes;
    EXPECT_GE(some.cost.all->cost, all.cost.all->cost) << sizes << ": what was chosen of all is the cheapest of these";
  }
}

// Placed freely, and held against arrangements that were given.
TEST(PlanCost, NoArrangementIsBelowTheBoundOfAll) {
  const DesignReport free = priced(hall_of("[1, 2, 4, 8, 12]", "height: 1"));
  ASSERT_TRUE(free.cost.all && free.cost.anywhere) << free.cost.why_none;
  EXPECT_GT(*free.cost.anywhere, 0);
  for (const char* racks : {kGiven, "racks: [A1, A5, A3], per_rack: 8", "racks: [A2, A3], per_rack: 8"}) {
    const DesignReport given = priced(hall_of("[1, 2, 4, 8, 12]", racks));
    ASSERT_TRUE(given.cost.all) << racks;
    EXPECT_GE(given.cost.all->cost, *free.cost.anywhere) << racks;
  }
}

TEST(PlanCost, LinksThereAndBackShareTrunks) {
  const DesignReport report = priced(hall_of("[16]", kGiven));
  ASSERT_EQ(report.exit, Exit::kClean);
  std::set<std::pair<std::string, std::string>> pairs;
  for (const synth::PlanCable& cable : report.plan.cables)
    if (cable.trunk) {
      const std::string a = cable.a.substr(0, 2), b = cable.b.substr(0, 2);
      EXPECT_TRUE(pairs.insert({std::min(a, b), std::max(a, b)}).second)
          << a << b << ": no more than 16 links run between two racks";
    }
}

// Four trunks of one plug cost less than one of four, and take longer.
TEST(PlanCost, WhatLayingCostsMakesTrunksFewer) {
  const std::string list = testing::TempDir() + "/laying.csv";
  std::ofstream(list) << "part,price\ntrunk-1xMPO-12,50\ntrunk-4xMPO-12,300\ncord,30\npanel-16,90\n";
  const auto trunks = [&list](const std::string& cost, std::optional<std::int64_t> wage = {}) {
    const DesignReport report =
        design(load_texts({{"plant.yaml", hall_of("[1, 4]" + cost, kGiven)}}, {}), {}, {.prices = {list}, .wage = wage});
    EXPECT_TRUE(report.cost.all && report.cost.all->least <= report.cost.all->cost);
    return std::count_if(report.plan.cables.begin(), report.plan.cables.end(), [](const auto& cable) { return cable.trunk; });
  };
  EXPECT_GT(trunks(""), trunks(", trunk_cost: 60.00"));
  EXPECT_GT(trunks(""), trunks("", 60'00));
  EXPECT_EQ(trunks(", trunk_cost: 0.00"), trunks(", trunk_cost: 0.00", 60'00));  // what the author states holds
}

// Cheap from so many pieces on, or sold in so many alone, as nobody needs here: the smaller trunk is the cheaper one.
TEST(PlanCost, PricesAreThoseOfTheQuantityThatIsBought) {
  const std::string list = testing::TempDir() + "/breaks.csv";
  struct Case {
    const char* four;
    bool told;  // it looked cheap at first: as many as any plan takes would be
  };
  for (const auto& [four, told] : {Case{"trunk-4xMPO-12,500,1,\ntrunk-4xMPO-12,1,200,\n", true},
                                   Case{"trunk-4xMPO-12,500,1,\ntrunk-4xMPO-12,1,1000,\n", false},
                                   Case{"trunk-4xMPO-12,80,,240\n", true}, Case{"trunk-4xMPO-12,1,1000,\n", false}}) {
    std::ofstream(list) << "part,price,from_quantity,moq\ncord,30,1,\npanel-16,90,1,\ntrunk-2xMPO-12,60,1,\n" << four;
    DesignReport report = design(load_texts({{"plant.yaml", hall_of("[2, 4]", kGiven)}}, {}), {}, {.prices = {list}});
    ASSERT_TRUE(report.cost.all) << report.cost.why_none << four;
    EXPECT_LE(report.cost.all->least, report.cost.all->cost);
    for (const synth::PlanPart& part : report.plan.parts) EXPECT_NE(part.name, "trunk-4xMPO-12") << four;
    EXPECT_EQ(report.choices.size(), told ? 1u : 0u) << four;
    EXPECT_EQ(report.cost.all->cost, bill_of_cabling(std::move(report.check.loaded), list)) << four;
  }
}

TEST(PlanCost, WhatALeastOrderBringsBeyondNeedIsPaid) {
  const std::string list = testing::TempDir() + "/least-order.csv";
  std::ofstream(list) << "part,price,moq\ncord,30,1000\npanel-16,90,100\ntrunk-4xMPO-12,40,1000\n";
  DesignReport report = design(load_texts({{"plant.yaml", hall_of("[4]", kGiven)}}, {}), {}, {.prices = {list}});
  ASSERT_TRUE(report.cost.all) << report.cost.why_none;
  EXPECT_EQ(report.cost.all->cost, bill_of_cabling(std::move(report.check.loaded), list));
  EXPECT_LE(report.cost.all->least, report.cost.all->cost);
}

// Laying a cord of 40 m to each of 32 ports takes longer than two trunks and short cords.
TEST(PlanCost, HoursThatAreDearSpeakForTrunks) {
  const auto trunks = [](std::optional<std::int64_t> wage) {
    std::string text = hall_of("[4, 8]", kGiven);
    text.replace(text.find("as: structured"), 14, "as: auto");
    const DesignReport report = design(load_texts({{"plant.yaml", text}}, {}), {}, {.prices = {"generic"}, .wage = wage});
    EXPECT_EQ(report.choices.size(), 1u);
    return report.choices.front();
  };
  EXPECT_THAT(trunks(100'00), testing::HasSubstr("with the hours to lay it"));
  EXPECT_THAT(trunks({}), testing::Not(testing::HasSubstr("hours")));
}

// A list of the user's, by description, that sells two sizes alone.
TEST(PlanCost, SizesThatNobodySellsAreNotBought) {
  const std::string list = testing::TempDir() + "/two-sizes.csv";
  std::ofstream(list) << "part,price,per_metre,currency\ntrunk-4xMPO-12,100,4,EUR\ntrunk-8xMPO-12,180,7,EUR\ncord,30,1,EUR\n"
                         "panel-16,90,,EUR\n";
  const DesignReport report =
      design(load_texts({{"plant.yaml", hall_of("[1, 2, 4, 8, 12]", kGiven)}}, {}), {}, {.prices = {list}});
  ASSERT_TRUE(report.cost.all) << report.cost.why_none;
  EXPECT_EQ(report.cost.currency, "EUR");
  for (const synth::PlanPart& part : report.plan.parts)
    EXPECT_THAT(part.name, testing::AnyOf("cord", "panel-16", "trunk-4xMPO-12", "trunk-8xMPO-12"));
}

// A slip in the name of a list is no list without prices, and two currencies are no sum.
TEST(PlanCost, ListsThatCannotBeUsedAreToldAndNothingIsDesigned) {
  const LoadRequest request{.path = "examples/design/links-csv", .data = {}, .groups = {}};
  const DesignReport missing = design(request, {.prices = {"no-such-list.csv"}});
  EXPECT_EQ(missing.exit, Exit::kUnreadable);
  EXPECT_TRUE(missing.files.empty());
  EXPECT_FALSE(missing.findings.all().empty());
  const std::string list = testing::TempDir() + "/euro.csv";
  std::ofstream(list) << "part,price,currency\ncord,30,EUR\n";
  const DesignReport mixed = design(request, {.prices = {list, "generic"}});
  EXPECT_EQ(mixed.exit, Exit::kFindings);
  ASSERT_FALSE(mixed.findings.all().empty());
  EXPECT_EQ(mixed.findings.all().front().code, "B806");
}

TEST(PlanCost, WhatHasNoPriceIsNamedAndNothingIsBounded) {
  std::string text = hall_of("[4]", kGiven);
  const DesignReport none = design(load_texts({{"plant.yaml", text}}, {}), {}, {.prices = {"no-such-list.csv"}});
  EXPECT_FALSE(none.cost.all);
  EXPECT_FALSE(none.cost.why_none.empty());
  EXPECT_TRUE(design(load_texts({{"plant.yaml", text}}, {}), {}).cost.why_none.empty()) << "nobody asked";
}

}  // namespace
}  // namespace ferrule::api
