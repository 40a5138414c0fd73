// What a plant states of its own figures: lots, law, allowances, edition, polish; and the screening of all fibres against the slow way.
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/budget.h"
#include "api/budget_json.h"
#include "api/budget_screen.h"
#include "check/margins.h"
#include "plants/two_panels.h"

namespace ferrule::api {
namespace {

using plants::graded;
using plants::two_panels;
using testing::HasSubstr;
using testing::Not;

// 0.00, 0.01, ... as far as the lot goes, and again.
std::unique_ptr<Loaded> measured(std::size_t values) {
  auto loaded = graded("grade-b");
  std::vector<Loss> losses;
  for (std::size_t i = 0; i < values; ++i) losses.push_back(Loss{static_cast<std::int64_t>(i * 20 / values) * 10'000});
  const std::shared_ptr<const plant::Lot> lot = plant::lot_of(std::move(losses));
  for (plant::PartType& type : loaded->plant.types)
    if (type.kind != plant::Kind::kTransceiver)
      for (plant::TypeFace& face : type.faces) face.lot = lot;
  return loaded;
}

WaveBudget wave_of(std::unique_ptr<Loaded> loaded, const BudgetOptions& options = {.links = {"L1"}}) {
  const BudgetReport report = budget(std::move(loaded), options);
  return report.links.at(0).waves.at(0);
}

TEST(BudgetInputs, ALotStandsBeforeTheGradeAndLeavesTheWorstCase) {
  const WaveBudget by_grade = wave_of(graded("grade-b")), by_lot = wave_of(measured(2000));
  EXPECT_EQ(by_lot.loss, by_grade.loss);
  ASSERT_EQ(by_lot.spread.not_known, "");
  EXPECT_EQ(by_lot.spread.fewest_measured, 2000u);
  EXPECT_NEAR(by_lot.spread.mean_db, 2 * 0.095 + 0.0136, 0.001);
  EXPECT_TRUE(by_lot.spread.at[1].fibre_told && by_lot.spread.at[1].link_told);
  EXPECT_TRUE(by_lot.spread.at[2].fibre_told);  // 99.9 % takes 1,000 values,
  EXPECT_FALSE(by_lot.spread.at[2].link_told);  // and of the worst of eight fibres 8,000
}

TEST(BudgetInputs, ALotOfThreeValuesLeavesTheGrade) {
  const WaveBudget by_grade = wave_of(graded("grade-b")), by_few = wave_of(measured(33)), enough = wave_of(measured(34));
  EXPECT_EQ(by_few.spread.fewest_measured, 0u);
  EXPECT_DOUBLE_EQ(by_few.spread.mean_db, by_grade.spread.mean_db);
  EXPECT_EQ(enough.spread.fewest_measured, 34u);
  EXPECT_TRUE(enough.spread.at[1].fibre_told);
  EXPECT_FALSE(enough.spread.at[2].fibre_told);
  EXPECT_GE(enough.spread.failing->not_told_apart, 8 / 34.0);
}

TEST(BudgetInputs, OneMeasuredSideIsNoBetterThanTheGradeOfTheOther) {
  auto loaded = measured(2000);
  for (plant::PartType& type : loaded->plant.types)
    if (type.kind == plant::Kind::kTrunk)
      for (plant::TypeFace& face : type.faces) face.lot.reset();
  const WaveBudget wave = wave_of(std::move(loaded));
  for (const BudgetPiece& piece : wave.pieces)
    if (piece.kind == PieceKind::kConnection) {
      EXPECT_EQ(piece.scatter.measured, nullptr) << piece.what;
    }
}

TEST(BudgetInputs, WhatIsNotToldIsNullInJsonAndNothingIsNotANumber) {
  const std::string json = budget_json(budget(measured(34), {.links = {"L1"}}));
  EXPECT_THAT(json, HasSubstr(R"("law":"measured")"));
  EXPECT_THAT(json, HasSubstr(R"("percentile":"99.9","fibre_dB":null,"link_apart_dB":null,"link_together_dB":null)"));
  EXPECT_THAT(json, Not(HasSubstr("nan")));
  EXPECT_THAT(json, Not(HasSubstr("inf")));
}

TEST(BudgetInputs, TheLognormalLawKeepsMeanAnd97AndHasAnotherTail) {
  const WaveBudget gamma = wave_of(graded("grade-b"));
  const WaveBudget lognormal = wave_of(graded("grade-b"), {.links = {"L1"}, .law = loss::LawKind::kLognormal});
  EXPECT_NEAR(gamma.spread.mean_db, lognormal.spread.mean_db, 1e-9);
  EXPECT_GT(lognormal.spread.at[2].fibre_db, gamma.spread.at[2].fibre_db + 0.01);
  auto by_policy = graded("grade-b");
  by_policy->settings.policy.law = loss::LawKind::kLognormal;
  EXPECT_DOUBLE_EQ(wave_of(std::move(by_policy)).spread.at[2].fibre_db, lognormal.spread.at[2].fibre_db);
}

TEST(BudgetInputs, AllowancesAreItemsOfTheSumThatCheckJudgesBy) {
  const auto with = [] {
    auto loaded = graded("grade-b");
    loaded->settings.policy.allowances = {{"temperature", Loss{200'000}}, {"ageing", Loss{300'000}}};
    return loaded;
  };
  const WaveBudget bare = wave_of(graded("grade-b")), kept = wave_of(with());
  EXPECT_EQ(kept.loss->microdecibel, bare.loss->microdecibel + 500'000);
  EXPECT_EQ(kept.allowances, Loss{500'000});
  EXPECT_EQ(kept.in_connections, bare.in_connections);
  EXPECT_EQ(kept.pieces.back().kind, PieceKind::kAllowance);
  Loss sum;
  for (const BudgetPiece& piece : kept.pieces) sum = sum + piece.loss.value_or(Loss{});
  EXPECT_EQ(sum, *kept.loss);
  EXPECT_NEAR(kept.spread.at[1].fibre_db, bare.spread.at[1].fibre_db + 0.5, 1e-9);
  const BudgetReport report = budget(with());
  const auto proof = check::prove(report.loaded->plant, report.loaded->facts);
  const check::View view{report.loaded->plant, report.loaded->facts, report.loaded->settings, *proof};
  EXPECT_EQ(check::margins(view).at(0).loss, kept.loss);
}

TEST(BudgetInputs, AllowancesThatUseUpTheLimitMakeTheLinkFaulty) {
  auto loaded = graded("grade-b");
  loaded->settings.policy.allowances = {{"ageing", Loss{2'900'000}}};
  EXPECT_EQ(budget(std::move(loaded), {.links = {"L1"}}).links.at(0).verdict, check::Verdict::kFaulty);
}

TEST(BudgetInputs, TheEditionAskedForStandsBeforeThePolicy) {
  const auto glass = [](std::optional<bool> policy, std::optional<bool> asked) {
    auto loaded = graded("grade-b");
    loaded->settings.policy.iso_attenuation = policy.value_or(false);
    return wave_of(std::move(loaded), {.links = {"L1"}, .iso_attenuation = asked}).pieces.front().from;
  };
  EXPECT_THAT(glass({}, {}), HasSubstr("TIA"));
  EXPECT_THAT(glass(true, {}), HasSubstr("ISO"));
  EXPECT_THAT(glass(true, false), HasSubstr("TIA"));
  EXPECT_THAT(glass({}, true), HasSubstr("ISO"));
}

TEST(BudgetInputs, FlatConnectionsInADrChannelAreNotProven) {
  const auto with = [](spec::Polish polish) {
    auto loaded = graded("standard");
    for (plant::PartType& type : loaded->plant.types)
      if (type.kind != plant::Kind::kTransceiver)
        for (plant::TypeFace& face : type.faces) face.face.polish = polish;
    return loaded;
  };
  const LinkBudget angled = budget(with(spec::Polish::kAngled), {.links = {"L1"}}).links.at(0);
  EXPECT_EQ(angled.verdict, check::Verdict::kProven);
  EXPECT_EQ(angled.reflections.joints.angled, 2);
  EXPECT_EQ(angled.reflections.counted_by, "400GBASE-DR4");
  const LinkBudget flat = budget(with(spec::Polish::kFlat), {.links = {"L1"}}).links.at(0);
  EXPECT_EQ(flat.reflections.joints.flat, 2);
  EXPECT_NE(flat.verdict, check::Verdict::kProven);
}

TEST(BudgetInputs, ScreeningSaysWhatEachBundleIsAskedOneByOne) {
  for (const std::size_t values : {0u, 34u, 500u}) {
    const BudgetReport report = budget(values == 0 ? graded("grade-b", 5) : measured(values));
    const auto proof = check::prove(report.loaded->plant, report.loaded->facts);
    const check::View view{report.loaded->plant, report.loaded->facts, report.loaded->settings, *proof};
    BudgetBook book(view, report.options);
    std::vector<ScreenedBundle> fast;
    const ScreenSums sums = screen(book, fast);
    ASSERT_EQ(fast.size(), report.loaded->plant.bundles.size());
    EXPECT_EQ(sums.fibres, 8 * fast.size());
    EXPECT_EQ(sums.without_margin + sums.without_chance + sums.above_limit, 0u);
    for (std::uint32_t bundle = 0; bundle < fast.size(); ++bundle) {
      const ScreenedBundle slow = screen_one(book, bundle);
      EXPECT_EQ(fast[bundle].margin_microdecibel, slow.margin_microdecibel);
      EXPECT_NEAR(fast[bundle].chance_above, slow.chance_above, 1e-12);
      if (values > 0) {
        EXPECT_GE(fast[bundle].chance_above, 1.0 / static_cast<double>(values));
      }
    }
  }
}

TEST(BudgetInputs, ScreeningCountsWhatHasNoFigures) {
  auto maxima = graded("");
  for (plant::PartType& type : maxima->plant.types)
    for (plant::TypeFace& face : type.faces) face.loss_max = Loss{350'000};
  const BudgetReport report = budget(std::move(maxima));
  EXPECT_EQ(report.hall->screened.without_chance, 8u);
  EXPECT_EQ(report.hall->screened.without_margin, 0u);
  EXPECT_FALSE(report.hall->screened.highest_chance);
  const BudgetReport loose = budget(two_panels({.loose_end = true}));
  EXPECT_EQ(loose.hall->screened.without_margin, loose.hall->screened.fibres);
}

}  // namespace
}  // namespace ferrule::api
