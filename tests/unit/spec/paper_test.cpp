// What the pages of the rules do not show: how a paper is read, what is merged, what the policy changes, what is counted.
#include <gtest/gtest.h>

#include "linted.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

TEST(Paper, FindsTheColumnThatDescribes) {
  const Linted linted(
      "Quote 7,,,\nLn,Stuff,Qty,Remark\n1,LC-LC duplex OM4 patch cord 2 m,4,urgent\n2,MPO trunk OM4 12F 10 m,1,\n");
  EXPECT_EQ(linted.paper.products.size(), 2u);
}

TEST(Paper, ReadsNamesFromAHeaderOfTwoRows) {
  const Linted linted(
      "Sr,Item Details,,Qty,Rate\nNo.,HSN,Description,(Nos),(INR)\n1,85447090,LC-LC duplex OM4 patch cord 2 m,4,1\n");
  EXPECT_EQ(linted.paper.columns, std::vector<std::string>{"Description"});
}

TEST(Paper, PricesPerFibreAreKnownInGerman) {
  EXPECT_EQ(Linted("Beschreibung,Menge,Preis\nMPO-12 Trunk OM4 12F 10 m,1,88 EUR/Faser\n").count("W718"), 1u);
}

TEST(Paper, PartMayHeadTheDescriptionsOrTheNumbers) {
  EXPECT_EQ(Linted("Part,Qty,Price\nMPO trunk OM4 12F 10 m,4,1\n").paper.columns, std::vector<std::string>{"Part"});
  const Linted both("Part,Description,Qty\nMPO-12-OM4-LC,MPO trunk OM4 12F 10 m,4\n");
  EXPECT_EQ(both.paper.columns, std::vector<std::string>{"Description"});
  const Linted german("Pos,Artikelnr.,Bezeichnung,Menge\n1,A-1,MPO trunk OM4 12F 10 m,4\n");
  ASSERT_EQ(german.paper.products.size(), 1u);
  ASSERT_NE(german.paper.products[0].part_number, nullptr);
  EXPECT_EQ(german.paper.products[0].part_number->text, "A-1");
}

TEST(Paper, APartNumberSaysNothingInWords) {
  const Linted linted(
      "Part number,Description,Qty\nAF-MTP12-20,MPO-12 trunk OM4 12F Type B 20 m,4\nM-2,MPO-12 trunk OM4 12F Type B 30 m,4\n");
  EXPECT_EQ(linted.count("W704"), 0u);
  EXPECT_EQ(count_words(linted.paper).mtp, 0u);
  ASSERT_EQ(linted.count("W710"), 1u);
  EXPECT_EQ(linted.first("W710")->subjects.size(), 2u) << "M-2 is no word on pins";
}

TEST(Paper, TheWordBeforeTheLetterIsKnownInOtherLanguages) {
  const Linted linted("Beschreibung,Menge,Preis\nMPO-12 Trunk OM4 12F Typ B 10 m,1,1\nMPO-12 Trunk OM4 12F Methode B 20 m,1,1\n");
  const Census census = count_words(linted.paper);
  EXPECT_EQ(census.type, 1u);
  EXPECT_EQ(census.method, 1u);
}

// A data sheet: a column for each attribute, so that a row is a product only as a whole.
TEST(Paper, ATableOfAttributesIsReadByRows) {
  const Linted linted(
      "Part no.,Type,Connector A,Gender A,Connector B,Fibres,Fibre,Polarity,Length (m),Jacket,Qty\n"
      "T-1,Trunk,MPO-12,F,MPO-12,12,OM4,B,30,OFNP,4\n"
      "T-2,Breakout cable,MTP-8,M,LC,8,OS2,AF,5.5,LSZH,2\n");
  ASSERT_EQ(linted.paper.products.size(), 2u);
  const Specification& trunk = linted.paper.products[0].specification;
  EXPECT_EQ(trunk.text(Field::kKind), "trunk");
  EXPECT_EQ(trunk.text(Field::kAType), "MPO-12");
  EXPECT_EQ(trunk.text(Field::kAGender), "unpinned");
  EXPECT_EQ(trunk.text(Field::kBType), "MPO-12");
  EXPECT_EQ(trunk.number(Field::kFibreCount), 12.0);
  EXPECT_EQ(trunk.text(Field::kPolarity), "B");
  EXPECT_EQ(trunk.number(Field::kLength), 30.0);
  ASSERT_NE(linted.paper.products[0].part_number, nullptr);
  EXPECT_EQ(linted.paper.products[0].part_number->text, "T-1");
  const Specification& breakout = linted.paper.products[1].specification;
  EXPECT_EQ(breakout.text(Field::kBType), "LC");
  EXPECT_EQ(breakout.number(Field::kLength), 5.5);
  EXPECT_EQ(linted.count("W726"), 0u);
}

