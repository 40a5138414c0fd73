#include "place/price_book.h"

#include <gtest/gtest.h>

#include "books.h"

namespace ferrule::place {
namespace {

TEST(PriceBook, QuadChannelCablesOfPerseusAreAsPrinted) {
  const PriceBook book = shipped_book();
  const CablePrice& quad = book.prices[*book.cable("quad")];
  struct Row {
    std::int64_t millimetre, hundredths;
  };
  for (const auto& [millimetre, hundredths] : std::initializer_list<Row>{
           {2'000, 92'50},   // (2 x 16 + 40) x 1.25 + 2.50
           {2'001, 96'27},   // installed between racks from here on
           {4'600, 148'25},  // copper to the next rack
           {5'000, 156'25},
           {5'200, 508'75},   // optics
           {12'000, 551'25},  // 545.00 and 6.25 for installing it
           {6'100, 514'38},   // 514.375, half up
       })
    EXPECT_EQ(quad.of({millimetre}), Money{hundredths}) << millimetre;
  EXPECT_EQ(book.currency, "USD");
  EXPECT_FALSE(quad.longest());
}

TEST(PriceBook, StockCablesGoUpInSteps) {
  const PriceBook book = shipped_book("perseus-2011-stock");
  const CablePrice& quad = book.prices[*book.cable("quad")];
  EXPECT_EQ(quad.of({12'000}), Money{454'25});  // the 15 m one, and installing it
  EXPECT_EQ(quad.of({15'000}), Money{454'25});
  EXPECT_EQ(quad.of({15'001}), Money{471'25});
  EXPECT_EQ(quad.longest(), Length{100'000});
}

TEST(PriceBook, WhatIsNotSoldHasNoPrice) {
  const PriceBook book = shipped_book();
  const CablePrice& single = book.prices[*book.cable("single")];
  EXPECT_TRUE(single.of({5'000}));
  EXPECT_FALSE(single.of({5'001}));
  EXPECT_FALSE(single.of({-1}));
  EXPECT_FALSE(CablePrice({}).of({1}));
  EXPECT_FALSE(price_book({}, "perseus-2011"));
}

TEST(PriceBook, RowsMayStandInAnyOrder) {
  const CablePrice price({segment("thick", {}, 50, 1), segment("thick", Length{5'000}, 10, 3)});
  EXPECT_EQ(price.of({5'000}), Money{25'00});
  EXPECT_EQ(price.of({6'000}), Money{56'00});
}

TEST(PriceBook, AnotherCurrencyIsLeftOut) {
  facts::PriceSegment foreign = segment("thick", Length{1'000}, 1, 0);
  foreign.currency = "USD";
  const auto book = price_book({segment("thick", {}, 50, 1), foreign}, "plain");
  ASSERT_TRUE(book);
  EXPECT_EQ(book->prices[0].of({500}), Money{50'50});
}

TEST(PriceBook, APriceBeyondReasonIsNone) {
  EXPECT_EQ(CablePrice({segment("gold", {}, 10'000'000, 0)}).of({1}), kDearest);
  EXPECT_FALSE(CablePrice({segment("gold", {}, 10'000'001, 0)}).of({1}));
  EXPECT_FALSE(CablePrice({segment("gold", {}, 0, 1'000'000)}).of({1'000'000'000'000'000}));
}

TEST(Money, IsSpeltWithThousands) {
  EXPECT_EQ(spell(Money{415'938'56}), "415,938.56");
  EXPECT_EQ(spell(Money{5}), "0.05");
  EXPECT_EQ(spell(Money{-1'234'50}), "-1,234.50");
}

}  // namespace
}  // namespace ferrule::place
