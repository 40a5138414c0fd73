// Transitions, breakouts and conversions: facts/polarity.md sections 5.1 and 10, facts/mdi-lanes.md
// section 5.
#include <algorithm>
#include <set>

#include "compiled_in.h"

namespace ferrule::facts {
namespace {

// Left and right bore of each port, 1-based as written.
using Ports = std::vector<std::pair<int, int>>;

Ports ports_of(std::string_view name, std::string_view connector) {
  const Transition* transition = compiled_in().transition(name, connector);
  EXPECT_NE(transition, nullptr) << name << " on " << connector;
  Ports out;
  if (transition != nullptr)
    for (const TransitionPort& port : transition->ports) out.emplace_back(port.left + 1, port.right + 1);
  return out;
}

TEST(Transitions, PairFibresAsInPolaritySection51) {
  EXPECT_EQ(ports_of("consecutive", "MPO-12"), (Ports{{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}, {11, 12}}));
  EXPECT_EQ(ports_of("consecutive-flipped", "MPO-12"), (Ports{{11, 12}, {9, 10}, {7, 8}, {5, 6}, {3, 4}, {1, 2}}));
  EXPECT_EQ(ports_of("pair-swapped", "MPO-12"), (Ports{{2, 1}, {4, 3}, {6, 5}, {8, 7}, {10, 9}, {12, 11}}));
  EXPECT_EQ(ports_of("universal", "MPO-12"), (Ports{{1, 12}, {2, 11}, {3, 10}, {4, 9}, {5, 8}, {6, 7}}));
  EXPECT_EQ(ports_of("universal", "MPO-8"), (Ports{{1, 12}, {2, 11}, {3, 10}, {4, 9}}));
  EXPECT_EQ(ports_of("universal", "MPO-16"), (Ports{{1, 16}, {2, 15}, {3, 14}, {4, 13}, {5, 12}, {6, 11}, {7, 10}, {8, 9}}));
}

TEST(Transitions, UniversalOfTwoRowsDependsOnTheTrunk) {
  EXPECT_EQ(compiled_in().transition("universal", "MPO-24"), nullptr) << "the word does not decide";
  EXPECT_EQ(
      ports_of("universal-r", "MPO-24"),
      (Ports{{1, 24}, {2, 23}, {3, 22}, {4, 21}, {5, 20}, {6, 19}, {7, 18}, {8, 17}, {9, 16}, {10, 15}, {11, 14}, {12, 13}}));
  EXPECT_EQ(
      ports_of("universal-p", "MPO-24"),
      (Ports{{1, 12}, {2, 11}, {3, 10}, {4, 9}, {5, 8}, {6, 7}, {13, 24}, {14, 23}, {15, 22}, {16, 21}, {17, 20}, {18, 19}}));
}

TEST(Transitions, WhichBoreIsLeftOfAUniversalCassetteIsNotSure) {
  const Transition* universal = compiled_in().transition("universal", "MPO-12");
  EXPECT_EQ(universal->pairing, Confidence::kHigh);
  EXPECT_EQ(universal->sides, Confidence::kLow);
}

TEST(Transitions, UseEachPositionOnce) {
  for (const Transition& transition : compiled_in().transitions()) {
    const Connector* connector = compiled_in().connector(transition.connector);
    ASSERT_NE(connector, nullptr);
    std::set<int> used;
    for (const TransitionPort& port : transition.ports)
      for (int p : {port.left, port.right}) {
        EXPECT_TRUE(used.insert(p).second) << transition.name << " on " << transition.connector;
        EXPECT_TRUE(std::count(connector->populated.begin(), connector->populated.end(), p));
      }
  }
}

// Head position -> leg and leg position, 1-based; for legs of one head.
struct Wire {
  int head, leg, position;
};

void expect_wires(std::string_view breakout, const std::vector<Wire>& wires) {
  const ListedMap* map = compiled_in().breakout(breakout);
  ASSERT_NE(map, nullptr) << breakout;
  EXPECT_EQ(map->pairs.size(), wires.size()) << breakout;
  for (const Wire& wire : wires) {
    const auto found =
        std::find_if(map->pairs.begin(), map->pairs.end(), [&](const auto& p) { return p.a_position + 1 == wire.head; });
    ASSERT_NE(found, map->pairs.end()) << breakout << " " << wire.head;
    EXPECT_EQ(found->b_index + 1, wire.leg) << breakout << " " << wire.head;
    EXPECT_EQ(found->b_position + 1, wire.position) << breakout << " " << wire.head;
  }
}

constexpr int kToFarTransmit = 1,
              kToFarReceive = 2;  // bores L and R of the receptacle that a duplex leg enters

TEST(Breakouts, FourDuplexLegsOfAParallelPort) {
  expect_wires("port-4xLC", {{12, 1, kToFarReceive},
                             {11, 2, kToFarReceive},
                             {10, 3, kToFarReceive},
                             {9, 4, kToFarReceive},
                             {1, 1, kToFarTransmit},
                             {2, 2, kToFarTransmit},
                             {3, 3, kToFarTransmit},
                             {4, 4, kToFarTransmit}});
}

TEST(Breakouts, EightDuplexLegsOfSixteenFibres) {
  std::vector<Wire> wires;
  for (int k = 1; k <= 8; ++k) {
    wires.push_back({17 - k, k, kToFarReceive});
    wires.push_back({k, k, kToFarTransmit});
  }
  expect_wires("port-8xLC", wires);
}

TEST(Breakouts, TwoLegsOfTwoLanesEach) {
  expect_wires("splitter-2xMPO-12",
               {{12, 1, 1}, {11, 1, 2}, {1, 1, 12}, {2, 1, 11}, {10, 2, 1}, {9, 2, 2}, {3, 2, 12}, {4, 2, 11}});
}

TEST(Breakouts, SixteenFibresCrossToTwoPortsOfFourLanes) {
  expect_wires("cross-2xMPO-12", {{16, 1, 1},
                                  {15, 1, 2},
                                  {14, 1, 3},
                                  {13, 1, 4},
                                  {1, 1, 12},
                                  {2, 1, 11},
                                  {3, 1, 10},
                                  {4, 1, 9},
                                  {12, 2, 1},
                                  {11, 2, 2},
                                  {10, 2, 3},
                                  {9, 2, 4},
                                  {5, 2, 12},
                                  {6, 2, 11},
                                  {7, 2, 10},
                                  {8, 2, 9}});
}

TEST(Breakouts, FourLegsOfTwoLanesFromSixteenFibresTakeTheirPositions) {
  const ListedMap* map = compiled_in().breakout("splitter-4xMPO-12");
  ASSERT_NE(map, nullptr);
  for (int m = 1; m <= 4; ++m) {
    std::set<int> heads;
    for (const auto& pair : map->pairs)
      if (pair.b_index + 1 == m) heads.insert(pair.a_position + 1);
    EXPECT_EQ(heads, (std::set<int>{18 - 2 * m, 17 - 2 * m, 2 * m - 1, 2 * m})) << "leg " << m;
  }
}

TEST(Breakouts, NobodyHasPublishedThePinOutOfTheSplitter) {
  EXPECT_EQ(compiled_in().breakout("MFP7E20")->confidence, Confidence::kLow);
}

// The MPO-12 positions behind each leg, as j*100 + position.
std::set<int> behind(const ListedMap& map, int leg) {
  std::set<int> out;
  for (const auto& pair : map.pairs)
    if (pair.b_index + 1 == leg) out.insert((pair.a_index + 1) * 100 + pair.a_position + 1);
  return out;
}

TEST(Conversions, RegroupAsThePatternsOfPolaritySection106) {
  const ListedMap* p1 = compiled_in().conversion("2x12-3x8-P1");
  ASSERT_NE(p1, nullptr);
  EXPECT_EQ(behind(*p1, 1), (std::set<int>{101, 102, 103, 104, 105, 106, 107, 108}));
  EXPECT_EQ(behind(*p1, 2), (std::set<int>{109, 110, 111, 112, 201, 202, 203, 204}));
  EXPECT_EQ(behind(*p1, 3), (std::set<int>{205, 206, 207, 208, 209, 210, 211, 212}));
  const ListedMap* p2 = compiled_in().conversion("2x12-3x8-P2");
  ASSERT_NE(p2, nullptr);
  EXPECT_EQ(behind(*p2, 1), (std::set<int>{101, 102, 103, 104, 109, 110, 111, 112}));
  EXPECT_EQ(behind(*p2, 2), (std::set<int>{105, 106, 107, 108, 201, 202, 211, 212}));
  EXPECT_EQ(behind(*p2, 3), (std::set<int>{203, 204, 205, 206, 207, 208, 209, 210}));
  const ListedMap* p3 = compiled_in().conversion("24-3x8-P3");
  ASSERT_NE(p3, nullptr);
  EXPECT_EQ(behind(*p3, 1), (std::set<int>{101, 102, 103, 104, 121, 122, 123, 124}));
  EXPECT_EQ(behind(*p3, 2), (std::set<int>{105, 106, 107, 108, 117, 118, 119, 120}));
  EXPECT_EQ(behind(*p3, 3), (std::set<int>{109, 110, 111, 112, 113, 114, 115, 116}));
}

TEST(ListedMaps, StayInsideTheFacesTheyName) {
  for (const auto* maps : {&compiled_in().breakouts(), &compiled_in().conversions()})
    for (const ListedMap& map : *maps)
      for (const auto& pair : map.pairs) {
        const Connector *a = compiled_in().connector(map.a_connector), *b = compiled_in().connector(map.b_connector);
        ASSERT_TRUE(a != nullptr && b != nullptr) << map.name;
        EXPECT_TRUE(std::count(a->populated.begin(), a->populated.end(), pair.a_position)) << map.name;
        EXPECT_TRUE(std::count(b->populated.begin(), b->populated.end(), pair.b_position)) << map.name;
      }
}

}  // namespace
}  // namespace ferrule::facts
