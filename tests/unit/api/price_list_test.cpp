#include "api/price_list.h"

#include <gtest/gtest.h>

namespace ferrule::api {
namespace {

std::string why_not(std::string text) {
  const Result<PriceList> list = PriceList::read_text("prices.csv", std::move(text));
  return list ? std::string("read") : list.error().place + ": " + list.error().message;
}

TEST(PriceList, ColumnsAreFoundByNameAndDecimalsByEitherSign) {
  const Result<PriceList> list =
      PriceList::read_text("p", "currency;note;price;part\nEUR;x;12,50;Cord-B\nEUR;;1200;trunk\n;;0.5;pin\n");
  ASSERT_TRUE(list);
  EXPECT_EQ(list->price("cord-b"), 1250);
  EXPECT_EQ(list->price("TRUNK"), 120000);
  EXPECT_EQ(list->price("pin"), 50);
  EXPECT_EQ(list->price("cord"), std::nullopt);
  EXPECT_EQ(list->currency(), "EUR");
  EXPECT_EQ(list->spell(120005), "1,200.05 EUR");
}

TEST(PriceList, WhatIsNoPriceIsRefusedWithItsPlace) {
  for (const char* bad : {"", "-1", "1.234,50", "1 200", "12.505", "1e3", ".5", "5.", "abc", "1234567890", "nan"})
    EXPECT_EQ(parse_price(bad), std::nullopt) << bad;
  EXPECT_EQ(why_not("part,price\na,1.5\nb,x\n").substr(0, 16), "prices.csv:3:3: ");
  EXPECT_EQ(why_not("part,price\na,1\na,2\n").substr(0, 16), "prices.csv:3:1: ");
  EXPECT_EQ(why_not("part,price,currency\na,1,EUR\nb,2,USD\n").substr(0, 16), "prices.csv:3:5: ");
  EXPECT_EQ(why_not("part,price,per\na,1,m\n").substr(0, 16), "prices.csv:2:5: ");
  EXPECT_NE(why_not("part,cost\na,1\n"), "read");
  EXPECT_NE(why_not(""), "read");
  EXPECT_NE(why_not("part,price\na,1,2\n"), "read");
  EXPECT_EQ(why_not("part,price\na,1\na,1.00\n"), "read");
}

}  // namespace
}  // namespace ferrule::api
