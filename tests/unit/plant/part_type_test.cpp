#include "plant/part_type.h"

#include <gtest/gtest.h>

#include "support/build_plant.h"

namespace ferrule::plant {
namespace {

// Two faces of 8 of 12.
PartType two_faces() {
  PartType type;
  for (const char* name : {"a", "b"}) {
    TypeFace face;
    face.name = name;
    face.face.columns = 12;
    for (std::size_t p : {0, 1, 2, 3, 8, 9, 10, 11}) face.face.populated.set(p);
    type.faces.push_back(face);
  }
  type.lay_out_map();
  return type;
}

TEST(PartType, StartsWithNoFibre) {
  const PartType type = two_faces();
  EXPECT_EQ(type.far.size(), 24u);
  EXPECT_FALSE(type.far_of(0, 0).known());
  EXPECT_FALSE(type.far_of(1, 11).known());
  EXPECT_TRUE(type.is_involution());
}

TEST(PartType, ConnectsBothWays) {
  PartType type = two_faces();
  EXPECT_TRUE(type.connect({0, 0}, {1, 11}));
  EXPECT_EQ(type.far_of(0, 0), (FarEnd{1, 11}));
  EXPECT_EQ(type.far_of(1, 11), (FarEnd{0, 0}));
  EXPECT_TRUE(type.connect({0, 1}, {0, 2}));  // a loopback within a face
  EXPECT_TRUE(type.is_involution());
}

TEST(PartType, RefusesAFibreThatCannotBe) {
  PartType type = two_faces();
  ASSERT_TRUE(type.connect({0, 0}, {1, 0}));
  const std::vector<FarEnd> before = type.far;
  EXPECT_FALSE(type.connect({0, 0}, {1, 1})) << "near end taken";
  EXPECT_FALSE(type.connect({0, 1}, {1, 0})) << "far end taken";
  EXPECT_FALSE(type.connect({0, 4}, {1, 1})) << "hole 5 is empty";
  EXPECT_FALSE(type.connect({0, 1}, {1, 7})) << "hole 8 is empty";
  EXPECT_FALSE(type.connect({0, 12}, {1, 1})) << "no hole 13";
  EXPECT_FALSE(type.connect({2, 0}, {1, 1})) << "no third face";
  EXPECT_FALSE(type.connect({1, 3}, {1, 3})) << "a fibre has two ends";
  EXPECT_EQ(type.far, before);
}

TEST(PartType, KnowsAMapThatIsNotItsOwnInverse) {
  PartType type = two_faces();
  ASSERT_TRUE(type.connect({0, 0}, {1, 0}));
  type.far[type.first[1]] = {0, 1};
  EXPECT_FALSE(type.is_involution());
  type.far[type.first[1]] = FarEnd{};
  EXPECT_FALSE(type.is_involution());
}

// facts/polarity.md 11, point 3: every part that is not a tap.
TEST(PartType, EveryPartOfTheShopIsItsOwnInverse) {
  using namespace test;
  for (const Sort& sort : {array_cable("A", "MPO-12"),
                           array_cable("B", "MPO-8"),
                           array_cable("C", "MPO-16"),
                           array_cable("B24-R", "MPO-24"),
                           array_cable("B24-P", "MPO-20"),
                           array_cable("B32-R", "MPO-32"),
                           array_cable("B32-P", "MPO-32"),
                           array_cable("B", "MPO-12", "MPO-8"),
                           array_cable("C", "MPO-12", {}, 4),
                           duplex_cord("A-to-B"),
                           duplex_cord("A-to-A"),
                           simplex_cord(),
                           breakout("port", "MPO-8", 4),
                           breakout("port", "MPO-16", 8),
                           breakout("consecutive", "MPO-12", 6),
                           breakout("universal", "MPO-24", 12),
                           conversion("2x12-to-24"),
                           conversion("P1"),
                           conversion("P2", true),
                           conversion("P3"),
                           conversion("12-to-2x2 crossing"),
                           conversion("16-to-2x8 crossing"),
                           conversion("16-to-2x8 straight"),
                           conversion("16-to-4x2 crossing"),
                           cassette("flipped", "MPO-12", 6),
                           cassette("universal by row", "MPO-24", 12),
                           cassette("consecutive", "MPO-12", 6, 2),
                           loopback("MPO-12"),
                           loopback("LC-duplex")})
    EXPECT_TRUE(type_of(sort).is_involution()) << sort.name;
}

}  // namespace
}  // namespace ferrule::plant
