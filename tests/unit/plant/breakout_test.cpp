// Breakouts, harnesses and conversions: facts/polarity.md 10 and facts/mdi-lanes.md 5.
#include <set>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "plant/trace.h"
#include "support/agree.h"

namespace ferrule::test {
namespace {

// "Rx1", "Tx2" or "dark" of whatever port light sent out at this position reaches, with the port's name before it: "r1 Rx1".
std::string reached(const PlainPlant& plain, const Built& built, std::string_view port, int position) {
  const plant::Path path =
      plant::trace(built.plant, {built.connector(plain.plug(port)), static_cast<std::uint16_t>(position - 1)});
  if (path.ending != plant::Ending::kPort) return std::string(plant::spell(path.ending));
  const std::string name = plain.spelled(built.plug(path.end().connector));
  const std::uint16_t face = built.plant.face_info(path.end().connector).index;
  for (const plant::Lane& lane : built.plant.type_of(path.end().connector).lanes)
    if (lane.face == face && lane.position == path.end().position)
      return fmt::format("{} {}{}", name, lane.function == plant::Function::kReceive ? "Rx" : "Tx", lane.number + 1);
  return name + " dark";
}

// A port, what lies between (may be empty), a harness and a port on each leg: r1, r2, ...
PlainPlant harness(const Sort& optic, const std::vector<std::pair<std::string, Meeting>>& before, const Sort& part,
                   const Sort& remote) {
  PlainPlant plain;
  plain.put("dev", optic);
  plain.put("H", part);
  std::string last = plain.sort_of(0).ends.size() == 1 ? "dev" : "dev/1";
  int cables = 0;
  Meeting how = Meeting::kTransceiver;
  for (const auto& [type, next] : before) {
    const std::string name = fmt::format("C{}", ++cables);
    plain.put(name, array_cable(type, optic.ends[0].connector));
    plain.join(last, name + "/a", how);
    last = name + "/b";
    how = next;
  }
  plain.join(last, "H/" + part.ends[0].name, how);
  for (std::size_t leg = 1; leg < part.ends.size(); ++leg) {
    plain.put(fmt::format("r{}", leg), remote);
    plain.join(fmt::format("H/{}", part.ends[leg].name), fmt::format("r{}", leg), Meeting::kTransceiver);
  }
  return plain;
}

void agree(const PlainPlant& plain, const Built& built) {
  const SlowJudge judge(plain);
  EXPECT_EQ(disagreement(plain, built, judge, starts(plain, built, 0, 0)), "");
}

// polarity.md 10.1 and mdi-lanes.md 5, 4 x duplex: module Tx k at 13-k to leg k's Rx; leg k's Tx to k, module Rx k.
TEST(Breakouts, FourDuplexLegsOfAFourLanePort) {
  for (std::string_view head : {"MPO-8", "MPO-12"}) {
    const PlainPlant plain = harness(sr4(), {}, breakout("port", head, 4), duplex_optic());
    const Built built = build(plain);
    agree(plain, built);
    for (int k = 1; k <= 4; ++k) {
      EXPECT_EQ(reached(plain, built, "dev", 13 - k), fmt::format("r{} Rx1", k));
      EXPECT_EQ(reached(plain, built, fmt::format("r{}", k), 1), fmt::format("dev Rx{}", k));
    }
  }
}

// mdi-lanes.md 5, 8 x duplex: module Tx position 17-k, module Rx position k.
TEST(Breakouts, EightDuplexLegsOfAnEightLanePort) {
  const PlainPlant plain = harness(sr8(), {}, breakout("port", "MPO-16", 8), duplex_optic());
  const Built built = build(plain);
  agree(plain, built);
  for (int k = 1; k <= 8; ++k) {
    EXPECT_EQ(reached(plain, built, "dev", 17 - k), fmt::format("r{} Rx1", k));
    EXPECT_EQ(reached(plain, built, fmt::format("r{}", k), 1), fmt::format("dev Rx{}", k));
  }
}

// polarity.md 10.1: a harness in consecutive pairs carries two Rx fibres in leg 1.
TEST(Breakouts, AConsecutiveHarnessDoesNotServeAParallelPort) {
  const PlainPlant plain = harness(sr4(), {}, breakout("consecutive", "MPO-12", 6), duplex_optic());
  const Built built = build(plain);
  agree(plain, built);
  const SlowJudge judge(plain);
  EXPECT_EQ(judge.through(plain.plug("H/leg1"), 1)->position, 1);  // Rx1
  EXPECT_EQ(judge.through(plain.plug("H/leg1"), 2)->position, 2);  // Rx2
  EXPECT_EQ(reached(plain, built, "dev", 12), "r6 Rx1");
  EXPECT_EQ(reached(plain, built, "dev", 11), "r6 Tx1");
}

// polarity.md 10.1: each further Type B element between port and harness swaps transmit and receive in every leg.
TEST(Breakouts, EachTypeBElementBeforeTheHarnessSwapsTransmitAndReceive) {
  struct Row {
    std::vector<std::pair<std::string, Meeting>> before;
    int flips;
  };
  for (const Row& row :
       {Row{{{"A", Meeting::kOpposed}}, 0}, Row{{{"B", Meeting::kOpposed}}, 1}, Row{{{"A", Meeting::kAligned}}, 1},
        Row{{{"B", Meeting::kAligned}}, 2}, Row{{{"B", Meeting::kOpposed}, {"B", Meeting::kOpposed}}, 2},
        Row{{{"A", Meeting::kOpposed}, {"B", Meeting::kAligned}}, 2}}) {
    const PlainPlant plain = harness(sr4(), row.before, breakout("port", "MPO-8", 4), duplex_optic());
    const Built built = build(plain);
    agree(plain, built);
    for (int k = 1; k <= 4; ++k)
      EXPECT_EQ(reached(plain, built, "dev", 13 - k), fmt::format("r{} {}1", k, row.flips % 2 == 0 ? "Rx" : "Tx"));
  }
}

// mdi-lanes.md 5, panel variant: after one Type B trunk, module Tx k arrives on plug position k; at the rear of a cassette behind
// a Type A adapter on k, behind a Type B adapter on 13-k.
TEST(Breakouts, ATransmitLaneArrivesAtTheCassetteAsPrinted) {
  for (const auto& [adapter, aligned] : {std::pair{Meeting::kOpposed, false}, {Meeting::kAligned, true}}) {
    PlainPlant plain;
    plain.put("dev", sr4());
    plain.put("T", array_cable("B", "MPO-12"));
    plain.put("K", cassette("universal", "MPO-12", 6));
    plain.join("dev", "T/a", Meeting::kTransceiver);
    plain.join("T/b", "K/rear", adapter);
    const Built built = build(plain);
    for (int k = 1; k <= 4; ++k) {
      const plant::Path path = plant::trace(built.plant, {0, static_cast<std::uint16_t>(13 - k - 1)});
      EXPECT_EQ(path.hops[0].left.position + 1, k);
      EXPECT_EQ(path.hops[1].entered.position + 1, aligned ? 13 - k : k);
    }
  }
}

// polarity.md 10.2
TEST(Breakouts, ConsecutiveAndUniversalLegs) {
  struct Row {
    std::string_view map, head;
    int legs;
  };
  for (const auto& [map, head, legs] : {Row{"consecutive", "MPO-12", 6}, Row{"universal", "MPO-12", 6},
                                        Row{"consecutive", "MPO-24", 12}, Row{"universal", "MPO-24", 12}}) {
    PlainPlant plain;
    plain.put("H", breakout(map, head, legs));
    const SlowJudge judge(plain);
    const plant::PartType type = type_of(plain.sorts[0]);
    for (int n = 1; n <= legs; ++n) {
      const std::set<int> want = map == "consecutive" ? std::set{2 * n - 1, 2 * n} : std::set{n, 2 * legs + 1 - n};
      EXPECT_EQ((std::set{judge.through({0, n}, 1)->position, judge.through({0, n}, 2)->position}), want);
      EXPECT_EQ((std::set<int>{type.far_of(static_cast<std::size_t>(n), 0).position + 1,
                               type.far_of(static_cast<std::size_t>(n), 1).position + 1}),
                want);
    }
  }
}

struct FromTo {
  int head, leg, position;
};

void expect_map(const Sort& sort, const std::vector<FromTo>& rows) {
  PlainPlant plain;
  plain.put("H", sort);
  const SlowJudge judge(plain);
  const plant::PartType type = type_of(sort);
  for (const auto& [head, leg, position] : rows) {
    const FibreEnd* far = judge.through({0, 0}, head);
    ASSERT_NE(far, nullptr) << sort.name << " head " << head;
    EXPECT_EQ(far->plug.end, leg) << sort.name << " head " << head;
    EXPECT_EQ(far->position, position) << sort.name << " head " << head;
    EXPECT_EQ(type.far_of(0, static_cast<std::size_t>(head - 1)),
              (plant::FarEnd{static_cast<std::uint16_t>(leg), static_cast<std::uint8_t>(position - 1)}));
  }
}

// polarity.md 10.3 and mdi-lanes.md 5.
TEST(Breakouts, FourLanesToTwiceTwo) {
  expect_map(conversion("12-to-2x2 crossing"),
             {{12, 1, 1}, {11, 1, 2}, {10, 2, 1}, {9, 2, 2}, {1, 1, 12}, {2, 1, 11}, {3, 2, 12}, {4, 2, 11}});
  const PlainPlant plain = harness(sr4(), {}, conversion("12-to-2x2 crossing"), sr4());
  const Built built = build(plain);
  agree(plain, built);
  EXPECT_EQ(reached(plain, built, "dev", 12), "r1 Rx1");
  EXPECT_EQ(reached(plain, built, "dev", 11), "r1 Rx2");
  EXPECT_EQ(reached(plain, built, "dev", 10), "r2 Rx1");
  EXPECT_EQ(reached(plain, built, "dev", 9), "r2 Rx2");
  EXPECT_EQ(reached(plain, built, "r1", 12), "dev Rx1");
  EXPECT_EQ(reached(plain, built, "r1", 11), "dev Rx2");
  EXPECT_EQ(reached(plain, built, "r2", 12), "dev Rx3");
  EXPECT_EQ(reached(plain, built, "r2", 11), "dev Rx4");
  EXPECT_EQ(reached(plain, built, "r1", 10), "no fibre");  // the remote's lanes 3 and 4 have none
}

// polarity.md 10.4 and mdi-lanes.md 5.
TEST(Breakouts, EightLanesToTwiceFour) {
  expect_map(conversion("16-to-2x8 crossing"), {{16, 1, 1},
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
  expect_map(conversion("16-to-2x8 straight"),
             {{1, 1, 1}, {4, 1, 4}, {16, 1, 12}, {13, 1, 9}, {5, 2, 1}, {8, 2, 4}, {12, 2, 12}, {9, 2, 9}});
  const PlainPlant plain = harness(sr8(), {}, conversion("16-to-2x8 crossing"), sr4());
  const Built built = build(plain);
  agree(plain, built);
  for (int k = 1; k <= 8; ++k) {
    const int leg = k <= 4 ? 1 : 2, j = k <= 4 ? k : k - 4;
    EXPECT_EQ(reached(plain, built, "dev", 17 - k), fmt::format("r{} Rx{}", leg, j));
    EXPECT_EQ(reached(plain, built, fmt::format("r{}", leg), 13 - j), fmt::format("dev Rx{}", k));
  }
}

// A straight one needs a Type B cord on each leg, as a trunk conversion would have.
TEST(Breakouts, AStraightConversionBringsTransmitToTransmit) {
  const PlainPlant plain = harness(sr8(), {}, conversion("16-to-2x8 straight"), sr4());
  const Built built = build(plain);
  agree(plain, built);
  for (int k = 1; k <= 4; ++k) EXPECT_EQ(reached(plain, built, "dev", 17 - k), fmt::format("r1 Tx{}", k));
}

// mdi-lanes.md 5: leg m takes lanes 2m-1, 2m.
TEST(Breakouts, EightLanesToFourTimesTwo) {
  const PlainPlant plain = harness(sr8(), {}, conversion("16-to-4x2 crossing"), sr4());
  const Built built = build(plain);
  agree(plain, built);
  for (int m = 1; m <= 4; ++m) {
    EXPECT_EQ(reached(plain, built, "dev", 18 - 2 * m), fmt::format("r{} Rx1", m));
    EXPECT_EQ(reached(plain, built, "dev", 17 - 2 * m), fmt::format("r{} Rx2", m));
    EXPECT_EQ(reached(plain, built, fmt::format("r{}", m), 12), fmt::format("dev Rx{}", 2 * m - 1));
    EXPECT_EQ(reached(plain, built, fmt::format("r{}", m), 11), fmt::format("dev Rx{}", 2 * m));
  }
}

// mdi-lanes.md 5: 2 x MPO-12 to 8 duplex: each receptacle as the 4 x table; and plain cords between twin ports (2).
TEST(Breakouts, TwinPortsAreTwoPorts) {
  PlainPlant plain;
  plain.put("dev", twin_dr4());
  plain.put("far", twin_dr4());
  plain.put("H", breakout("port", "MPO-8", 4));
  plain.put("C", array_cable("B", "MPO-12"));
  plain.join("dev/1", "C/a", Meeting::kTransceiver);
  plain.join("C/b", "far/2", Meeting::kTransceiver);
  plain.join("dev/2", "H/head", Meeting::kTransceiver);
  for (int leg = 1; leg <= 4; ++leg) {
    plain.put(fmt::format("r{}", leg), duplex_optic());
    plain.join(fmt::format("H/leg{}", leg), fmt::format("r{}", leg), Meeting::kTransceiver);
  }
  const Built built = build(plain);
  agree(plain, built);
  for (int k = 1; k <= 4; ++k) {
    EXPECT_EQ(reached(plain, built, "dev/1", 13 - k), fmt::format("far/2 Rx{}", k));
    EXPECT_EQ(reached(plain, built, "dev/2", 13 - k), fmt::format("r{} Rx1", k));
    EXPECT_EQ(reached(plain, built, "far/1", 13 - k), "open end");
  }
}

// polarity.md 10.5
TEST(Conversions, TwoTwelvesToTwentyFour) {
  PlainPlant plain;
  plain.put("H", conversion("2x12-to-24"));
  const SlowJudge judge(plain);
  const plant::PartType type = type_of(plain.sorts[0]);
  for (int p = 1; p <= 12; ++p) {
    EXPECT_EQ(judge.through({0, 0}, p)->position, p);
    EXPECT_EQ(judge.through({0, 1}, p)->position, 12 + p);
    EXPECT_EQ(type.far_of(0, static_cast<std::size_t>(p - 1)), (plant::FarEnd{2, static_cast<std::uint8_t>(p - 1)}));
    EXPECT_EQ(type.far_of(1, static_cast<std::size_t>(p - 1)), (plant::FarEnd{2, static_cast<std::uint8_t>(p + 11)}));
  }
}

// The composed map of module, trunk, module: "straight 1 2 3", "reversed 3 2 1" (the leg that legs 1, 2, 3 arrive at), "scrambled".
std::string closure(std::string_view pattern, std::string_view trunk) {
  const bool of24 = trunk.starts_with("24 ");
  if (of24) trunk.remove_prefix(3);
  PlainPlant plain;
  plain.put("M1", conversion(pattern, of24));
  plain.put("M2", conversion(pattern, of24));
  if (of24) {
    plain.put("T", array_cable(trunk, "MPO-24"));
    plain.join("M1/in", "T/a", Meeting::kOpposed);
    plain.join("T/b", "M2/in", Meeting::kOpposed);
  } else {
    plain.put("T", array_cable(trunk, "MPO-12", {}, 2));
    for (const char* n : {"1", "2"}) {
      plain.join(fmt::format("M1/in{}", n), fmt::format("T/a{}", n), Meeting::kOpposed);
      plain.join(fmt::format("T/b{}", n), fmt::format("M2/in{}", n), Meeting::kOpposed);
    }
  }
  // A loose cord on each leg of M1, so that light can be sent in.
  for (int leg = 1; leg <= 3; ++leg) {
    plain.put(fmt::format("C{}", leg), array_cable("A", "MPO-8"));
    plain.join(fmt::format("C{}/b", leg), fmt::format("M1/leg{}", leg), Meeting::kOpposed);
  }
  const Built built = build(plain);
  const SlowJudge judge(plain);
  std::string legs, way;
  for (int leg = 1; leg <= 3; ++leg) {
    const Plug from = plain.plug(fmt::format("C{}/b", leg));
    std::string arrived;
    EXPECT_EQ(disagreement(plain, built, judge, {{from, {1, 2, 3, 4, 9, 10, 11, 12}}}), "");
    for (int p : {1, 2, 3, 4, 9, 10, 11, 12}) {
      const plant::FibreEnd end = plant::trace(built.plant, {built.connector(from), static_cast<std::uint16_t>(p - 1)}).end();
      const std::string at = plain.end_of(built.plug(end.connector)).name.substr(3);
      const std::string how = end.position + 1 == p ? "straight" : end.position + 1 == 13 - p ? "reversed" : "scrambled";
      if ((!arrived.empty() && arrived != at) || (!way.empty() && way != how) || how == "scrambled") return "scrambled";
      arrived = at;
      way = how;
    }
    legs += " " + arrived;
  }
  return way + legs;
}

// polarity.md 10.6, the table.
TEST(Conversions, CloseAsPrinted) {
  struct Row {
    std::string_view pattern, a, b, b24r;
  };
  for (const auto& [pattern, a, b, b24r] : {
           Row{"P1", "straight 1 2 3", "scrambled", "reversed 3 2 1"},
           Row{"P2", "straight 1 2 3", "reversed 1 2 3", "scrambled"},
           Row{"P3", "straight 1 2 3", "scrambled", "reversed 1 2 3"},
       }) {
    EXPECT_EQ(closure(pattern, "A"), a) << pattern;
    EXPECT_EQ(closure(pattern, "24 A"), a) << pattern;
    EXPECT_EQ(closure(pattern, "B"), b) << pattern;
    EXPECT_EQ(closure(pattern, "24 B24-R"), b24r) << pattern;
  }
}

// polarity.md 10.6: the leg then counts as one cable in the parity rule.
TEST(Conversions, ALegThatClosesReversedIsATypeBCable) {
  PlainPlant plain;
  plain.put("M1", conversion("P2"));
  plain.put("M2", conversion("P2"));
  plain.put("T", array_cable("B", "MPO-12", {}, 2));
  for (const char* n : {"1", "2"}) {
    plain.join(fmt::format("M1/in{}", n), fmt::format("T/a{}", n), Meeting::kOpposed);
    plain.join(fmt::format("T/b{}", n), fmt::format("M2/in{}", n), Meeting::kOpposed);
  }
  for (int side = 1; side <= 2; ++side)
    for (int leg = 1; leg <= 3; ++leg) {
      const std::string dev = fmt::format("d{}.{}", side, leg), cord = fmt::format("C{}.{}", side, leg);
      plain.put(dev, sr4());
      plain.put(cord, array_cable("A", "MPO-8"));
      plain.join(dev, cord + "/a", Meeting::kTransceiver);
      plain.join(cord + "/b", fmt::format("M{}/leg{}", side, leg), Meeting::kOpposed);
    }
  const Built built = build(plain);
  agree(plain, built);
  const SlowJudge judge(plain);
  for (int leg = 1; leg <= 3; ++leg)
    EXPECT_EQ(spell(judge_link(judge, {plain.plug(fmt::format("d1.{}", leg)), plain.plug(fmt::format("d2.{}", leg))}).worst),
              "lane-exact");
}

// A loopback brings lane k's light back to its own receiver: 13-k to k.
TEST(Breakouts, ALoopbackBringsEachLaneBack) {
  PlainPlant plain;
  plain.put("dev", sr4());
  plain.put("L", loopback("MPO-12"));
  plain.join("dev", "L", Meeting::kTransceiver);
  const Built built = build(plain);
  agree(plain, built);
  for (int k = 1; k <= 4; ++k) EXPECT_EQ(reached(plain, built, "dev", 13 - k), fmt::format("dev Rx{}", k));
}

}  // namespace
}  // namespace ferrule::test