TEST(Paper, WhatIsWrongInATableOfAttributesIsFoundAtItsCell) {
  const Linted linted(
      "Item,Connector A,Connector B,Fibre,Polarity,Length\nTrunk cable,MTP-12,MTP-12,OM4,Method B,30 m\n"
      "Trunk cable,MPO-12,MPO-12,OM4,B,30 m\n");
  ASSERT_EQ(linted.count("W708"), 1u);
  EXPECT_EQ(linted.sources.text(linted.first("W708")->place), "Method B");
  ASSERT_EQ(linted.count("W709"), 1u);
  EXPECT_EQ(linted.sources.text(linted.first("W709")->place), "B");
}

TEST(Paper, ALengthBesideADescriptionIsNoTableOfAttributes) {
  const Linted linted("Description,Length,Qty\nMPO trunk OM4 12F 10 m,30 m,4\n");
  ASSERT_EQ(linted.paper.products.size(), 1u);
  EXPECT_EQ(linted.paper.products[0].specification.number(Field::kLength), 10.0);
}

TEST(Paper, TakesTheColumnAskedFor) {
  const std::string text = "Requested,Offered\nMPO trunk OM4 12F 10 m,MPO trunk OM3 12F 10 m\n";
  EXPECT_EQ(Linted(text).paper.products.size(), 2u);
  const Linted offered(text, {}, {.column = "offered"});
  ASSERT_EQ(offered.paper.products.size(), 1u);
  EXPECT_EQ(offered.paper.products[0].specification.text(Field::kFibreType), "OM3");
  EXPECT_FALSE(Linted(text, {}, {.column = "price"}).paper.column_found);
}

TEST(Paper, LeavesOutTheHeaderOfLaterPages) {
  const Linted linted(
      "Part number,MPO description,Qty\nA-1,LC-LC duplex OM4 patch cord 2 m,4\nPart number,MPO description,Qty\n"
      "A-2,LC-LC duplex OM4 patch cord 3 m,4\n");
  EXPECT_EQ(count_words(linted.paper).mpo, 0u);
  EXPECT_EQ(linted.paper.texts.size(), 3u + 4u);
}

TEST(Paper, ReadsTablesInsideAText) {
  const Linted linted(
      "# Hall 2\n\nTrunks are Type B.\n\n| Part number | Description | Qty |\n|---|---|---|\n| T-1 | MPO trunk OM4 12F 10 m | 4 "
      "|\n");
  ASSERT_EQ(linted.paper.products.size(), 1u);
  EXPECT_FALSE(linted.paper.products[0].prose);
  ASSERT_NE(linted.paper.products[0].part_number, nullptr);
  EXPECT_EQ(linted.paper.products[0].part_number->text, "T-1");
}

TEST(Paper, OfABrokenLineNothingIsMissed) {
  const std::string head = "Ln,Description,Qty,Price\n1,MPO-12 trunk OM4 12F Type B 30 m,4,9\n";
  EXPECT_EQ(Linted(head + "2,LC-LC duplex OM4 patch cord 2 m,1,1\n").count("W710"), 1u);
  EXPECT_EQ(Linted(head + ",with female connectors and no more,,\n2,LC-LC duplex OM4 patch cord 2 m,1,1\n").count("W710"), 0u);
}

TEST(Paper, SaysTheSameOnceWithAllPlaces) {
  const Linted linted("Description,Qty,Price\nMPO-12 trunk OM4 12F Type B 30 m,4,1\nMPO-12 trunk OM4 12F Type B 40 m,4,1\n");
  ASSERT_EQ(linted.count("W710"), 1u);
  EXPECT_EQ(linted.first("W710")->subjects, (std::vector<std::string>{"line 2", "line 3"}));
}

TEST(Paper, OneThingUnderTwoNumbersIsAQuestion) {
  const Linted linted(
      "Part number,Description,Qty\nT-11,MPO-12 trunk OM4 12F female/female PC Type B 30 m,4\n"
      "T-12,MPO-12 trunk OM4 12F female/female PC Type B 30 m,4\n");
  EXPECT_EQ(linted.count("W702"), 1u);
  EXPECT_EQ(linted.count("W719"), 0u);
}

TEST(Paper, ARepetitionIsFoundBehindAnotherWording) {
  const Linted linted(
      "Part number,Description,Qty\nT-11,MPO-12 trunk OM4 12F female/female PC Type B 30 m,4\n"
      "T-12,MTP-12 trunk OM4 12F female/female PC Type B 30 m,4\nT-12,MTP-12 trunk OM4 12F female/female PC Type B 30 m,4\n");
  EXPECT_EQ(linted.count("W701"), 1u);
  ASSERT_EQ(linted.count("W719"), 1u);
  EXPECT_EQ(linted.first("W719")->message, "the product of line 3 again");
}

