// The verb as a whole: the same worst case as check, pieces that make the sum, and what has no distribution.
#include "api/budget.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/margins.h"
#include "plants/projects.h"
#include "plants/two_panels.h"

namespace ferrule::api {
namespace {

using plants::graded;
using plants::two_panels;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LinkBudget only(const BudgetReport& report) {
  EXPECT_EQ(report.links.size(), 1u);
  return report.links.empty() ? LinkBudget{} : report.links.front();
}

std::vector<std::string> names_of(const WaveBudget& wave) {
  std::vector<std::string> names;
  for (const BudgetPiece& piece : wave.pieces) names.push_back(piece.what);
  return names;
}

TEST(Budget, PiecesStandInLightOrderAndMakeTheSum) {
  const LinkBudget link = only(budget(graded("grade-b"), {.links = {"L1"}}));
  ASSERT_EQ(link.waves.size(), 1u);
  const WaveBudget& wave = link.waves[0];
  EXPECT_THAT(names_of(wave), ElementsAre("C1", "C1/b to T1/a", "T1", "T1/b to C2/a", "C2"));
  Loss sum;
  for (const BudgetPiece& piece : wave.pieces) sum = sum + piece.loss.value_or(Loss{});
  EXPECT_EQ(sum, *wave.loss);
  EXPECT_EQ(wave.length, Length{34'000});
  EXPECT_EQ(*wave.limit, Loss{3'000'000});
  EXPECT_EQ(*wave.connection_limit, Loss{2'750'000});
  EXPECT_EQ(wave.pieces[wave.heaviest].kind, PieceKind::kConnection);
}

// Section 2.5 of the statistics: two joints of grade B, 97 % of the fibres below 0.416 dB; 17 mdB of glass on top.
TEST(Budget, GradeBHasTheDistributionThatItsFiguresSay) {
  const Spread spread = only(budget(graded("grade-b"), {.links = {"L1"}})).waves.at(0).spread;
  ASSERT_EQ(spread.not_known, "");
  EXPECT_EQ(spread.fibres, 8u);
  EXPECT_TRUE(spread.one_ferrule);
  ASSERT_EQ(spread.at.size(), 3u);
  EXPECT_NEAR(spread.at[1].fibre_db, 0.416 + 0.017, 0.005);
  for (const Spread::At& at : spread.at) {
    EXPECT_LT(at.fibre_db, at.together_db);
    EXPECT_LT(at.together_db, at.apart_db);
  }
}

TEST(Budget, AMaximumAloneGivesNoDistribution) {
  auto loaded = graded("grade-b");
  for (plant::PartType& type : loaded->plant.types)
    if (type.kind == plant::Kind::kTrunk) {
      type.grade.clear();
      for (plant::TypeFace& face : type.faces) face.loss_max = {350'000};
    }
  const WaveBudget wave = only(budget(std::move(loaded), {.links = {"L1"}})).waves.at(0);
  EXPECT_THAT(wave.spread.not_known, HasSubstr("of trunk-b only a maximum is stated, no grade"));
  EXPECT_THAT(wave.spread.not_known, HasSubstr("cord-b to trunk-b"));
  EXPECT_TRUE(wave.loss.has_value());
}

TEST(Budget, TheHallCountsEveryLink) {
  const BudgetReport report = budget(graded("grade-d", 300));
  ASSERT_EQ(report.groups.size(), 1u);
  EXPECT_EQ(report.groups[0].links, 300u);
  ASSERT_TRUE(report.hall.has_value());
  EXPECT_EQ(report.hall->counted, 300u);
  ASSERT_TRUE(report.groups[0].spread.failing.has_value());
  EXPECT_NEAR(report.hall->apart.expected_failing, 300 * report.groups[0].spread.failing->apart, 1e-12);
  EXPECT_NEAR(report.hall->apart.chance_of_none, std::pow(1 - report.groups[0].spread.failing->apart, 300), 1e-9);
  EXPECT_GE(report.hall->together.chance_of_none, report.hall->apart.chance_of_none);
}

TEST(Budget, ALinkWhoseLightDoesNotArriveHasNone) {
  const BudgetReport report = budget(two_panels({.loose_end = true}), {.links = {"L1"}});
  EXPECT_EQ(report.exit, Exit::kFindings);
  EXPECT_EQ(only(report).no_budget, "its light reaches no port");
  EXPECT_THAT(report.not_proven, ElementsAre("L1"));
  const BudgetReport all = budget(two_panels({.loose_end = true}));
  ASSERT_EQ(all.groups.size(), 1u);
  EXPECT_EQ(all.groups[0].why_not, "its light reaches no port");
  EXPECT_EQ(all.hall->counted, 0u);
}

TEST(Budget, AnUnknownLinkIsNamedWithTheNearest) {
  const BudgetReport report = budget(two_panels({.links = 3}), {.links = {"L11", "T1", "L2", "L2"}});
  EXPECT_EQ(report.exit, Exit::kUsage);
  ASSERT_EQ(report.findings.all().size(), 2u);
  EXPECT_THAT(report.findings.all()[0].help, ElementsAre(HasSubstr("did you mean L1")));
  EXPECT_EQ(report.findings.all()[1].message, "cannot budget 'T1': it is a cable, not a link");
  EXPECT_EQ(report.links.size(), 1u);  // asked twice, told once
}

TEST(BudgetOptions, PercentilesAreInPerCent) {
  const auto good = parse_percentiles("50, 97,99.9,97");
  ASSERT_TRUE(good);
  ASSERT_EQ(good->size(), 3u);
  EXPECT_EQ((*good)[2].text, "99.9");
  EXPECT_DOUBLE_EQ((*good)[2].share, 0.999);
  for (const char* bad : {"", "0", "1", "0.97", "100", "100.0", "99.99999", "101", "-5", "nan", "inf", "1e1", "many", "50,,97",
                          "50;97", "2,3,4,5,6,7,8,9,10,11,12"})
    EXPECT_FALSE(parse_percentiles(bad)) << bad;
}

TEST(BudgetOptions, ACorrelationIsFromNoughtToOne) {
  EXPECT_EQ(*parse_correlation("0"), 0);
  EXPECT_EQ(*parse_correlation("0.25"), 0.25);
  EXPECT_EQ(*parse_correlation("1"), 1);
  for (const char* bad : {"", "-0.1", "1.1", "nan", "half", "50%"}) EXPECT_FALSE(parse_correlation(bad)) << bad;
}

// Whatever a plant is like, its budget is what check compares with the limit.
TEST(Budget, TheWorstCaseIsThatOfCheckInEveryExample) {
  std::size_t compared = 0;
  for (const std::string& folder : plants::projects()) {
    const LoadRequest request{folder, ""};
    const CheckReport checked = check(request, {.repairs = false});
    const plant::Plant& plant = checked.loaded->plant;
    const std::vector<check::Margin> margins =
        check::margins({plant, checked.loaded->facts, checked.loaded->settings, *checked.proof});
    BudgetOptions options;
    for (std::uint32_t link = 0; link < std::min<std::size_t>(plant.link_count(), 40); ++link)
      options.links.emplace_back(plant.link_name(link));
    if (options.links.empty()) continue;
    const BudgetReport report = budget(request, options);
    for (std::size_t i = 0; i < report.links.size(); ++i) {
      if (report.links[i].waves.empty()) continue;
      std::optional<Loss> worst;
      for (const WaveBudget& wave : report.links[i].waves) {
        worst = std::max(worst, wave.loss);
        if (!wave.loss) continue;
        Loss sum;
        for (const BudgetPiece& piece : wave.pieces) sum = sum + piece.loss.value_or(Loss{});
        EXPECT_EQ(sum, *wave.loss) << request.path << ' ' << report.links[i].id;
      }
      EXPECT_EQ(worst, margins[i].loss) << request.path << ' ' << report.links[i].id;
      EXPECT_EQ(report.links[i].waves[0].limit, margins[i].limit) << request.path << ' ' << report.links[i].id;
      ++compared;
    }
  }
  EXPECT_GT(compared, 100u);
}

}  // namespace
}  // namespace ferrule::api
