// Real output against the published schemas.
#include "words/schema.h"

#include <string>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "api/bom_json.h"
#include "api/budget_change_json.h"
#include "api/budget_json.h"
#include "api/check_json.h"
#include "api/design.h"
#include "api/design_json.h"
#include "api/effort_json.h"
#include "api/limits_json.h"
#include "api/trace_json.h"
#include "plants/projects.h"
#include "plants/two_panels.h"

namespace ferrule::api {
namespace {

using plants::Shape;
using plants::two_panels;
using tests::why_not;

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  EXPECT_FALSE(document.HasParseError()) << rapidjson::GetParseError_En(document.GetParseError()) << " at "
                                         << document.GetErrorOffset();
  return document;
}

std::string json_of(const CheckReport& report) {
  std::string text;
  check_json(report, [&](std::string_view piece) { text += piece; });
  return text;
}

std::unique_ptr<Loaded> with_findings() {
  auto loaded = two_panels();
  const std::uint32_t source = loaded->sources.add("plant.yaml", "ferrule: 1\n");
  loaded->findings.add("X101", "seen", diag::Severity::kError, {source, 0, 7}, "seen")
      .label("here")
      .note({source, 9, 1}, "there")
      .note("why")
      .help("so");
  auto waived = loaded->findings.add("X102", "waived", diag::Severity::kWarning, {}, "waived");
  waived.finding().waived_by = "Ann: spare ordered";
  waived.finding().subject_kind = "link";
  waived.finding().subjects = {"L1"};
  waived.finding().subject_count = 1;
  return loaded;
}

TEST(CheckJson, EveryKindOfReportFollowsTheSchema) {
  for (const Shape& shape :
       {Shape{}, Shape{.cord_is_type_a = true}, Shape{.loose_end = true}, Shape{.unstated_adapter = true}, Shape{.links = 300}})
    EXPECT_EQ(why_not("check.schema.json", json_of(check(two_panels(shape)))), "");
  EXPECT_EQ(why_not("check.schema.json", json_of(check(with_findings()))), "");
  auto unreadable = two_panels();
  unreadable->readable = false;
  EXPECT_EQ(why_not("check.schema.json", json_of(check(std::move(unreadable)))), "");
}

TEST(CheckJson, WaivedFindingsStandApart) {
  const rapidjson::Document report = parsed(json_of(check(with_findings())));
  ASSERT_EQ(report["waived"].Size(), 1u);
  EXPECT_STREQ(report["waived"][0]["code"].GetString(), "X102");
  for (const auto& finding : report["findings"].GetArray()) EXPECT_FALSE(finding.HasMember("waived_by"));
}

TEST(CheckJson, AMillionLinksWouldBeWrittenPieceByPiece) {
  const CheckReport report = check(two_panels({.links = 2000}));
  std::size_t pieces = 0, longest = 0;
  check_json(report, [&](std::string_view piece) {
    ++pieces;
    longest = std::max(longest, piece.size());
  });
  EXPECT_GT(pieces, 7u);
  EXPECT_LT(longest, 500'000u);
}

TEST(CheckJson, ASchemaThatIsNotKeptIsNoticed) {
  EXPECT_NE(why_not("check.schema.json", R"({"schema": "ferrule/check/1"})"), "");
}

TEST(TraceJson, EveryKindOfTraceFollowsTheSchema) {
  for (const Shape& shape : {Shape{}, Shape{.cord_is_type_a = true}, Shape{.loose_end = true}, Shape{.unstated_adapter = true}})
    EXPECT_EQ(
        why_not("trace.schema.json",
                trace_json(trace(two_panels(shape), {"leaf1/Eth1", "T1", "T1/b", "L1", "P1/1/1", "spine1/Eth1", "nonsense"}))),
        "");
}

TEST(BudgetJson, EveryKindOfBudgetFollowsTheSchema) {
  for (const Shape& shape : {Shape{}, Shape{.cord_is_type_a = true}, Shape{.loose_end = true}, Shape{.unstated_adapter = true}}) {
    EXPECT_EQ(why_not("budget.schema.json", budget_json(budget(two_panels(shape)))), "");
    EXPECT_EQ(why_not("budget.schema.json", budget_json(budget(two_panels(shape), {.links = {"L1", "nonsense"}}))), "");
  }
  auto unreadable = two_panels();
  unreadable->readable = false;
  EXPECT_EQ(why_not("budget.schema.json", budget_json(budget(std::move(unreadable)))), "");
}

TEST(LimitsJson, EveryKindOfLimitFollowsTheSchema) {
  for (const Shape& shape : {Shape{}, Shape{.cord_is_type_a = true}, Shape{.loose_end = true}, Shape{.unstated_adapter = true}}) {
    EXPECT_EQ(why_not("limits.schema.json", limits_json(limits(two_panels(shape)))), "");
    EXPECT_EQ(why_not("limits.schema.json", limits_json(limits(two_panels(shape), {.links = {"L1", "nonsense"}}))), "");
  }
  auto unreadable = two_panels();
  unreadable->readable = false;
  EXPECT_EQ(why_not("limits.schema.json", limits_json(limits(std::move(unreadable)))), "");
}

std::string json_of(const Bom& bom) {
  std::string text;
  bom_json(bom, [&](std::string_view piece) { text += piece; });
  return text;
}

TEST(BomJson, EveryKindOfBillFollowsTheSchema) {
  for (const std::vector<std::string>& prices :
       std::initializer_list<std::vector<std::string>>{{}, {"generic"}, {"tests/golden/bom/prices.csv"}, {"no/such/file.csv"}})
    for (const char* project : {"tests/golden/bom", "tests/golden/bom-bad-input", "nowhere"})
      EXPECT_EQ(why_not("bom.schema.json", json_of(bill_of_materials({.path = project, .data = ""},
                                                                     {.by = {BomKey::kRow, BomKey::kPart}, .prices = prices}))),
                "")
          << project;
  EXPECT_EQ(why_not("bom.schema.json", json_of(bill_of_materials(two_panels({.links = 300})))), "");
}

std::string json_of(const EffortReport& report) {
  std::string text;
  effort_json(report, [&](std::string_view piece) { text += piece; });
  return text;
}

TEST(EffortJson, EveryKindOfPlantFollowsTheSchema) {
  EffortOptions priced;
  priced.prices = {"generic"};
  priced.wage = Price{6'000};
  for (const EffortOptions& options : {EffortOptions{}, priced})
    for (const char* project :
         {"tests/golden/effort", "tests/golden/effort-bad-input", "tests/golden/effort-bad-input/sizes.yaml", "nowhere"})
      EXPECT_EQ(why_not("effort.schema.json", json_of(effort_of({.path = project, .data = ""}, options))), "") << project;
  EXPECT_EQ(why_not("effort.schema.json", json_of(effort_of(two_panels({.links = 300})))), "");
}

TEST(DesignJson, EveryKindOfDesignFollowsTheSchema) {
  const auto why = [](const LoadRequest& request, const DesignOptions& options) {
    return why_not("design.schema.json", design_json(design(request, options)));
  };
  DesignOptions priced, later, standing;
  priced.prices = {"generic"};
  later.until = "first";
  const DesignReport before = design({.path = "examples/design/grown/before.yaml", .data = ""});
  standing.standing = "plant.yaml";
  standing.texts = &before.files;
  ASSERT_NE(design({.path = "examples/design/grown", .data = ""}, standing).standing, nullptr);
  EXPECT_EQ(why({.path = "examples/design/free-leaf-spine", .data = ""}, priced), "");
  EXPECT_EQ(why({.path = "examples/design/three-phases", .data = ""}, later), "");
  EXPECT_EQ(why({.path = "examples/design/superpod-h100", .data = ""}, {}), "");
  EXPECT_EQ(why({.path = "examples/design/grown", .data = ""}, standing), "");
  EXPECT_EQ(why({.path = "tests/golden/design-no-plan/room.yaml", .data = ""}, priced), "");
  EXPECT_EQ(why({.path = "nowhere", .data = ""}, {}), "");
  EXPECT_EQ(why({.path = "tests/golden/bom", .data = ""}, {}), "") << "a plant, and no fabric";
}

TEST(BudgetChangeJson, EveryKindOfChangeFollowsTheSchema) {
  const LoadRequest project{.path = "tests/golden/budget-swap", .data = ""};
  const PriceRequest prices{"tests/golden/budget-swap/prices.csv", {}, {}}, none;
  const auto swap = [](const char* part, const char* offer) { return Swap{{part, offer}, offer}; };
  for (const std::vector<Swap>& swaps :
       std::initializer_list<std::vector<Swap>>{{swap("trunk", "trunk-low"), swap("cord", "cord-low")},
                                                {swap("cord-low", "cord")},
                                                {swap("trunk", "trunk-a")},
                                                {swap("trunk", "trunk-max")},
                                                {swap("trunk", "something nice")},
                                                {swap("trunk", "12F MPO trunk male OM4 PC Type B 10 m")},
                                                {swap("trunk-a", "trunk")}})
    for (const PriceRequest& asked : {prices, none})
      EXPECT_EQ(why_not("budget-change.schema.json", budget_change_json(budget_change({project, swaps, asked, {}}))), "")
          << swaps.front().asked;
}

// Every example and every faulty twin of it, as a program that reads Ferrule's output meets them.
TEST(Examples, AllFollowTheSchemas) {
  std::size_t projects = 0;
  for (const std::string& folder : plants::projects()) {
    const CheckReport report = check({.path = folder, .data = ""}, {.repairs = false});
    ASSERT_TRUE(report.loaded->readable) << folder;
    EXPECT_EQ(why_not("check.schema.json", json_of(report)), "") << folder;
    std::vector<std::string> ends;
    const plant::Plant& plant = report.loaded->plant;
    for (const std::size_t link : {std::size_t{0}, plant.link_count() / 2})
      if (link < plant.link_count()) ends.emplace_back(plant.link_name(static_cast<std::uint32_t>(link)));
    if (!plant.connectors.empty()) ends.push_back(plant.spelled(static_cast<std::uint32_t>(plant.connectors.size() - 1)));
    EXPECT_EQ(why_not("trace.schema.json", trace_json(trace({.path = folder, .data = ""}, ends))), "") << folder;
    EXPECT_EQ(why_not("budget.schema.json", budget_json(budget({.path = folder, .data = ""}))), "") << folder;
    EXPECT_EQ(why_not("bom.schema.json", json_of(bill_of_materials(LoadRequest{.path = folder, .data = ""}))), "") << folder;
    EXPECT_EQ(why_not("limits.schema.json", limits_json(limits({.path = folder, .data = ""}))), "") << folder;
    EXPECT_EQ(why_not("budget.schema.json", budget_json(budget({.path = folder, .data = ""}, {.links = ends}))), "") << folder;
    ++projects;
  }
  EXPECT_GT(projects, 20u);
}

}  // namespace
}  // namespace ferrule::api