TEST(Paper, AWordThatNobodyReadsTellsTwoLinesApart) {
  const Linted linted(
      "Description,Qty,Price\nMPO-12 trunk OM4 12F female/female PC Type B 30 m zebra,4,1\n"
      "MPO-12 trunk OM4 12F female/female PC Type B 30 m giraffe,4,1\n");
  EXPECT_EQ(linted.count("W719"), 0u);
}

TEST(Paper, ADifferenceThatOnlyCostsMoneyIsAWarning) {
  const std::string head = "Part number,Description,Qty\nC-10,LC-LC duplex OM4 patch cord 2 m,4\n";
  const Linted length(head + "C-10,LC-LC duplex OM4 patch cord 3 m,4\n");
  const Linted fibre(head + "C-10,LC-LC duplex OM3 patch cord 2 m,4\n");
  ASSERT_EQ(length.count("W702"), 1u);
  ASSERT_EQ(fibre.count("W702"), 1u);
  EXPECT_EQ(length.first("W702")->severity, Severity::kWarning);
  EXPECT_EQ(fibre.first("W702")->severity, Severity::kError);
}

TEST(Paper, WordsOfTablesAreSaidAsPeopleSayThem) {
  const Linted linted("Part number,Description,Qty\nT-3,LC-LC patch cord OM4,1\nT-3,LC-LC pigtail OM4,1\n");
  ASSERT_EQ(linted.count("W702"), 1u);
  EXPECT_EQ(linted.first("W702")->message, "T-3 names two things: kind is patch cord and pigtail");
}

TEST(Paper, ShortNamesAreNamesToo) {
  const Linted linted("Name,Description,Qty\nTrunk,MPO-12 trunk OM4 12F 30 m,4\nTrunk,MPO-12 trunk OM3 12F 30 m,4\n");
  EXPECT_EQ(linted.count("W702"), 1u);
}

TEST(Paper, ThePolicyDecidesWhichWordIsWrong) {
  const std::string mtp = "Description,Qty,Price\nMTP-12 trunk OM4 12F female/female PC Type B 30 m,4,1\n";
  const std::string mpo = "Description,Qty,Price\nMPO-12 trunk OM4 12F female/female PC Type B 30 m,4,1\n";
  struct Row {
    std::string text;
    Brand brand;
    std::size_t needless, missing;
  };
  for (const auto& [text, brand, needless, missing] : std::initializer_list<Row>{{mtp, Brand::kAny, 1, 0},
                                                                                 {mtp, Brand::kMpo, 1, 0},
                                                                                 {mtp, Brand::kMtp, 0, 0},
                                                                                 {mpo, Brand::kAny, 0, 0},
                                                                                 {mpo, Brand::kMpo, 0, 0},
                                                                                 {mpo, Brand::kMtp, 0, 1}}) {
    const Linted linted(text, {brand});
    EXPECT_EQ(linted.count("W704"), needless) << text;
    EXPECT_EQ(linted.count("W705"), missing) << text;
  }
  EXPECT_EQ(Linted(mtp, {Brand::kAny}).first("W704")->severity, Severity::kNote);
  EXPECT_EQ(Linted(mtp, {Brand::kMpo}).first("W704")->severity, Severity::kWarning);
}

TEST(Paper, TheLetterIsSaidWhateverItsWidthAndPlace) {
  for (const std::string_view words : {"Method B", "method-B", "MethodB", "Method\uFF22", "Method\u3000\uFF22", "B method"}) {
    const Linted linted("Part number,Description,Qty\nT-1,MPO-12 trunk OM4 12F female/female PC " + std::string(words) +
                        " 30 m,12\n");
    ASSERT_EQ(linted.count("W708"), 1u) << words;
    EXPECT_EQ(linted.first("W708")->message, "Method B said of a trunk") << words;
  }
}

TEST(Paper, OfAPolarityWithoutLetterTheWordsAreSaid) {
  const Linted linted("Part number,Description,Qty\nT-1,LC-LC duplex OM4 patch cord polarity A to B 2 m,12\n");
  ASSERT_EQ(linted.count("W709"), 1u);
  EXPECT_EQ(linted.first("W709")->message, "polarity A to B of a cord");
}

TEST(Paper, RatingsOfTwoLinesAreAWarning) {
  const Linted linted(
      "Description,Qty,Price\nLC-LC duplex OM4 patch cord 2 m OFNP,4,1\nLC-LC duplex OM4 patch cord 3 m Cca-s1a d1 a1,4,1\n");
  ASSERT_EQ(linted.count("W715"), 1u);
  EXPECT_EQ(linted.first("W715")->severity, Severity::kWarning);
}

