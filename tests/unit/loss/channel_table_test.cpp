#include "loss/channel_table.h"

#include <gtest/gtest.h>

namespace ferrule::loss {
namespace {

TEST(ChannelTable, EachMixIsComputedOnce) {
  ChannelTable table;
  const auto b = table.add(*JointLoss::lognormal({0.12, 0.25})), c = table.add(*JointLoss::lognormal({0.25, 0.50}));
  EXPECT_EQ(table.add(*JointLoss::lognormal({0.12, 0.25})), b);
  EXPECT_NE(b, c);
  const ChannelTable::Joint one[] = {b, c, c, b}, other[] = {c, c, b, b}, third[] = {b, b, b, b};
  const auto* first = &table.of(one);
  EXPECT_EQ(first, &table.of(other));
  EXPECT_NE(first, &table.of(third));
  EXPECT_EQ(first, &table.of(one));
  EXPECT_EQ(table.mixes(), 2u);
  EXPECT_NEAR(*(*first)->quantile_db(0.999), 1.494786, kQuantileBoundDb);
}

TEST(ChannelTable, RefusalsAreKeptToo) {
  ChannelTable table;
  EXPECT_FALSE(table.of({}));
  const auto lost = table.add(*JointLoss::fixed(60));
  const ChannelTable::Joint two[] = {lost, lost};
  EXPECT_FALSE(table.of(two));
  EXPECT_FALSE(table.of(two));
  EXPECT_EQ(table.mixes(), 2u);
}

}  // namespace
}  // namespace ferrule::loss
