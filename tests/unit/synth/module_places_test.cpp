// Modules that take several plugs of a trunk each: sizes of trunks in places of a panel, and which connectors the plugs go into.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "synth/laid_trunks.h"
#include "synth/panels.h"
#include "synth/part_names.h"

namespace ferrule::synth {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Recipe of_modules(int rears) {
  Recipe recipe;
  recipe.trunk = "{kind: trunk, legs: {legs}}";
  recipe.panel = "{kind: cassette}";
  recipe.connector = "MPO-12";
  recipe.cassettes = true;
  recipe.rears = rears;
  recipe.conversion = "2x12-3x8-P2";
  return recipe;
}

TEST(ModulePlaces, TrunksAreCountedInModules) {
  CablingWish wish;
  wish.trunk_legs = {1, 2, 3, 4, 6, 8, 12};
  wish.panel_cassettes = 4;
  EXPECT_THAT(trunk_places(of_modules(2), wish), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(trunk_places(of_modules(1), wish), ElementsAre(1, 2, 3, 4));
  wish.trunk_legs = {1, 3};
  EXPECT_THAT(trunk_places(of_modules(2), wish), IsEmpty());
}

TEST(ModulePlaces, ATrunkHasAPlugForEachRearConnector) {
  std::vector<PlanPart> parts;
  PartNames names(parts, {});
  EXPECT_EQ(parts[names.trunk(of_modules(2), 3)].name, "trunk-6xMPO-12");
  EXPECT_EQ(trunk_of(of_modules(2), 3), "{kind: trunk, legs: 6}");
  EXPECT_EQ(parts[names.panel(of_modules(2), 32)].name, "conversion");
}

TEST(ModulePlaces, EachPlugIsNamed) {
  Plan plan;
  plan.panels.push_back({"P1", {}, 0, 4, 4});
  Hall hall;
  const std::vector<std::string> phases;
  diag::Findings findings;
  const Panels panels(hall, plan, phases, findings);
  EXPECT_EQ(panels.rear({0, 1, true}, 2, 2), "P1/[1,1,2,2]/rear[1,2,1,2]");
  EXPECT_EQ(panels.rear({0, 3, true}, 1, 2), "P1/3/rear[1-2]");
  EXPECT_EQ(panels.rear({0, 3, true}, 2, 1), "P1/[3-4]/rear");
}

// Seven links of three to a module light three modules, the last in part.
TEST(ModulePlaces, PlugsOfAModuleInPartAreLit) {
  EXPECT_EQ(plugs_lit(7, 3, 2), 6);
  EXPECT_EQ(plugs_lit(6, 3, 2), 4);
  EXPECT_EQ(plugs_lit(0, 3, 2), 0);
  EXPECT_EQ(plugs_lit(7, 6, 1), 2);
}

}  // namespace
}  // namespace ferrule::synth
