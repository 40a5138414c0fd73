// Where the ends of a cable are, as far as its plugs say it, and which of many short cables a finding speaks of.
#include "check/standing.h"

#include <gtest/gtest.h>

#include "check/shortage.h"
#include "reading/read_text.h"

namespace ferrule::check {
namespace {

std::string name_of(const plant::Plant& plant, const CableEnd& end) {
  if (end.rack == plant::kNone) return "?";
  return plant.racks[end.rack].name + "/" + (end.node == plant::kNone ? "?" : plant.nodes[end.node].name);
}

TEST(Standing, TheEndsOfACableAreWhereAllOfTheirPlugsAre) {
  const lang::Read read = lang::read_text(
      "ferrule: 1\n"
      "parts:\n"
      "  c: {kind: cord, fibre: OM4, polarity: B, ends: {connector: MPO-12, gender: unpinned, polish: PC}}\n"
      "  h: {kind: breakout, fibre: OM4, head: {connector: MPO-12, gender: unpinned, polish: PC}, "
      "leg: {connector: LC-duplex, count: 4}, wiring: port}\n"
      "racks: {A: {}, B: {}}\n"
      "equipment:\n"
      "  a: {rack: A, ports: {\"p[1-9]\": 100GBASE-SR4}}\n"
      "  b: {rack: B, ports: {\"p[1-9]\": 100GBASE-SR4, \"q[1-9]\": 10GBASE-SR}}\n"
      "  b2: {rack: B, ports: {\"q[1-9]\": 10GBASE-SR}}\n"
      "  n: {ports: {\"p[1-9]\": 100GBASE-SR4, \"q[1-9]\": 10GBASE-SR}}\n"
      "cables:\n"
      "  - {id: both, part: c, a: a/p1, b: b/p1}\n"
      "  - {id: no-rack, part: c, a: a/p2, b: n/p1}\n"
      "  - {id: loose, part: c, b: a/p3}\n"
      "  - {id: one, part: h, head: a/p4, legs: \"b/q[1-4]\"}\n"
      "  - {id: two, part: h, head: a/p5, legs: [b/q5, b2/q6, n/q7, n/q8]}\n"
      "  - {id: within, part: c, a: a/p6, b: a/p7}\n");
  ASSERT_EQ(read.said(), "");
  const plant::Plant& plant = read.plant();
  const Standing standing(plant);
  std::string out;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    if (plant.run_of(asset) != nullptr) continue;
    const Standing::Ends ends = standing.ends_of(plant, asset);
    out += plant.asset_spelled(asset) + " " + name_of(plant, ends.a) + " " + name_of(plant, ends.b) + "\n";
  }
  EXPECT_EQ(out, "both A/a B/b\nno-rack A/a ?\nloose ? A/a\none A/a B/b\ntwo A/a B/?\nwithin A/a A/a\n");
}

TEST(Standing, WithinARackTheUnitsBetweenCount) {
  struct Row {
    int unit, height, other, other_height;
    std::optional<Length> apart;
  };
  for (const auto& [unit, height, other, other_height, apart] : std::initializer_list<Row>{
           {1, 1, 2, 1, Length{0}},
           {1, 1, 3, 1, Length{44}},
           {2, 2, 42, 1, Length{1689}},
           {42, 1, 2, 2, Length{1689}},
           {5, 4, 6, 1, Length{0}},  // one in the other: another rule speaks of that
           {0, 1, 6, 1, std::nullopt},
           {1, 1, 49, 1, std::nullopt},
       }) {
    plant::Rack rack;
    rack.units = 48;
    plant::Node one, two;
    one.unit = unit;
    one.height = height;
    two.unit = other;
    two.height = other_height;
    EXPECT_EQ(distance_in_rack(one, two, rack), apart) << unit << " and " << other;
  }
}

TEST(Standing, BetweenRacksTheLineGoesFromUnitToUnit) {
  const auto rack_at = [](std::int64_t x, std::int64_t y, std::string hall = "") {
    plant::Rack rack;
    rack.placed = true;
    rack.x = Length{x};
    rack.y = Length{y};
    rack.units = 48;
    rack.hall = std::move(hall);
    return rack;
  };
  struct Row {
    plant::Rack rack;
    int unit;
    std::int64_t apart, nearer_apart;  // of the first unit in a rack at [0 m, 0 m] of hall H; with 0.6 m less of the floor
  };
  plant::Node one;
  one.unit = 1;
  for (const auto& [rack, unit, apart, nearer_apart] : std::initializer_list<Row>{
           {rack_at(600, 0, "H"), 1, 600, 600},
           {rack_at(600, 0, "H"), 2, 600, 600},      // they touch
           {rack_at(600, 0, "H"), 48, 2130, 2044},   // 46 units between
           {rack_at(0, 2400, "H"), 48, 3152, 2723},  // over an aisle
           {rack_at(0, -2400, "H"), 48, 3152, 2723},
           {rack_at(3000, 4000, "H"), 48, 5401, 5000},
           {rack_at(600, 0, "H"), 0, 600, 600},   // nobody stated it
           {rack_at(600, 0, "H"), 49, 600, 600},  // a unit that the rack does not have
           {rack_at(600, 0, "G"), 48, 600, 600},  // a storey higher, perhaps
       }) {
    plant::Node other;
    other.unit = unit;
    const plant::Rack first = rack_at(0, 0, "H");
    EXPECT_EQ(distance_between({one, first}, {other, rack}, {}), Length{apart}) << unit;
    EXPECT_EQ(distance_between({other, rack}, {one, first}, Length{600}), Length{nearer_apart}) << unit;
  }
  const plant::Rack nowhere;
  EXPECT_EQ(distance_between({one, nowhere}, {one, rack_at(0, 0)}, {}), std::nullopt);
}

TEST(Shortage, SpeaksOfTheCableThatLacksMostAndOrdersForAll) {
  Shortage cables;
  cables.add(3, {30'000}, {32'000}, {34'000});
  cables.add(5, {10'000}, {15'000}, {17'000});
  cables.add(8, {20'000}, {25'000}, {27'000});
  EXPECT_EQ(cables.worst(), 5u);
  EXPECT_EQ(cables.length(), Length{10'000});
  EXPECT_EQ(cables.least(), Length{15'000});
  EXPECT_EQ(cables.needed(), Length{34'000});
  EXPECT_EQ(cables.cables(), (std::vector<std::uint32_t>{5, 3, 8}));
}

}  // namespace
}  // namespace ferrule::check