TEST(Paper, FeetFarFromMetresAreSaidOnce) {
  for (const std::string_view line : {"LC-LC duplex OM4 patch cord 10 m (30 ft)", "LC-LC duplex OM4 patch cord 10 m (3 ft)"}) {
    const Linted linted("Description,Qty,Price\n" + std::string(line) + ",4,1\n");
    EXPECT_EQ(linted.count("W722") + linted.count("W723"), 1u) << line;
  }
}

TEST(Paper, CountsHowTheWordsAreUsed) {
  const Linted linted(
      "Description,Qty,Price\nMPO-12 trunk OM4 Type B,1,1\nMTP® Elite-12 trunk OM4 Method B low loss,1,1\n"
      "MTP/MPO trunk OM4 polarity B 0.35 dB,1,1\nMTP-style trunk OM4,1,1\n");
  const Census census = count_words(linted.paper);
  EXPECT_EQ(census.products, 4u);
  EXPECT_EQ(census.mpo, 1u);
  EXPECT_EQ(census.mtp, 2u);
  EXPECT_EQ(census.both, 1u);
  EXPECT_EQ(census.mtp_marked, 1u);
  EXPECT_EQ(census.elite_or_pro, 1u);
  EXPECT_EQ(census.likeness, 1u);
  EXPECT_EQ(census.type, 1u);
  EXPECT_EQ(census.method, 1u);
  EXPECT_EQ(census.polarity, 1u);
  EXPECT_EQ(census.loss_words, 1u);
  EXPECT_EQ(census.loss_figures, 1u);
}

TEST(Paper, CellsOfTheRowCountButNotWhatIsOfferedBeside) {
  const std::string line = "MPO-12 trunk OM4 12F Type B 30 m";
  EXPECT_EQ(Linted("Description,Qty,Pins\n" + line + ",4,female\n").count("W710"), 0u);
  EXPECT_EQ(Linted("Requested,Offered\n" + line + "," + line + " female\n").count("W710"), 1u);
}

// More cells than the reader of tables keeps, in a row made by hand.
TEST(Paper, AWideRowCostsWhatItHolds) {
  constexpr std::size_t kCells = 20'000;
  const std::string line = "MPO-24 trunk OM4 24F low loss Type B LSZH 30 m";
  syntax::Table table;
  syntax::TableRow& row = table.rows.emplace_back();
  for (std::size_t i = 0; i < kCells; ++i) row.cells.push_back({line, {}, true});
  row.cells.push_back({"as drawn", {}, true});
  const syntax::Table* tables[] = {&table};
  const Paper paper = read_paper(tables, tests::words().lexicon, tests::words().paper_words);
  ASSERT_EQ(paper.products.size(), kCells);
  static std::size_t asked;
  asked = 0;
  RowSays says(paper, [](const Text&) {
    ++asked;
    return false;
  });
  for (const Product& product : paper.products) EXPECT_FALSE(says(paper.text_of(product)));
  EXPECT_LE(asked, 2 * kCells);
}

TEST(Paper, WhatNobodyWroteIsLeftOut) {
  EXPECT_EQ(Linted("MPO trunk OM4 12F 10 m " + std::string(70'000, 'x')).paper.texts.size(), 0u);
}

TEST(Paper, ASentenceThatNamesBothWordsIsNoOrder) {
  const std::string sentence = "# Words\n\nEvery MTP is an MPO, and not the other way round.\n";
  EXPECT_EQ(Linted(sentence).count("W703"), 0u);
  ASSERT_EQ(Linted(sentence, {Brand::kMtp}).count("W705"), 1u);
  EXPECT_EQ(Linted(sentence, {Brand::kMtp}).first("W705")->severity, Severity::kWarning);
}

TEST(Paper, TwentyFourFibresOfAnMpoWithoutSizeAskForThePinout) {
  const std::string head = "Description,Qty,Price\n";
  EXPECT_EQ(Linted(head + "MPO trunk OM4 24F female/female PC Type B 30 m,4,1\n").count("W712"), 1u);
  EXPECT_EQ(Linted(head + "MPO trunk OM4 12F female/female PC Type B 30 m,4,1\n").count("W712"), 0u);
}

TEST(Paper, OfOtherTradesNothingIsSaid) {
  const Linted linted("Description,Qty,Price\nC13 to C14 power cable 2 m,60,6\nUTP patch cord Cat6 CMR 2 m (9 ft),4,1\n");
  EXPECT_TRUE(linted.findings.all().empty()) << linted.findings.all()[0].message;
}

}  // namespace
}  // namespace ferrule::spec::paper
