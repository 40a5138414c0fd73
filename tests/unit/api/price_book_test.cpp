#include "api/price_book.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "write/workbook.h"

namespace ferrule::api {
namespace {

using testing::HasSubstr;

struct Read {
  diag::Sources sources;
  diag::Findings findings;
  std::unique_ptr<PriceBook> book;
};

const facts::Facts& all_facts() {
  static diag::Sources sources;
  static diag::Findings findings;
  static const facts::Facts facts = facts::Facts::load(sources, {}, findings);
  return facts;
}

std::unique_ptr<Read> read(const std::string& bytes, const std::string& ending = ".csv") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / ("ferrule-price-book-test" + ending);
  std::ofstream(file, std::ios::binary) << bytes;
  auto out = std::make_unique<Read>();
  out->book = read_price_book(file.string(), all_facts(), out->sources, out->findings);
  std::filesystem::remove(file);
  return out;
}

TEST(PriceBook, RowsAlikeAreOneOfferWithBreaks) {
  const auto got = read(
      "Part;Price;From quantity;Length;Lead weeks;Stock;MOQ;Currency;Remark\n"
      "c;3,00;;2 m;2;;;EUR;x\n"
      "c;1,00;100;2 m;9;7;;EUR;\n"
      "c;2,00;10;2 m;;;5;EUR;\n"
      "c;4,00;;3 m;;;;EUR;\n"
      "c;;;4 m;;;;EUR;\n");
  ASSERT_TRUE(got->book);
  EXPECT_TRUE(got->findings.all().empty());
  EXPECT_EQ(got->book->currency, "EUR");
  ASSERT_EQ(got->book->offers.size(), 2u);  // of the last row nobody said a price
  const PriceOffer& offer = got->book->offers.front();
  EXPECT_EQ(offer.lead_weeks, 2);
  EXPECT_EQ(offer.stock, 7);
  EXPECT_EQ(offer.least_order, 5);
  struct Row {
    std::int64_t quantity, hundredths;
  };
  for (const auto& [quantity, hundredths] :
       std::initializer_list<Row>{{1, 300}, {9, 300}, {10, 200}, {99, 200}, {100, 100}, {1'000'000, 100}})
    EXPECT_EQ(offer.at(quantity)->price, Price{hundredths}) << quantity;
}

// As buyers and vendors head their columns.
TEST(PriceBook, UsualHeadersAreKnown) {
  const auto english = read(
      "Our ref,Item description,Length (m),Qty from,Unit Price (USD),Lead time,In stock,Min. order qty\n"
      "1,MPO-12 trunk,10,1,45.00,6 weeks,,2\n"
      "2,MPO-12 trunk,10,50,40.00,,,\n"
      "3,LC cord,2.5 m,1,4.00,10 days,7,\n");
  ASSERT_TRUE(english->book);
  EXPECT_TRUE(english->findings.all().empty()) << english->findings.all().front().message;
  EXPECT_EQ(english->book->currency, "USD");
  ASSERT_EQ(english->book->offers.size(), 2u);
  const PriceOffer &trunk = english->book->offers[0], &cord = english->book->offers[1];
  EXPECT_EQ(trunk.length, Length{10'000});
  EXPECT_EQ(trunk.at(49)->price, Price{4'500});
  EXPECT_EQ(trunk.at(50)->price, Price{4'000});
  EXPECT_EQ(trunk.lead_weeks, 6);
  EXPECT_EQ(trunk.least_order, 2);
  EXPECT_EQ(cord.length, Length{2'500});
  EXPECT_EQ(cord.lead_weeks, 2) << "ten days, rounded up";
  EXPECT_EQ(cord.stock, 7);

  const auto german = read("Bezeichnung;Länge;Ab Menge;Einzelpreis €;Lieferzeit in Wochen\nLC-Kabel;2 m;10;3,50;4\n");
  ASSERT_TRUE(german->book);
  EXPECT_EQ(german->book->currency, "EUR");
  EXPECT_EQ(german->book->offers.front().lead_weeks, 4);
}

TEST(PriceBook, ALeadTimeWithoutItsUnitIsNotGuessed) {
  const auto got = read("description,price,lead time\nx,3.00,6\n");
  ASSERT_EQ(got->findings.all().size(), 1u);
  EXPECT_THAT(got->findings.all().front().message, HasSubstr("'6' is no lead time"));
  EXPECT_TRUE(got->book->offers.empty());
}

TEST(PriceBook, AVendorsOrderNumberIsNoPart) {
  const auto got = read("SKU,description,price\nX-1,LC cord,3.00\n");
  ASSERT_TRUE(got->book);
  EXPECT_TRUE(got->book->offers.front().part.empty());
  EXPECT_EQ(got->book->offers.front().description, "LC cord");
}

TEST(PriceBook, AnOfferThatBeginsAboveTheQuantityIsNone) {
  const auto got = read("part,price,from_quantity\nc,3.00,10\n");
  EXPECT_EQ(got->book->offers.front().at(9), nullptr);
  EXPECT_EQ(got->book->offers.front().at(10)->price, Price{300});
}

TEST(PriceBook, APriceMayNameItsCurrency) {
  for (const char* text : {"part;price\nc;45,00 €\n", "part;price\nc;EUR 45,00\n", "part;price\nc;€45\n"}) {
    const auto got = read(text);
    ASSERT_NE(got->book, nullptr) << text;
    EXPECT_TRUE(got->findings.all().empty()) << text;
    EXPECT_EQ(got->book->currency, "EUR");
    EXPECT_EQ(got->book->offers.front().at(1)->price, Price{4'500});
  }
  const auto dollars = read("part,price\nc,$45.00\n");
  EXPECT_EQ(dollars->book->currency, "") << "whose dollars nobody says";
  EXPECT_EQ(dollars->book->offers.front().at(1)->price, Price{4'500});
  const auto mixed = read("part,price\nc,45.00 EUR\nd,45.00 USD\n");
  ASSERT_EQ(mixed->findings.all().size(), 1u);
  EXPECT_EQ(mixed->findings.all().front().code, "B806");
  for (const char* bad : {"-45.00", "45.00 apples", "a 45 b"})
    EXPECT_EQ(read(std::string("part,price\nc,") + bad + "\n")->findings.all().size(), 1u) << bad;
}

TEST(PriceBook, OfTwoCurrenciesTheFirstIsUsedAndTheOtherTold) {
  const auto got = read("part,price EUR,price USD\nc,45.00,50.00\n");
  EXPECT_EQ(got->book->currency, "EUR");
  EXPECT_EQ(got->book->offers.front().at(1)->price, Price{4'500});
  ASSERT_EQ(got->findings.all().size(), 1u);
  EXPECT_THAT(got->findings.all().front().message, HasSubstr("'USD' as well"));
}

TEST(PriceBook, ZeroIsNoPrice) {
  const auto got = read("part,price,per_metre\na,0,\nb,0.00,0\nc,0,1.50\nd,2,\n");
  ASSERT_NE(got->book, nullptr);
  ASSERT_EQ(got->book->offers.size(), 2u);
  EXPECT_EQ(got->book->offers[0].part, "c");
  ASSERT_EQ(got->findings.all().size(), 1u);
  EXPECT_EQ(got->findings.all().front().code, "B808");
  EXPECT_EQ(got->findings.all().front().message, "2 rows with a price of 0, which counts as none");
}

TEST(PriceBook, MorePiecesThatCostMoreEachAreTold) {
  const auto got = read("part,from_quantity,price,per_metre\na,100,12,\na,1,10,\nb,1,10,2\nb,100,12,1\nc,1,5,\nc,10,4,\n");
  ASSERT_NE(got->book, nullptr);
  ASSERT_EQ(got->findings.all().size(), 1u);  // what b costs depends on its length
  EXPECT_EQ(got->findings.all().front().code, "B809");
  EXPECT_EQ(got->findings.all().front().message, "'a' costs more from 100 pieces on than from 1");
}

TEST(PriceBook, APieceIsRoundedOnce) {
  struct Row {
    std::int64_t price, per_metre, millimetre, hundredths;
  };
  for (const auto& [price, per_metre, millimetre, hundredths] :
       std::initializer_list<Row>{{0, 0, 0, 0},
                                  {100, 0, 5000, 100},
                                  {100, 25, 2000, 150},
                                  {0, 1, 499, 0},
                                  {0, 1, 500, 1},
                                  {0, 33, 1500, 50},
                                  {1, 100'000'000'000, 10, 1'000'000'001}})
    EXPECT_EQ(price_of_piece({1, Price{price}, Price{per_metre}, {}}, Length{millimetre}), Price{hundredths});
  EXPECT_FALSE(price_of_piece({1, Price{0}, Price{100'000'000'000}, {}}, Length{1'000'000'000}));
}

TEST(PriceBook, AWorkbookIsReadLikeATable) {
  Result<write::Workbook> book = write::Workbook::make();
  book->begin_sheet("remarks", {"of no interest"}, {});
  book->begin_sheet("prices", {"Part", "Price", "Currency"}, {});
  book->row({std::string("c"), write::SheetNumber{1250, 2}, std::string("EUR")});
  book->row({std::string("t"), write::SheetNumber{-100, 2}, std::string("EUR")});
  const auto got = read(*book->finish(), ".xlsx");
  ASSERT_TRUE(got->book);
  ASSERT_EQ(got->book->offers.size(), 1u);
  EXPECT_EQ(got->book->offers.front().breaks.front().price, Price{1250});
  ASSERT_EQ(got->findings.all().size(), 1u);
  EXPECT_EQ(got->sources.cell(got->findings.all().front().place), "prices!B3");
}

TEST(PriceBook, WhatIsWrongIsSaidWithItsLineAndTheRestIsRead) {
  struct Row {
    const char *row, *code, *message;
  };
  for (const auto& [row, code, message] : std::initializer_list<Row>{
           {"c,-3.00,,,,,", "L202", "'-3.00' is no price"},
           {"c,3.001,,,,,", "L202", "'3.001' is no price"},
           {"c,,-1,,,,", "L202", "'-1' is no price"},
           {"c,3.00,,0,,,", "L202", "from_quantity takes a whole number from 1, not '0'"},
           {"c,3.00,,1.5,,,", "L202", "from_quantity takes"},
           {"c,3.00,,,2,,", "L210", "'2' is no length"},
           {"c,3.00,,,,-1,", "L202", "moq takes"},
           {",3.00,,,,,", "L203", "a price without a part"},
           {"c,3.00,,,,,USD", "B806", "the currency is 'USD' here and 'EUR' above"},
           {"good,3.00,,,,,EUR", "L208", "'good' has a price from 1 piece already"},
       }) {
    const auto got =
        read(std::string("part,price,per_metre,from_quantity,length,moq,currency\ngood,1.00,,,,,EUR\n") + row + "\n");
    ASSERT_TRUE(got->book) << row;
    ASSERT_EQ(got->findings.all().size(), 1u) << row;
    const diag::Finding& finding = got->findings.all().front();
    EXPECT_EQ(finding.code, code) << row;
    EXPECT_THAT(finding.message, HasSubstr(message));
    EXPECT_EQ(got->sources.line_column(finding.place).line, 3u) << row;
    EXPECT_EQ(got->book->offers.size(), 1u) << row;
  }
}

TEST(PriceBook, AFileThatIsNoneIsAFinding) {
  for (const char* bytes : {"", "part\nc\n", "article,cost\nc,1\n", "price\n1.00\n"}) {
    const auto got = read(bytes);
    EXPECT_FALSE(got->book) << bytes;
    EXPECT_TRUE(got->findings.any_unreadable()) << bytes;
  }
  diag::Sources sources;
  diag::Findings findings;
  EXPECT_FALSE(read_price_book("no/such/prices.csv", all_facts(), sources, findings));
  EXPECT_TRUE(findings.any_unreadable());
}

}  // namespace
}  // namespace ferrule::api
