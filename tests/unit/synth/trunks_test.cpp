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

}  // namespace
}  // namespace ferrule::synth
