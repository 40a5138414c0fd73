// Alternatives side by side: each is a design of its own, figures are those of its plan, and none is dropped.
#include "api/design_compare.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design_compare_chart.h"
#include "api/design_compare_json.h"
#include "api/optic_equals.h"
#include "drawings/texts_apart.h"
#include "words/schema.h"

namespace ferrule::api {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kTwoRacks = R"(ferrule: 1
project: two
policy: {slack: 1 m}
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-8]": 400GBASE-DR4}, racks: A1}
    spine: {count: 2, ports: {"port[1-8]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [4, 8], panel_ports: 16}}
racks:
  A1: {at: [0 m, 0 m], units: 10}
  B1: {at: [12 m, 0 m], units: 10}
)";

// A project on disk, since every alternative reads it anew.
class ProjectOnDisk {
 public:
  explicit ProjectOnDisk(const std::string& text) {
    folder_ = std::filesystem::temp_directory_path() / ("ferrule-compare-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "plant.yaml") << text;
  }
  ~ProjectOnDisk() { std::filesystem::remove_all(folder_); }
  DesignComparison compare(std::vector<std::string> names, std::vector<std::string> prices = {}) const {
    return compare_designs({{.path = folder_.string(), .data = {}, .groups = {}}, std::move(names), std::move(prices)});
  }

 private:
  std::filesystem::path folder_;
};

std::optional<std::int64_t> figure(const ComparedPlan& plan, std::string_view id) {
  const auto all = plan_measures();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].id == id) return plan.figures[i].value;
  ADD_FAILURE() << "no measure " << id;
  return std::nullopt;
}

TEST(DesignCompare, FiguresAreThoseOfEachPlan) {
  const DesignComparison found = ProjectOnDisk(kTwoRacks).compare({"direct", "as-planned"});
  ASSERT_EQ(found.exit, Exit::kClean);
  ASSERT_EQ(found.plans.size(), 2u);
  const ComparedPlan &direct = found.plans[0], &structured = found.plans[1];
  EXPECT_EQ(figure(direct, "links-proven"), 16);
  EXPECT_EQ(figure(direct, "cords"), 16);
  EXPECT_EQ(figure(direct, "fibres"), 16 * 12);
  EXPECT_EQ(figure(direct, "dark-fibres"), 16 * 4);  // four of twelve positions of the plug stay empty
  EXPECT_EQ(figure(direct, "panels"), 0);
  EXPECT_EQ(figure(structured, "cords"), 32);
  EXPECT_EQ(figure(structured, "trunks"), 2);
  EXPECT_EQ(figure(structured, "rack-units"), 4 + 2);
  EXPECT_EQ(figure(structured, "dark-fibres"), 3 * 16 * 4);
  EXPECT_EQ(figure(structured, "plugs"), 2 * 32 + 2 * 16);
  EXPECT_EQ(figure(structured, "cost"), std::nullopt);  // nobody said what anything costs
  EXPECT_LT(figure(structured, "worst-margin"), figure(direct, "worst-margin"));
}

std::vector<std::string> trunk_names(std::string project, std::string_view cabling, std::string_view optic = "400GBASE-DR4") {
  const auto put = [&](std::string_view there, std::string_view instead) {
    for (std::size_t at = project.find(there); at != std::string::npos; at = project.find(there, at + instead.size()))
      project.replace(at, there.size(), instead);
  };
  put(", trunks: [4, 8], panel_ports: 16", cabling);
  put("400GBASE-DR4", optic);
  const std::unique_ptr<Loaded> loaded = load_texts({{"plant.yaml", project}}, {});
  std::vector<std::string> out;
  for (const Alternative& each : alternatives_of(*loaded, *loaded->design))
    if (each.usual && each.name.starts_with("trunks-")) out.push_back(each.name);
  return out;
}

TEST(DesignCompare, TrunksAreOfTheSizesThatTheRacksCanUse) {
  // Sixteen links between the two racks.
  EXPECT_THAT(trunk_names(kTwoRacks, ""), ElementsAre("trunks-1", "trunks-2", "trunks-4", "trunks-6", "trunks-8", "trunks-12"));
  EXPECT_THAT(trunk_names(kTwoRacks, ", panel_ports: 8"),
              ElementsAre("trunks-1", "trunks-2", "trunks-4", "trunks-6", "trunks-8"));
  EXPECT_THAT(trunk_names(kTwoRacks, ", trunks: [3, 5, 16]"), ElementsAre("trunks-3", "trunks-5", "trunks-16"));
  EXPECT_THAT(trunk_names(kTwoRacks, "", "10GBASE-SR"), ElementsAre("trunks-1", "trunks-2"));  // six links of each plug
}

TEST(DesignCompare, APlanThatIsThereAlreadyIsNamed) {
  const DesignComparison found = ProjectOnDisk(kTwoRacks).compare({"as-planned", "structured", "base-12"});
  EXPECT_EQ(found.exit, Exit::kUsage);  // structured is the project as it is, and no alternative of it
  const DesignComparison twice = ProjectOnDisk(kTwoRacks).compare({"as-planned", "base-12"});
  ASSERT_EQ(twice.plans.size(), 2u);
  EXPECT_EQ(twice.plans[1].same_as, 0u);
}

