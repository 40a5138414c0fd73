#include "synth/laid_trunks.h"

#include <gtest/gtest.h>

namespace ferrule::synth {
namespace {

LaidTrunk laid(int legs, int links) {
  LaidTrunk trunk;
  trunk.legs = legs;
  trunk.links = links;
  return trunk;
}

TEST(LaidTrunks, DarkLegsAreTaken) {
  EXPECT_EQ(links_that_fit({laid(12, 8)}, 10, 1, 0), 4);
  EXPECT_EQ(links_that_fit({laid(12, 8), laid(4, 0)}, 10, 1, 0), 8);
  EXPECT_EQ(links_that_fit({laid(12, 8)}, 2, 1, 0), 2);
  EXPECT_EQ(links_that_fit({laid(12, 12)}, 2, 1, 0), 0);
  EXPECT_EQ(links_that_fit({}, 2, 1, 0), 0);
}

TEST(LaidTrunks, ALegOfCassettesHasSeveralPlaces) { EXPECT_EQ(links_that_fit({laid(2, 7)}, 10, 6, 0), 5); }

// 8 links with half as many spare ones fill 12 legs: of 16 only two more links may be had, since 10 ask for 5 spare legs.
TEST(LaidTrunks, SpareLegsStayDark) {
  EXPECT_EQ(links_that_fit({laid(12, 8)}, 10, 1, 50), 0);
  EXPECT_EQ(links_that_fit({laid(16, 8)}, 10, 1, 50), 2);
}

TEST(LaidTrunks, AreFoundFromEitherRackByTheirParts) {
  Recipe recipe;
  recipe.trunk = "t";
  recipe.panel = "p";
  EXPECT_EQ(LaidTrunks::key(1, 2, recipe, 32), LaidTrunks::key(2, 1, recipe, 32));
  EXPECT_NE(LaidTrunks::key(1, 2, recipe, 32), LaidTrunks::key(1, 3, recipe, 32));
  Recipe other = recipe;
  other.trunk = "u";
  EXPECT_NE(LaidTrunks::key(1, 2, recipe, 32), LaidTrunks::key(1, 2, other, 32));
}

}  // namespace
}  // namespace ferrule::synth
