// Duplex channels through cassettes: facts/polarity.md 5, 5.1, 5.2 and the worked traces of 5.3.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "plant/trace.h"
#include "support/agree.h"

namespace ferrule::test {
namespace {

struct Method {
  std::string_view trunk, adapter;  // "A", "B", "C"; "A", "B"
  std::string_view near, far;       // transitions
  std::string_view cord1, cord2;    // "AB", "AA"
};

// Six devices on each side: dev1.n - C1.n - K1/n, K1/rear = T = K2/rear, K2/n - C2.n - dev2.n
PlainPlant channel(const Method& method) {
  const auto cord = [](std::string_view word) { return duplex_cord(word == "AB" ? "A-to-B" : "A-to-A"); };
  PlainPlant plain;
  plain.put("K1", cassette(method.near, "MPO-12", 6));
  plain.put("T", array_cable(method.trunk, "MPO-12"));
  plain.put("K2", cassette(method.far, "MPO-12", 6));
  const Meeting adapter = method.adapter == "A" ? Meeting::kOpposed : Meeting::kAligned;
  plain.join("K1/rear", "T/a", adapter);
  plain.join("T/b", "K2/rear", adapter);
  for (int n = 1; n <= 6; ++n)
    for (int side = 1; side <= 2; ++side) {
      const std::string dev = fmt::format("dev{}.{}", side, n), patch = fmt::format("C{}.{}", side, n);
      plain.put(dev, duplex_optic());
      plain.put(patch, cord(side == 1 ? method.cord1 : method.cord2));
      plain.join(dev, patch + "/a", Meeting::kTransceiver);
      plain.join(patch + "/b", fmt::format("K{}/{}", side, n), Meeting::kSeat);
    }
  for (int n = 1; n <= 6; ++n)
    plain.links.push_back({plain.plug(fmt::format("dev1.{}", n)), plain.plug(fmt::format("dev2.{}", n))});
  return plain;
}

// The way of one fibre in the words of 5.3.
std::string told_as_printed(const Method& method, const PlainPlant& plain, const Built& built, std::string_view device,
                            int bore) {
  const plant::Path path = plant::trace(built.plant, {built.connector(plain.plug(device)), static_cast<std::uint16_t>(bore - 1)});
  if (path.ending != plant::Ending::kPort || path.hops.size() != 6) return "ends elsewhere";
  const auto side = [](plant::FibreEnd end) { return end.position == 0 ? "L" : "R"; };
  const auto port = [&](plant::FibreEnd end) { return plain.end_of(built.plug(end.connector)).name; };
  const auto does = [](plant::FibreEnd end) { return end.position == 0 ? "Tx" : "Rx"; };
  const bool there = device.starts_with("dev1");
  const auto& hops = path.hops;
  return fmt::format("{} L -{}-> port{} {}={} -> adp{} {} -> trunk{} {} -> adp{} {} = port{} {} -{}-> {} {} = {}",
                     does(path.start), there ? method.cord1 : method.cord2, port(hops[1].entered), side(hops[1].entered),
                     hops[1].left.position + 1, method.adapter, hops[2].entered.position + 1, method.trunk,
                     hops[2].left.position + 1, method.adapter, hops[3].entered.position + 1, port(hops[3].left),
                     side(hops[3].left), there ? method.cord2 : method.cord1, there ? "dev2" : "dev1", side(hops[5].entered),
                     does(hops[5].entered));
}

constexpr Method kA = {"A", "A", "consecutive", "consecutive", "AB", "AA"};
constexpr Method kB = {"B", "B", "consecutive", "flipped", "AB", "AB"};
constexpr Method kBWithEqualCassettes = {"B", "B", "consecutive", "consecutive", "AB", "AB"};
constexpr Method kC = {"C", "A", "consecutive", "consecutive", "AB", "AB"};
constexpr Method kU1 = {"B", "A", "universal", "universal", "AB", "AB"};
constexpr Method kU2 = {"B", "B", "universal", "universal", "AB", "AB"};
constexpr Method kU2Mirrored = {"B", "B", "universal mirrored", "universal mirrored", "AB", "AB"};

// 5.3. Device 1 sends from L; the second row of A is device 2 sending.
TEST(DuplexMethods, RunAsPrinted) {
  struct Row {
    Method method;
    std::string_view from, way;
  };
  for (const auto& [method, from, way] : {
           Row{kA, "dev1.1", "Tx L -AB-> port1 R=2 -> adpA 2 -> trunkA 2 -> adpA 2 = port1 R -AA-> dev2 R = Rx"},
           Row{kA, "dev2.1", "Tx L -AA-> port1 L=1 -> adpA 1 -> trunkA 1 -> adpA 1 = port1 L -AB-> dev1 R = Rx"},
           Row{kB, "dev1.1", "Tx L -AB-> port1 R=2 -> adpB 11 -> trunkB 2 -> adpB 11 = port1 L -AB-> dev2 R = Rx"},
           Row{kBWithEqualCassettes, "dev1.1",
               "Tx L -AB-> port1 R=2 -> adpB 11 -> trunkB 2 -> adpB 11 = port6 L -AB-> dev2 R = Rx"},
           Row{kC, "dev1.1", "Tx L -AB-> port1 R=2 -> adpA 2 -> trunkC 1 -> adpA 1 = port1 L -AB-> dev2 R = Rx"},
           Row{kU1, "dev1.1", "Tx L -AB-> port1 R=12 -> adpA 12 -> trunkB 1 -> adpA 1 = port1 L -AB-> dev2 R = Rx"},
           Row{kU2, "dev1.1", "Tx L -AB-> port1 R=12 -> adpB 1 -> trunkB 12 -> adpB 1 = port1 L -AB-> dev2 R = Rx"},
           // Fail examples.
           Row{{"A", "A", "consecutive", "consecutive", "AB", "AB"},
               "dev1.1",
               "Tx L -AB-> port1 R=2 -> adpA 2 -> trunkA 2 -> adpA 2 = port1 R -AB-> dev2 L = Tx"},
           Row{{"A", "A", "universal", "universal", "AB", "AB"},
               "dev1.1",
               "Tx L -AB-> port1 R=12 -> adpA 12 -> trunkA 12 -> adpA 12 = port1 R -AB-> dev2 L = Tx"},
           Row{{"B", "A", "consecutive", "consecutive", "AB", "AB"},
               "dev1.1",
               "Tx L -AB-> port1 R=2 -> adpA 2 -> trunkB 11 -> adpA 11 = port6 L -AB-> dev2 R = Rx"},
       }) {
    const PlainPlant plain = channel(method);
    const Built built = build(plain);
    EXPECT_EQ(told_as_printed(method, plain, built, from, 1), way);
  }
}

// 5.2: what the six ports of each method reach, both ways.
TEST(DuplexMethods, ConnectPortNWithPortN) {
  struct Row {
    std::string_view name;
    Method method;
    LaneFate fate;
    bool reversed;  // ports arrive as 7-n
    Meeting adapter;
  };
  for (const Row& row : {
           Row{"A", kA, LaneFate::kExact, false, {}},
           Row{"A, cords the other way round", {"A", "A", "consecutive", "consecutive", "AA", "AB"}, LaneFate::kExact, false, {}},
           Row{"B", kB, LaneFate::kExact, false, {}},
           Row{"B, flipped one near", {"B", "B", "flipped", "consecutive", "AB", "AB"}, LaneFate::kExact, false, {}},
           Row{"B with identical cassettes", kBWithEqualCassettes, LaneFate::kPortOrderChanged, true, {}},
           Row{"C", kC, LaneFate::kExact, false, {}},
           Row{"U1", kU1, LaneFate::kExact, false, {}},
           Row{"U2", kU2, LaneFate::kExact, false, {}},
           Row{"U2, mirrored cassettes", kU2Mirrored, LaneFate::kExact, false, {}},
           Row{"AF at one end of Type A trunks",
               {"A", "A", "pair-swapped", "consecutive", "AB", "AB"},
               LaneFate::kExact,
               false,
               {}},
           Row{"A with A-to-B twice",
               {"A", "A", "consecutive", "consecutive", "AB", "AB"},
               LaneFate::kTransmitMeetsTransmit,
               false,
               {}},
           Row{"AF at both ends",
               {"A", "A", "pair-swapped", "pair-swapped", "AB", "AB"},
               LaneFate::kTransmitMeetsTransmit,
               false,
               {}},
           Row{"U1 cassettes, Type A trunk",
               {"A", "A", "universal", "universal", "AB", "AB"},
               LaneFate::kTransmitMeetsTransmit,
               false,
               {}},
           Row{"consecutive, Type B trunk, Type A adapters",
               {"B", "A", "consecutive", "consecutive", "AB", "AB"},
               LaneFate::kPortOrderChanged,
               true,
               {}},
       }) {
    SCOPED_TRACE(row.name);
    const PlainPlant plain = channel(row.method);
    const Built built = build(plain);
    const SlowJudge judge(plain);
    EXPECT_EQ(disagreement(plain, built, judge, starts(plain, built, 0, 0)), "");
    for (int n = 1; n <= 6; ++n) {
      const LinkVerdict verdict = judge_link(judge, plain.links[static_cast<std::size_t>(n - 1)]);
      EXPECT_EQ(spell(verdict.worst), spell(row.fate)) << "port " << n;
      for (int side = 1; side <= 2; ++side) {
        const Plug from = plain.plug(fmt::format("dev{}.{}", side, n));
        const plant::Path path = plant::trace(built.plant, {built.connector(from), 0});
        EXPECT_EQ(plain.spelled(built.plug(path.end().connector)), fmt::format("dev{}.{}", 3 - side, row.reversed ? 7 - n : n));
      }
    }
  }
}

// 5: the total of crossovers must be odd: cord A-to-B 1, A-to-A 0, trunk and cassettes 1 if they swap sides.
TEST(DuplexMethods, NeedAnOddNumberOfCrossovers) {
  for (std::string_view trunk : {"A", "C"})
    for (std::string_view near : {"consecutive", "pair-swapped"})
      for (std::string_view far : {"consecutive", "pair-swapped"})
        for (std::string_view cord1 : {"AB", "AA"})
          for (std::string_view cord2 : {"AB", "AA"}) {
            const int crossovers =
                (trunk == "C") + (near == "pair-swapped") + (far == "pair-swapped") + (cord1 == "AB") + (cord2 == "AB");
            const PlainPlant plain = channel({trunk, "A", near, far, cord1, cord2});
            const SlowJudge judge(plain);
            const plant::Path path = plant::trace(build(plain).plant, {build(plain).connector(plain.plug("dev1.3")), 0});
            EXPECT_EQ(path.end().position, crossovers % 2 == 1 ? 1 : 0);
            EXPECT_EQ(judge_link(judge, plain.links[2]).worst,
                      crossovers % 2 == 1 ? LaneFate::kExact : LaneFate::kTransmitMeetsTransmit);
          }
}

// 5: two devices and cords alone; and a duplex adapter, keyways up on both sides, between two cords.
TEST(DuplexMethods, CordsAlone) {
  struct Row {
    std::vector<std::string_view> cords;
    LaneFate fate;
  };
  for (const Row& row : {Row{{"A-to-B"}, LaneFate::kExact}, Row{{"A-to-A"}, LaneFate::kTransmitMeetsTransmit},
                         Row{{"A-to-B", "A-to-B"}, LaneFate::kExact},  // the adapter crosses once more
                         Row{{"A-to-B", "A-to-A"}, LaneFate::kTransmitMeetsTransmit}, Row{{"A-to-A", "A-to-A"}, LaneFate::kExact},
                         Row{{"A-to-B", "A-to-B", "A-to-B"}, LaneFate::kExact}}) {
    PlainPlant plain;
    plain.put("dev1", duplex_optic());
    std::string last = "dev1";
    for (std::size_t i = 0; i < row.cords.size(); ++i) {
      const std::string name = "C" + std::to_string(i + 1);
      plain.put(name, duplex_cord(row.cords[i]));
      plain.join(last, name + "/a", i == 0 ? Meeting::kTransceiver : Meeting::kAligned);
      last = name + "/b";
    }
    plain.put("dev2", duplex_optic());
    plain.join(last, "dev2", Meeting::kTransceiver);
    const Built built = build(plain);
    const SlowJudge judge(plain);
    EXPECT_EQ(disagreement(plain, built, judge, starts(plain, built, 0, 0)), "");
    EXPECT_EQ(spell(judge_link(judge, {plain.plug("dev1"), plain.plug("dev2")}).worst), spell(row.fate));
  }
}

// 5.1: the fibres of each port, as printed.
TEST(Transitions, AreAsPrinted) {
  struct Row {
    std::string_view name, rear;
    int ports;
    std::vector<std::pair<int, int>> left_right;
  };
  for (const Row& row : {
           Row{"consecutive", "MPO-12", 6, {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}, {11, 12}}},
           Row{"flipped", "MPO-12", 6, {{11, 12}, {9, 10}, {7, 8}, {5, 6}, {3, 4}, {1, 2}}},
           Row{"pair-swapped", "MPO-12", 6, {{2, 1}, {4, 3}, {6, 5}, {8, 7}, {10, 9}, {12, 11}}},
           Row{"universal", "MPO-12", 6, {{1, 12}, {2, 11}, {3, 10}, {4, 9}, {5, 8}, {6, 7}}},
           Row{"universal", "MPO-8", 4, {{1, 12}, {2, 11}, {3, 10}, {4, 9}}},
           Row{"universal", "MPO-16", 8, {{1, 16}, {2, 15}, {3, 14}, {4, 13}, {5, 12}, {6, 11}, {7, 10}, {8, 9}}},
           Row{"universal",
               "MPO-24",
               12,
               {{1, 24}, {2, 23}, {3, 22}, {4, 21}, {5, 20}, {6, 19}, {7, 18}, {8, 17}, {9, 16}, {10, 15}, {11, 14}, {12, 13}}},
           Row{"universal by row",
               "MPO-24",
               12,
               {{1, 12}, {2, 11}, {3, 10}, {4, 9}, {5, 8}, {6, 7}, {13, 24}, {14, 23}, {15, 22}, {16, 21}, {17, 20}, {18, 19}}},
       }) {
    PlainPlant plain;
    plain.put("K", cassette(row.name, row.rear, row.ports));
    const SlowJudge judge(plain);
    const plant::PartType type = type_of(plain.sorts[0]);
    for (int n = 1; n <= row.ports; ++n) {
      const auto [left, right] = row.left_right[static_cast<std::size_t>(n - 1)];
      EXPECT_EQ(judge.through({0, n}, 1)->position, left) << row.name << " port " << n;
      EXPECT_EQ(judge.through({0, n}, 2)->position, right) << row.name << " port " << n;
      EXPECT_EQ(type.far_of(static_cast<std::size_t>(n), 0), (plant::FarEnd{0, static_cast<std::uint8_t>(left - 1)}));
      EXPECT_EQ(type.far_of(static_cast<std::size_t>(n), 1), (plant::FarEnd{0, static_cast<std::uint8_t>(right - 1)}));
    }
  }
}

// 5.1: MPO-24 universal is {n, 25-n} with a B24-R trunk and {n, 13-n} by row with a B24-P trunk; not interchangeable.
TEST(Transitions, UniversalOf24FitsItsTrunk) {
  for (std::string_view transition : {"universal", "universal by row"})
    for (std::string_view trunk : {"B24-R", "B24-P"}) {
      PlainPlant plain;
      plain.put("K1", cassette(transition, "MPO-24", 12));
      plain.put("T", array_cable(trunk, "MPO-24"));
      plain.put("K2", cassette(transition, "MPO-24", 12));
      plain.join("K1/rear", "T/a", Meeting::kAligned);
      plain.join("T/b", "K2/rear", Meeting::kAligned);
      const Built built = build(plain);
      int right = 0;
      for (int n = 1; n <= 12; ++n)
        for (int bore = 1; bore <= 2; ++bore) {
          const plant::FarEnd inside =
              built.plant.type_of(0).far_of(static_cast<std::size_t>(n), static_cast<std::size_t>(bore - 1));
          const plant::FibreEnd end = plant::trace(built.plant, {0, inside.position}).end();
          const Plug there = built.plug(end.connector);
          right += plain.end_of(there).name == std::to_string(n) && end.position + 1 == 3 - bore;
        }
      const bool fits = (transition == "universal") == (trunk == "B24-R");
      EXPECT_EQ(right == 24, fits) << transition << " on " << trunk;
    }
}

}  // namespace
}  // namespace ferrule::test
