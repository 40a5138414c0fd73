// `--data DIR`: what a replaced table changes, and how a bad one is reported.
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

#include "compiled_in.h"
#include "facts/price_books.h"

namespace ferrule::facts {
namespace {

using testing::Contains;
using testing::HasSubstr;

class Loading : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("ferrule-facts-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, std::string_view text) { std::ofstream(folder_ / name, std::ios::binary) << text; }

  // "splices.csv:2:8 D101 what was seen"
  std::vector<std::string> load() {
    facts_ = Facts::load(sources_, folder_.string(), findings_);
    std::vector<std::string> out;
    for (const diag::Finding& finding : findings_.all()) {
      std::string where = "-";
      if (finding.place.known()) {
        const diag::LineColumn at = sources_.line_column(finding.place);
        where = std::filesystem::path(sources_.name(finding.place.source)).filename().string() + ":" + std::to_string(at.line) +
                ":" + std::to_string(at.column);
      }
      out.push_back(where + " " + finding.code + " " + finding.message);
    }
    return out;
  }

  // The whole table as compiled in, one text exchanged for another.
  std::string edited(const std::string& table, const std::string& from, const std::string& to) {
    std::ifstream file("data/" + table, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
  }

  std::filesystem::path folder_;
  diag::Sources sources_;
  diag::Findings findings_;
  Facts facts_;
};

TEST_F(Loading, AnEmptyFolderReplacesNothing) {
  EXPECT_TRUE(load().empty());
  EXPECT_EQ(facts_.optics().size(), compiled_in().optics().size());
}

TEST_F(Loading, AFileReplacesItsTableAndNoOther) {
  write("splices.csv", "mode,kind,loss_max_dB,source,confidence\nSM,any,0.10,our own,high\n");
  EXPECT_TRUE(load().empty());
  EXPECT_EQ(facts_.splice("SM")->most, Loss{100'000});
  EXPECT_EQ(facts_.splice("MM"), nullptr);
  EXPECT_EQ(facts_.optics().size(), compiled_in().optics().size());
}

TEST_F(Loading, ABadCellIsReportedAtItsPlaceAndItsRowIsLeftOut) {
  write("splices.csv",
        "mode,kind,loss_max_dB,source,confidence\nSM,any,much,our own,high\nMM,any,0.2,our "
        "own,high\n");
  EXPECT_EQ(load(), (std::vector<std::string>{"splices.csv:2:8 D101 loss_max_dB is 'much', not a number of dB"}));
  EXPECT_EQ(facts_.splice("SM"), nullptr);
  EXPECT_EQ(facts_.splice("MM")->most, Loss{200'000});
  EXPECT_TRUE(findings_.any_unreadable());
}

TEST_F(Loading, EveryRowSaysHowSureItIsAndWhoSaysSo) {
  write("splices.csv", "mode,kind,loss_max_dB,source,confidence\nSM,any,0.1,,high\nMM,any,0.1,us,certain\n");
  EXPECT_EQ(load(), (std::vector<std::string>{"splices.csv:2:12 D101 source is empty",
                                              "splices.csv:3:15 D101 confidence is 'certain', not one of high, medium, low"}));
}

TEST_F(Loading, AMissingColumnIsReportedOnceWithTheNearestName) {
  write("splices.csv", "mode,kind,loss_max_db,source,confidense\nSM,any,0.1,us,high\n");
  EXPECT_EQ(load(), (std::vector<std::string>{"splices.csv:1:1 D102 table splices has no column loss_max_dB",
                                              "splices.csv:1:1 D102 table splices has no column confidence"}));
  EXPECT_THAT(findings_.all().back().help, Contains("did you mean confidense?"));
}

TEST_F(Loading, AFolderThatIsNotThereIsReported) {
  folder_ /= "not-there";
  const auto found = load();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found.front(), HasSubstr("D103 there is no folder"));
  EXPECT_EQ(facts_.optics().size(), compiled_in().optics().size()) << "work goes on with what is compiled in";
}

TEST_F(Loading, AFileThatReplacesNothingIsReported) {
  write("optic.csv", "pmd\n");
  EXPECT_EQ(load(), (std::vector<std::string>{"- D107 optic.csv replaces no table of facts"}));
  EXPECT_THAT(findings_.all().front().help, Contains("did you mean optics.csv?"));
}

TEST_F(Loading, TheSecondRowOfOneNameIsReportedAndPointsAtTheFirst) {
  write("duplex_cords.csv",
        "cord,aliases,side1,side2,notes,source,confidence\nA-to-B,,1 2,2 1,,us,high\nA-to-A,,1 2,1 "
        "2,,us,high\nA-to-B,,1 2,1 2,,us,high\n");
  EXPECT_EQ(load(), (std::vector<std::string>{"duplex_cords.csv:4:1 D104 cord A-to-B is here a second time"}));
  ASSERT_EQ(findings_.all().front().notes.size(), 1u);
  EXPECT_EQ(sources_.line_column(findings_.all().front().notes.front().place).line, 2u);
  EXPECT_EQ(facts_.duplex_cord("A-to-B")->to, (std::vector<int>{1, 0}));
}

TEST_F(Loading, AMapThatIsNoPermutationIsReported) {
  write("duplex_cords.csv",
        "cord,aliases,side1,side2,notes,source,confidence\nA-to-B,,1 2,2,,us,high\nA-to-A,,1 2,1 "
        "2,,us,high\n");
  EXPECT_THAT(load(), Contains("duplex_cords.csv:2:13 D106 side2 does not list the positions of side1"));
}

TEST_F(Loading, PositionsOutsideTheFaceOrTwiceAreReported) {
  write("duplex_cords.csv",
        "cord,aliases,side1,side2,notes,source,confidence\nA-to-B,,1 2,2 2,,us,high\nA-to-A,,1 3,1 "
        "2,,us,high\n");
  const auto found = load();
  EXPECT_THAT(found, Contains("duplex_cords.csv:2:13 D101 side2 holds position 2 twice"));
  EXPECT_THAT(found, Contains("duplex_cords.csv:3:9 D101 side1 holds '3', not a position from 1 to 2"));
}

TEST_F(Loading, AnOpticWithAConnectorThatNobodyKnowsIsReported) {
  write("optics.csv", edited("optics.csv", "2,1,LC-duplex,duplex,flat", "2,1,LC-duplicate,duplex,flat"));
  EXPECT_THAT(load(), Contains("optics.csv:2:1 D105 this row names the connector 'LC-duplicate', which no table knows"));
}

TEST_F(Loading, LanesAndFibresOfAnOpticHaveToAgree) {
  write("optics.csv", edited("optics.csv", "MM,1,1,n,850,2,", "MM,1,1,n,850,3,"));
  EXPECT_THAT(load(), Contains(HasSubstr("D101 1 lanes that are not bidirectional use 2 fibres, not 3")));
  EXPECT_EQ(facts_.optic("10GBASE-SR"), nullptr);
}

TEST_F(Loading, OneBadRowLeavesOutTheWholeMap) {
  write("transitions.csv", edited("transitions.csv", "MPO-12,3,5,6,", "MPO-12,3,5,x,"));
  EXPECT_THAT(load(), Contains(HasSubstr("D101 right is 'x', not a whole number from 1 to 128")));
  EXPECT_EQ(facts_.transition("consecutive", "MPO-12"), nullptr) << "five ports of six would prove the wrong thing";
  EXPECT_NE(facts_.transition("consecutive", "MPO-8"), nullptr);
}

TEST_F(Loading, AMissingPortLeavesOutTheWholeMap) {
  write("transitions.csv",
        "transition,aliases,connector,port,left,right,pairing_confidence,side_confidence,notes,"
        "source,confidence\n"
        "ours,,MPO-12,1,1,2,high,high,,us,high\nours,,MPO-12,3,5,6,high,high,,us,high\n");
  load();
  EXPECT_EQ(facts_.transition("ours", "MPO-12"), nullptr);
}

TEST_F(Loading, AMapIsAsSureAsItsLeastSureRow) {
  write("transitions.csv",
        "transition,aliases,connector,port,left,right,pairing_confidence,side_confidence,notes,"
        "source,confidence\n"
        "ours,,MPO-12,1,1,2,high,high,,us,high\nours,,MPO-12,2,3,4,medium,low,,us,medium\n");
  load();
  ASSERT_NE(facts_.transition("ours", "MPO-12"), nullptr);
  EXPECT_EQ(facts_.transition("ours", "MPO-12")->pairing, Confidence::kMedium);
  EXPECT_EQ(facts_.transition("ours", "MPO-12")->sides, Confidence::kLow);
  EXPECT_EQ(facts_.transition("ours", "MPO-12")->confidence, Confidence::kMedium);
}

TEST_F(Loading, RubbishIsRefusedWithoutHarm) {
  write("optics.csv", std::string("\0\x01\xff\xfe\n", 5));
  write("fibres.csv", "");
  write("lane_positions.csv", "\"open quote\n");
  load();
  EXPECT_TRUE(findings_.any_unreadable());
  EXPECT_TRUE(facts_.optics().empty());
}

TEST_F(Loading, FiguresOfGradesThatNoJointHasAreFindings) {
  const std::string header =
      "family,line,mode,grade,connectors,il_typ_dB,il_mean_dB,il_97_dB,il_max_dB,rl_min_dB,polish,source,confidence\n";
  const std::string good = "MPO,mine,SM,mine,MPO-12,,0.12,0.25,,60,angled,me,high\n";
  write("connector_grades.csv", header + good +
                                    "MPO,a,SM,a,MPO-12,,-0.12,0.25,,,,me,high\n"
                                    "MPO,b,SM,b,MPO-12,,0.12,1e300,,,,me,high\n"
                                    "MPO,c,SM,c,MPO-12,,nan,0.25,,,,me,high\n"
                                    "MPO,d,SM,d,MPO-12,,0.30,0.25,,,,me,high\n"
                                    "MPO,e,SM,e,MPO-12,,0,0.25,,,,me,high\n"
                                    "MPO,f,SM,f,MPO-12,,,,inf,,,me,high\n"
                                    "MPO,g,SM,g,MPO-12,0.5,,,0.35,,,me,high\n"
                                    "MPO,h,SM,h,MPO-12,,,,1000000,,,me,high\n");
  const std::vector<std::string> said = load();
  for (const char* wanted :
       {"connector_grades.csv:3:20 D101 il_mean_dB is '-0.12'", "connector_grades.csv:4:25 D101 il_97_dB is '1e300'",
        "connector_grades.csv:5:20 D101 il_mean_dB is 'nan'", "connector_grades.csv:6:20 D101 il_mean_dB is above the 97 % value",
        "connector_grades.csv:7:20 D101 il_mean_dB is not above 0 dB", "connector_grades.csv:8:22 D101 il_max_dB is 'inf'",
        "connector_grades.csv:9:19 D101 il_typ_dB is above the maximum",
        "connector_grades.csv:10:22 D101 il_max_dB is not above 0 dB and at most 100"})
    EXPECT_THAT(said, Contains(HasSubstr(wanted)));
  ASSERT_EQ(facts_.grades().size(), 1u);
  EXPECT_EQ(facts_.grades()[0].return_loss, Loss{60'000'000});
}

TEST_F(Loading, APriceThatCannotBeReadLeavesItsRowOut) {
  write("price_books.csv",
        "book,cable,currency,upto_m,fixed,per_metre,factor,adder,source,confidence\n"
        "a,quad,EUR,2,,1,1,0,s,low\n"
        "a,quad,EUR,5,40,-1,1,0,s,low\n"
        "a,quad,EUR,x,40,1,1,0,s,low\n"
        "a,quad,EUR,,40,1,1,0,s,low\n"
        "a,quad,EUR,,41,1,1,0,s,low\n");
  EXPECT_THAT(load(), testing::ElementsAre("price_books.csv:2:14 D101 fixed is empty",
                                           "price_books.csv:3:17 D101 per_metre is '-1', not a number of at most four decimals",
                                           "price_books.csv:4:12 D101 upto_m is 'x', not a number of metres",
                                           "price_books.csv:6:12 D104 quad of a up to '' is here a second time"));
  const std::vector<PriceSegment> read = price_segments(facts_);
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].fixed, 400'000);
  EXPECT_FALSE(read[0].upto);
}

}  // namespace
}  // namespace ferrule::facts
