#include "api/price_list.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::api {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct ListRead {
  std::optional<PriceList> list;
  diag::Sources sources;
  diag::Findings findings;
};

std::unique_ptr<ListRead> read_list(const std::string& text) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "ferrule-price-list-test.csv";
  std::ofstream(file, std::ios::binary) << text;
  auto out = std::make_unique<ListRead>();
  out->list = read_price_list(file.string(), out->sources, out->findings);
  std::filesystem::remove(file);
  return out;
}

TEST(Price, IsWholeHundredths) {
  struct Row {
    const char* text;
    std::int64_t hundredths;
  };
  for (const auto& [text, hundredths] : std::initializer_list<Row>{
           {"12", 1200}, {"12.5", 1250}, {"12,50", 1250}, {" 0.07 ", 7}, {"0", 0}, {"1000000000", 100'000'000'000}}) {
    const Result<Price> price = parse_price(text);
    ASSERT_TRUE(price) << text;
    EXPECT_EQ(price->hundredths, hundredths) << text;
  }
  for (const char* bad : {"", "-1", "+1", "1.234", "1,234.50", "1.234,50", "12 EUR", "$12", "1e3", "nan", "12.", ".5", "1 000",
                          "1000000000.01", "99999999999999999999"})
    EXPECT_FALSE(parse_price(bad)) << bad;
  EXPECT_EQ(spell(Price{123'450}), "1,234.50");
  EXPECT_EQ(spell(Price{-7}), "-0.07");
}

TEST(PriceList, TakesACommaInAFileOfSemicolons) {
  const auto got = read_list("Part;Note;Price;Currency\ntrunk;x;120,00;EUR\ncord;;;\n");
  ASSERT_TRUE(got->list);
  EXPECT_EQ(got->list->find("trunk"), Price{12'000});
  EXPECT_FALSE(got->list->find("cord"));  // blank: nobody said
  EXPECT_EQ(got->list->currency, "EUR");
}

TEST(PriceList, WhatIsWrongIsSaidWithItsLine) {
  struct Row {
    const char *text, *message;
    std::uint32_t line;
  };
  for (const auto& [text, message, line] : std::initializer_list<Row>{
           {"part,price\ntrunk,1.234\n", "'1.234' is no price", 2},
           {"part,price\ntrunk,1\ntrunk,2\n", "part 'trunk' has a price already", 3},
           {"part,cost\ntrunk,1\n", "needs the column price", 1},
           {"part,price,currency\na,1,EUR\nb,1,USD\n", "the currency is 'USD' here and 'EUR' above", 3},
           {"part,price\ntrunk,12,50\n", "3 cells in a table of 2 columns", 2},
           {"part,price\n,12\n", "a price without a part", 2},
       }) {
    const auto got = read_list(text);
    EXPECT_FALSE(got->list) << text;
    ASSERT_EQ(got->findings.all().size(), 1u) << text;
    EXPECT_THAT(got->findings.all()[0].message, HasSubstr(message));
    EXPECT_EQ(got->sources.line_column(got->findings.all()[0].place).line, line) << text;
  }
  EXPECT_THAT(read_list("part,price\ntrunk,12,50\n")->findings.all()[0].help, testing::Contains(HasSubstr("decimal comma")));
  EXPECT_FALSE(read_list("")->list);
}

TEST(PriceList, AFileThatIsNotThereIsAFinding) {
  diag::Sources sources;
  diag::Findings findings;
  EXPECT_FALSE(read_price_list("no/such/prices.csv", sources, findings));
  EXPECT_TRUE(findings.any_unreadable());
}

}  // namespace
}  // namespace ferrule::api
