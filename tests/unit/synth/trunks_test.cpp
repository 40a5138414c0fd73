#include "synth/trunks.h"

#include <numeric>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::synth {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr int kPanel = 1000;  // wide enough not to matter

int sum(const std::vector<int>& sizes) { return std::accumulate(sizes.begin(), sizes.end(), 0); }

TEST(Trunks, NoLegStaysDarkWhereSizesAddUp) {
  EXPECT_THAT(choose_trunks(32, {8, 12}, kPanel), ElementsAre(12, 12, 8));
  EXPECT_THAT(choose_trunks(24, {8, 12}, kPanel), ElementsAre(12, 12));
  EXPECT_THAT(choose_trunks(8, {8, 12}, kPanel), ElementsAre(8));
}

TEST(Trunks, OtherwiseAsFewAsCanBe) {
  EXPECT_THAT(choose_trunks(5, {8, 12}, kPanel), ElementsAre(8));
  EXPECT_THAT(choose_trunks(9, {8, 12}, kPanel), ElementsAre(12));
}

TEST(Trunks, NothingOfNothing) {
  EXPECT_THAT(choose_trunks(0, {8}, kPanel), IsEmpty());
  EXPECT_THAT(choose_trunks(5, {}, kPanel), IsEmpty());
  EXPECT_THAT(choose_trunks(5, {0, -3}, kPanel), IsEmpty());
}

// Against every way to make up a bundle of few.
TEST(Trunks, AgreesWithSearchingAll) {
  const std::vector<int> sizes{3, 4, 9};
  for (int legs = 1; legs <= 40; ++legs) {
    int least = 1000, fewest = 1000;
    for (int a = 0; a <= 14; ++a)
      for (int b = 0; b <= 11; ++b)
        for (int c = 0; c <= 6; ++c) {
          const int all = 3 * a + 4 * b + 9 * c;
          if (all < legs || all > least) continue;
          if (all < least) fewest = 1000;
          least = all;
          fewest = std::min(fewest, a + b + c);
        }
    const std::vector<int> chosen = choose_trunks(legs, sizes, kPanel);
    EXPECT_EQ(sum(chosen), least) << legs;
    EXPECT_EQ(static_cast<int>(chosen.size()), fewest) << legs;
  }
}

TEST(Trunks, PanelsCountToo) {
  // 128 legs in panels of 64: five trunks of 24 and one of 8 would need three panels at each end.
  EXPECT_THAT(choose_trunks(128, {8, 12, 16, 24}, 64), testing::Each(16));
  EXPECT_EQ(panels_for({24, 24, 24, 24, 24, 8}, 64), 3);
  EXPECT_THAT(choose_trunks(24, {8, 24}, 16), testing::Each(8));  // a trunk lies in one panel
}

TEST(Trunks, AHugeBundleIsQuick) { EXPECT_EQ(sum(choose_trunks(1'000'000, {8, 12, 24}, kPanel)), 1'000'000); }

// 8 and 12 plugs cost the same: the larger one carries what the smaller one would, and a third of a second.
TEST(Trunks, TheCheapestMayLeaveLegsDark) {
  const TrunkCost flat = [](int size) { return size == 12 || size == 8 ? 500 : 300; };
  EXPECT_THAT(cheapest_trunks(16, {4, 8, 12}, kPanel, flat), ElementsAre(12, 4));
  EXPECT_THAT(cheapest_trunks(11, {4, 8, 12}, kPanel, flat), ElementsAre(12));
}

TEST(Trunks, WhatHasNoPriceIsNotBought) {
  const TrunkCost of_two = [](int size) { return size == 2 ? std::optional<std::int64_t>(10) : std::nullopt; };
  EXPECT_THAT(cheapest_trunks(5, {2, 4}, kPanel, of_two), ElementsAre(2, 2, 2));
  EXPECT_THAT(cheapest_trunks(5, {4}, kPanel, of_two), IsEmpty());
  EXPECT_THAT(cheapest_trunks(5, {4}, 3, [](int) { return 10; }), IsEmpty()) << "no panel holds it";
}

TEST(Trunks, TheCheapestAgreesWithSearchingAll) {
  const std::vector<int> sizes{3, 4, 9};
  const auto cost = [](int size) { return size == 3 ? 31 : size == 4 ? 43 : 90; };
  for (int legs = 1; legs <= 40; ++legs) {
    int least = 100'000;
    for (int a = 0; a <= 14; ++a)
      for (int b = 0; b <= 11; ++b)
        for (int c = 0; c <= 5; ++c)
          if (3 * a + 4 * b + 9 * c >= legs) least = std::min(least, 31 * a + 43 * b + 90 * c);
    int found = 0;
    for (const int size : cheapest_trunks(legs, sizes, kPanel, cost)) found += cost(size);
    EXPECT_EQ(found, least) << legs;
  }
}

}  // namespace
}  // namespace ferrule::synth
