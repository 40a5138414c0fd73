#include "plant/builder.h"

#include <gtest/gtest.h>

#include "plant/trace.h"
#include "support/build_plant.h"

namespace ferrule::plant {
namespace {

using test::array_cable;
using test::type_of;

class BuilderRefuses : public testing::Test {
 protected:
  Builder builder;
  std::uint32_t cable = builder.add_type(type_of(array_cable("B", "MPO-12")));
  std::uint32_t c1 = builder.add_asset(cable, "C1", {1000}, {}), c2 = builder.add_asset(cable, "C2", {2000}, {}),
                c3 = builder.add_asset(cable, "C3", {3000}, {});
};

TEST_F(BuilderRefuses, ASecondMatingOfAConnector) {
  const std::uint32_t a = builder.connector(c1, 1), b = builder.connector(c2, 0), c = builder.connector(c3, 0);
  EXPECT_TRUE(builder.mate(a, b, Joint::kOpposed));
  EXPECT_FALSE(builder.mate(a, c, Joint::kOpposed));
  EXPECT_FALSE(builder.mate(c, b, Joint::kAligned));
  EXPECT_FALSE(builder.mate(a, b, Joint::kAligned));
  EXPECT_FALSE(builder.mated(c));
  const Plant plant = std::move(builder).finish();
  EXPECT_EQ(plant.connectors[a].mate, b);
  EXPECT_EQ(plant.connectors[b].mate, a);
  EXPECT_EQ(plant.connectors[a].joint(), Joint::kOpposed);  // as first said
  EXPECT_EQ(plant.connectors[b].joint(), Joint::kOpposed);
  EXPECT_EQ(plant.connectors[c].mate, kNone);
}

TEST_F(BuilderRefuses, AConnectorMatedWithItself) {
  EXPECT_FALSE(builder.mate(builder.connector(c1), builder.connector(c1), Joint::kOpposed));
  EXPECT_FALSE(builder.mated(builder.connector(c1)));
}

TEST_F(BuilderRefuses, AMatingWithoutAJoint) {
  EXPECT_FALSE(builder.mate(builder.connector(c1), builder.connector(c2), Joint::kNone));
  EXPECT_FALSE(builder.mated(builder.connector(c1)));
}

TEST_F(BuilderRefuses, NothingElse) {
  EXPECT_TRUE(builder.mate(builder.connector(c1, 0), builder.connector(c1, 1), Joint::kOpposed));  // a cord into itself: a loop
  EXPECT_TRUE(builder.mate(builder.connector(c2), builder.connector(c3), Joint::kUnstated));
}

TEST(Builder, LaysAssetsConnectorsAndFacesSideBySide) {
  Builder builder;
  const std::uint32_t cable = builder.add_type(type_of(array_cable("A", "MPO-12", {}, 2)));
  const std::uint32_t port = builder.add_type(type_of(test::twin_dr4()));
  const std::uint32_t t1 = builder.add_asset(cable, "T1", {30'000}, {}), dev = builder.add_asset(port, "", {}, {});
  const Plant plant = std::move(builder).finish();
  EXPECT_EQ(plant.asset_count(), 2u);
  EXPECT_EQ(plant.connectors.size(), 6u);
  EXPECT_EQ(plant.asset_first, (std::vector<std::uint32_t>{0, 4, 6}));
  EXPECT_EQ(plant.type_first_face, (std::vector<std::uint32_t>{0, 4}));
  EXPECT_EQ(plant.face_of(3).name, "b2");
  EXPECT_EQ(plant.face_of(5).name, "2");
  EXPECT_EQ(plant.connectors[3].asset, t1);
  EXPECT_EQ(plant.connectors[3].length_mm, 30'000u);
  EXPECT_EQ(&plant.asset_type(dev), &plant.types[port]);
  EXPECT_TRUE(plant.terminal(plant.connectors[4].face()));
  EXPECT_FALSE(plant.terminal(plant.connectors[0].face()));
  EXPECT_EQ(plant.asset_spelled(t1), "T1");
  EXPECT_EQ(plant.spelled(2), "T1/b1");
  EXPECT_EQ(plant.asset_spelled(dev), "part 2");
}

TEST(Builder, AnEmptyPlantIsAPlant) {
  const Plant plant = Builder().finish();
  EXPECT_EQ(plant.asset_count(), 0u);
  EXPECT_EQ(plant.link_count(), 0u);
}

TEST(Builder, KeepsBundlesWithTheLinkAddedLast) {
  Builder builder;
  builder.add_link("L1", {});
  builder.add_bundle({1, 2, 3, 4});
  builder.add_bundle({5, 6, 7, 8});
  builder.add_link("L2", {});
  builder.add_link("L3", {});
  builder.add_bundle({9, 10, kNone, kNone});
  const Plant plant = std::move(builder).finish();
  ASSERT_EQ(plant.link_count(), 3u);
  EXPECT_EQ(plant.link_name(0), "L1");
  EXPECT_EQ(plant.link_name(2), "L3");
  EXPECT_EQ(plant.links[1].first_bundle - plant.links[0].first_bundle, 2u);
  EXPECT_EQ(plant.links[2].first_bundle - plant.links[1].first_bundle, 0u);
  EXPECT_EQ(plant.links[3].first_bundle - plant.links[2].first_bundle, 1u);
}

// facts/mdi-lanes.md 2: Rx k at k, Tx k at 13-k; lanes and positions count from 0 here.
TEST(LaneSets, HoldTheLanesAskedFor) {
  Builder builder;
  builder.add_type(type_of(test::sr4()));
  const std::optional<std::uint32_t> all = builder.lane_set(0), half = builder.lane_set(0, 2, 2),
                                     hears = builder.lane_set(0, 0, 0, true);
  ASSERT_TRUE(all && half && hears);
  EXPECT_EQ(builder.lane_set(0, 2, 2), half);
  const std::vector<LaneSet>& sets = builder.plant().lane_sets;
  EXPECT_EQ(sets[*all].fibres.size(), 8u);
  EXPECT_TRUE(sets[*all].whole);
  EXPECT_FALSE(sets[*half].whole);
  EXPECT_EQ(sets[*half].first_lane, 2);
  EXPECT_EQ(sets[*half].lanes, 2);
  ASSERT_EQ(sets[*half].fibres.size(), 4u);
  for (const LaneSet::Fibre& fibre : sets[*half].fibres) {
    EXPECT_EQ(fibre.position, fibre.function == Function::kReceive ? fibre.number + 2 : 9 - fibre.number);
    EXPECT_LT(fibre.number, 2);
  }
  EXPECT_EQ(sets[*hears].fibres.size(), 4u);
  EXPECT_TRUE(sets[*hears].one_way);
}

TEST(LaneSets, RefuseLanesThatThePortDoesNotHave) {
  Builder builder;
  builder.add_type(type_of(test::sr4()));
  builder.add_type(type_of(array_cable("A", "MPO-12")));
  ASSERT_TRUE(builder.lane_set(0, 0, 0));
  ASSERT_TRUE(builder.lane_set(0, 3, 1));
  for (const auto& [first, count] :
       {std::pair{4, 1}, {0, 5}, {3, 2}, {-1, 2}, {4, 0}, {5, 0}, {0, -1}, {0, 256}, {256, 0}, {259, 1}, {3, 257}})
    EXPECT_FALSE(builder.lane_set(0, first, count)) << first << " " << count;
  EXPECT_FALSE(builder.lane_set(1)) << "a cord has no lanes";
}

TEST(Retype, ChangesTheMapAndNothingElse) {
  Builder builder;
  const std::uint32_t b = builder.add_type(type_of(array_cable("B", "MPO-12"))),
                      a = builder.add_type(type_of(array_cable("A", "MPO-12"))),
                      legs = builder.add_type(type_of(array_cable("A", "MPO-12", {}, 2)));
  const std::uint32_t c1 = builder.add_asset(b, "C1", {1000}, {}), c2 = builder.add_asset(b, "C2", {1000}, {});
  ASSERT_TRUE(builder.mate(builder.connector(c1, 1), builder.connector(c2, 0), Joint::kAligned));
  Plant plant = std::move(builder).finish();
  EXPECT_EQ(trace(plant, {1, 0}).end(), (FibreEnd{3, 0}));  // 1 -> 12 by the adapter -> 1 by the cord
  EXPECT_FALSE(retype(plant, c2, legs));
  EXPECT_TRUE(retype(plant, c2, a));
  EXPECT_EQ(trace(plant, {1, 0}).end(), (FibreEnd{3, 11}));
  EXPECT_EQ(plant.connectors[2].mate, 1u);
  EXPECT_EQ(plant.connectors[2].joint(), Joint::kAligned);
  EXPECT_EQ(plant.type_of(0).name, plant.types[b].name);
}

}  // namespace
}  // namespace ferrule::plant