TEST(DesignCompare, WhatHasNoPlanStaysInTheListWithItsReason) {
  const DesignComparison found = ProjectOnDisk(kTwoRacks).compare({"as-planned", "method-C", "base-24"});
  ASSERT_EQ(found.plans.size(), 3u);
  EXPECT_FALSE(found.plans[1].planned());
  EXPECT_THAT(found.plans[1].why_not, testing::Contains(HasSubstr("Method C")));
  EXPECT_FALSE(found.plans[2].proven);
  EXPECT_THAT(design_compare_csv(found), HasSubstr("method-C,none,"));
}

TEST(DesignCompare, OpticsAreSwappedForTheirEqualsAndPriced) {
  const DesignComparison found = ProjectOnDisk(kTwoRacks).compare({"as-planned", "multimode"}, {"generic"});
  ASSERT_EQ(found.plans.size(), 2u);
  EXPECT_EQ(found.plans[1].what.optics.at("400GBASE-DR4"), "400GBASE-SR4");
  EXPECT_TRUE(found.plans[1].proven);
  EXPECT_TRUE(found.generic);
  EXPECT_EQ(found.currency, "USD");
  EXPECT_LT(figure(found.plans[1], "cost-of-optics"), figure(found.plans[0], "cost-of-optics"));
}

TEST(DesignCompare, TheAuthorsOwnAreTheUsualOnes) {
  const DesignComparison found = ProjectOnDisk(std::string(kTwoRacks) + R"(
alternatives:
  short: {say: cords alone, cabling: {leaf-spine: {as: direct}}}
  glass: {optics: {400GBASE-DR4: 400GBASE-SR4}}
)")
                                     .compare({std::string(kUsualAlternatives)});
  std::vector<std::string> names;
  for (const ComparedPlan& plan : found.plans) names.push_back(plan.what.name);
  EXPECT_THAT(names, ElementsAre("as-planned", "short", "glass"));
  EXPECT_EQ(figure(found.plans[1], "trunks"), 0);
  EXPECT_TRUE(found.plans[2].proven);
}

TEST(DesignCompare, TheDocumentFollowsItsSchemaAndTheChartIsReadable) {
  const DesignComparison found = ProjectOnDisk(kTwoRacks).compare({std::string(kUsualAlternatives)}, {"generic"});
  EXPECT_EQ(tests::why_not("design-compare.schema.json", design_compare_json(found)), "");
  for (const write::ChartWidth width : {write::ChartWidth::kPhone, write::ChartWidth::kPrint}) {
    const write::DrawnChart drawn = write::draw_bar_chart(chart_of(found), width);
    EXPECT_EQ(tests::fault_of(drawn.drawing, drawn.height), "");
  }
  const DesignComparison none = ProjectOnDisk(kTwoRacks).compare({"nothing"});
  EXPECT_EQ(tests::why_not("design-compare.schema.json", design_compare_json(none)), "");
  EXPECT_THAT(none.refused->message, HasSubstr("as-planned"));
}

TEST(OpticEquals, AreOfTheOtherModeAtTheSameSpeed) {
  const std::unique_ptr<Loaded> loaded = load_facts({});
  const auto equal = [&](const char* name, std::string_view mode) {
    const facts::Optic* found = equal_optic(loaded->facts, *loaded->facts.optic(name), mode);
    return found == nullptr ? std::string() : found->pmd;
  };
  EXPECT_EQ(equal("400GBASE-DR4", kMultimodeWord), "400GBASE-SR4");
  EXPECT_EQ(equal("2x400GBASE-DR4", kMultimodeWord), "2x400GBASE-SR4");
  EXPECT_EQ(equal("IB-NDR-2xDR4-100m", kMultimodeWord), "IB-NDR-2xSR4");
  EXPECT_EQ(equal("10GBASE-SR", kSinglemodeWord), "10GBASE-LR");
  EXPECT_EQ(equal("IB-XDR-DR4", kMultimodeWord), "");
  EXPECT_EQ(channel_rate(*loaded->facts.optic("2x400GBASE-DR4")), 400'000);
}

TEST(PlanMeasures, DifferencesAreSharesOfMuchAndCountsOfFew) {
  const auto measure = [](std::string_view id) {
    const auto all = plan_measures();
    return *std::find_if(all.begin(), all.end(), [&](const PlanMeasure& one) { return one.id == id; });
  };
  EXPECT_EQ(spell_difference(measure("cords"), 300, 200), "+50 %");
  EXPECT_EQ(spell_difference(measure("cords"), 12, 9), "+3");
  EXPECT_EQ(spell_difference(measure("cords"), 9, 9), "=");
  EXPECT_EQ(spell_difference(measure("cords"), 99'999, 100'000), "-1");
  EXPECT_EQ(spell_difference(measure("worst-margin"), -10, 140), "-1.50");
  EXPECT_EQ(spell_figure(measure("worst-margin"), -5), "-0.05");
  EXPECT_EQ(spell_figure(measure("cost"), 123'456'700), "1,234,567");
  EXPECT_EQ(spell_figure(measure("cost"), 12'345), "123.45");
}

}  // namespace
}  // namespace ferrule::api
