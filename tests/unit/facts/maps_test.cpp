// Array cables and adapters: facts/polarity.md sections 4.2 and 12.
#include <numeric>

#include "compiled_in.h"

namespace ferrule::facts {
namespace {

using Map = std::vector<int>;

struct AdapterRow {
  std::string_view name;
  int rows, columns;
  std::string_view side1, side2;
};
const AdapterRow kAdapters[] = {
    {"A", 1, 12, "1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12"},
    {"B", 1, 12, "1 2 3 4 5 6 7 8 9 10 11 12", "12 11 10 9 8 7 6 5 4 3 2 1"},
    {"A", 1, 16, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
    {"B", 1, 16, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"},
    {"A", 2, 12, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
     "13 14 15 16 17 18 19 20 21 22 23 24 1 2 3 4 5 6 7 8 9 10 11 12"},
    {"B", 2, 12, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
     "12 11 10 9 8 7 6 5 4 3 2 1 24 23 22 21 20 19 18 17 16 15 14 13"},
    {"A", 2, 16, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
     "17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
    {"B", 2, 16, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
     "16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17"},
};

struct CableRow {
  std::string_view name;
  int rows, columns;
  std::string_view positions, side1, side2;
};
const CableRow kCables[] = {
    {"A", 1, 12, "8of12", "1 2 3 4 9 10 11 12", "1 2 3 4 9 10 11 12"},
    {"B", 1, 12, "8of12", "1 2 3 4 9 10 11 12", "12 11 10 9 4 3 2 1"},
    {"C", 1, 12, "8of12", "1 2 3 4 9 10 11 12", "2 1 4 3 10 9 12 11"},
    {"A", 1, 12, "12", "1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12"},
    {"B", 1, 12, "12", "1 2 3 4 5 6 7 8 9 10 11 12", "12 11 10 9 8 7 6 5 4 3 2 1"},
    {"C", 1, 12, "12", "1 2 3 4 5 6 7 8 9 10 11 12", "2 1 4 3 6 5 8 7 10 9 12 11"},
    {"A", 1, 16, "16", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
    {"B", 1, 16, "16", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"},
    {"C", 1, 16, "16", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15"},
    {"A", 2, 12, "24", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
     "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"},
    {"B24-R", 2, 12, "24", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
     "24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"},
    {"B24-P", 2, 12, "24", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
     "12 11 10 9 8 7 6 5 4 3 2 1 24 23 22 21 20 19 18 17 16 15 14 13"},
    {"C", 2, 12, "24", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
     "2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15 18 17 20 19 22 21 24 23"},
    {"A", 2, 16, "32", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
     "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32"},
    {"B32-R", 2, 16, "32", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
     "32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"},
    {"B32-P", 2, 16, "32", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
     "16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17"},
    {"C", 2, 16, "32", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
     "2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15 18 17 20 19 22 21 24 23 26 25 28 27 30 29 32 31"},
};

void expect_as_written(const Permutation& map, std::string_view side1, std::string_view side2) {
  const std::vector<int> from = positions(side1), to = positions(side2);
  ASSERT_EQ(from.size(), to.size());
  Map want(static_cast<std::size_t>(map.rows * map.columns), -1);
  for (std::size_t i = 0; i < from.size(); ++i) want[static_cast<std::size_t>(from[i])] = to[i];
  EXPECT_EQ(map.to, want);
}

const Map& cable(std::string_view name, int rows, int columns) {
  const Permutation* map = compiled_in().array_map(name, rows, columns);
  EXPECT_NE(map, nullptr) << name << " on " << rows << "x" << columns;
  static const Map kEmpty;
  return map == nullptr ? kEmpty : map->to;
}

const Map& adapter(std::string_view name, int rows, int columns) { return compiled_in().adapter_map(name, rows, columns)->to; }

Map compose(const Map& first, const Map& then) {
  Map out;
  for (int p : first) out.push_back(then[static_cast<std::size_t>(p)]);
  return out;
}

Map identity(std::size_t size) {
  Map out(size);
  std::iota(out.begin(), out.end(), 0);
  return out;
}

// Turning the key of one plug to the other side: p becomes N+1-p there.
Map key_turned(const Map& map) {
  Map out;
  for (int p : map) out.push_back(static_cast<int>(map.size()) - 1 - p);
  return out;
}

struct Shape {
  int rows, columns;
};
constexpr Shape kShapes[] = {{1, 12}, {1, 16}, {2, 12}, {2, 16}};

TEST(ArrayMaps, EveryCableOfPolaritySection42IsThere) {
  for (const CableRow& row : kCables) {
    SCOPED_TRACE(std::string(row.name) + " " + std::string(row.positions));
    const Permutation* map = compiled_in().array_map(row.name, row.rows, row.columns, row.positions);
    ASSERT_NE(map, nullptr);
    expect_as_written(*map, row.side1, row.side2);
  }
}

TEST(ArrayMaps, EveryAdapterOfPolaritySection42IsThere) {
  for (const AdapterRow& row : kAdapters) {
    SCOPED_TRACE(std::string(row.name));
    const Permutation* map = compiled_in().adapter_map(row.name, row.rows, row.columns);
    ASSERT_NE(map, nullptr);
    expect_as_written(*map, row.side1, row.side2);
  }
}

TEST(ArrayMaps, EveryMapIsItsOwnInverse) {
  for (const auto* maps : {&compiled_in().array_map_list(), &compiled_in().adapter_map_list(), &compiled_in().duplex_cords()})
    for (const Permutation& map : *maps)
      for (std::size_t p = 0; p < map.to.size(); ++p)
        if (map.to[p] >= 0) {
          EXPECT_EQ(map.to[static_cast<std::size_t>(map.to[p])], static_cast<int>(p)) << map.name;
        }
}

TEST(Adapters, TypeASwapsRowsAndKeepsColumns) {
  for (const Permutation& map : compiled_in().adapter_map_list()) {
    if (map.name != "A") continue;
    for (int r = 0; r < map.rows; ++r)
      for (int c = 0; c < map.columns; ++c)
        EXPECT_EQ(map.to[static_cast<std::size_t>(r * map.columns + c)], (map.rows - 1 - r) * map.columns + c);
  }
}

TEST(Adapters, TypeBKeepsRowsAndReversesColumns) {
  for (const Permutation& map : compiled_in().adapter_map_list()) {
    if (map.name != "B") continue;
    for (int r = 0; r < map.rows; ++r)
      for (int c = 0; c < map.columns; ++c)
        EXPECT_EQ(map.to[static_cast<std::size_t>(r * map.columns + c)], r * map.columns + map.columns - 1 - c);
  }
}

TEST(Adapters, TwoRowsMeetAsInPolaritySection12) {
  const Map &opposed = adapter("A", 2, 12), &aligned = adapter("B", 2, 12);
  EXPECT_EQ(opposed[0] + 1, 13);
  EXPECT_EQ(opposed[11] + 1, 24);
  EXPECT_EQ(opposed[12] + 1, 1);
  EXPECT_EQ(aligned[0] + 1, 12);
  EXPECT_EQ(aligned[11] + 1, 1);
  EXPECT_EQ(aligned[12] + 1, 24);
}

TEST(Compose, AnAdapterTwiceIsNoAdapter) {
  for (const auto [rows, columns] : kShapes)
    for (std::string_view name : {"A", "B"}) {
      const Map& map = adapter(name, rows, columns);
      EXPECT_EQ(compose(map, map), identity(map.size()));
    }
}

TEST(Compose, TypeBTwiceIsStraight) {
  for (const auto [rows, columns] : {Shape{1, 12}, {1, 16}}) {
    const Map& b = cable("B", rows, columns);
    EXPECT_EQ(compose(b, b), identity(b.size()));
  }
  for (std::string_view name : {"B24-R", "B24-P"}) EXPECT_EQ(compose(cable(name, 2, 12), cable(name, 2, 12)), identity(24));
}

TEST(Compose, TypeCTwiceIsStraight) {
  for (const auto [rows, columns] : kShapes) {
    const Map& c = cable("C", rows, columns);
    EXPECT_EQ(compose(c, c), identity(c.size()));
  }
}

TEST(Compose, TypeBAndTypeCMayChangePlaces) {
  struct Row {
    std::string_view b;
    Shape shape;
  };
  for (const Row& row : {Row{"B", {1, 12}}, {"B", {1, 16}}, {"B24-R", {2, 12}}}) {
    const Map &b = cable(row.b, row.shape.rows, row.shape.columns), &c = cable("C", row.shape.rows, row.shape.columns);
    EXPECT_EQ(compose(b, c), compose(c, b)) << row.b;
  }
}

TEST(Compose, TurningOneKeyOfTypeAGivesTypeB) { EXPECT_EQ(key_turned(cable("A", 1, 12)), cable("B", 1, 12)); }

TEST(Compose, TurningOneKeyOfTwoRowsGivesFullReversal) {
  EXPECT_EQ(key_turned(cable("A", 2, 12)), cable("B24-R", 2, 12));
  EXPECT_NE(key_turned(cable("A", 2, 12)), cable("B24-P", 2, 12));
}

TEST(ArrayMaps, TypeBOverTwoRowsNamesTwoProductsAndNeitherAlone) {
  EXPECT_EQ(compiled_in().array_maps("Type B", 2, 12).size(), 2u);
  EXPECT_EQ(compiled_in().array_map("B", 2, 12), nullptr);
  EXPECT_TRUE(compiled_in().array_map("b24-r", 2, 12)->disputed);
}

TEST(ArrayMaps, NamesFoldCaseAndSayTypeOrNot) {
  for (std::string_view name : {"B", "b", "Type B", "type-b", "TYPE B cable"})
    EXPECT_EQ(compiled_in().array_map(name, 1, 12), compiled_in().array_map("B", 1, 12)) << name;
  for (std::string_view name : {"A", "Type A", "type a adapter", "opposed", "KUKD", "key-up/key-down"})
    EXPECT_EQ(compiled_in().adapter_map(name, 1, 12), compiled_in().adapter_map("A", 1, 12)) << name;
}

TEST(DuplexCords, AToBChangesTheBoreAndAToAKeepsIt) {
  EXPECT_EQ(compiled_in().duplex_cord("A-to-B")->to, (Map{1, 0}));
  EXPECT_EQ(compiled_in().duplex_cord("a to a")->to, (Map{0, 1}));
}

TEST(Methods, NameTheirPartsAsInPolaritySection52) {
  struct Row {
    std::string_view method, trunk, adapter, near, far, near_cord, far_cord;
  };
  for (const Row& row : {Row{"A", "A", "A", "consecutive", "consecutive", "A-to-B", "A-to-A"},
                         {"B", "B", "B", "consecutive", "consecutive-flipped", "A-to-B", "A-to-B"},
                         {"C", "C", "A", "consecutive", "consecutive", "A-to-B", "A-to-B"},
                         {"U1", "B", "A", "universal", "universal", "A-to-B", "A-to-B"},
                         {"U2", "B", "B", "universal", "universal", "A-to-B", "A-to-B"}}) {
    const Method* method = compiled_in().method("Method " + std::string(row.method));
    ASSERT_NE(method, nullptr) << row.method;
    EXPECT_EQ(method->trunk, row.trunk);
    EXPECT_EQ(method->adapter, row.adapter);
    EXPECT_EQ(method->near_transition, row.near);
    EXPECT_EQ(method->far_transition, row.far);
    EXPECT_EQ(method->near_cord, row.near_cord);
    EXPECT_EQ(method->far_cord, row.far_cord);
  }
}

}  // namespace
}  // namespace ferrule::facts
