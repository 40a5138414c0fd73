// Parallel optics, MPO to MPO: facts/polarity.md 3, 6.1, 6.2, 6.3, 12 and facts/mdi-lanes.md 4.
#include <map>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "plant/trace.h"
#include "support/agree.h"

namespace ferrule::test {
namespace {

// "A a B b B": cables A, B, C, R (full reversal), P (row-preserving) and adapters a (Type A), b (Type B) between dev1 and dev2.
PlainPlant channel(const Sort& optic, std::string_view parts) {
  PlainPlant plain;
  plain.put("dev1", optic);
  const std::string connector = optic.ends[0].connector;
  const std::string port = optic.ends.size() == 1 ? "" : "/1";  // the first of two receptacles
  std::string last = "dev1" + port;
  Meeting how = Meeting::kTransceiver;
  int cables = 0;
  for (char c : parts) {
    if (c == ' ') continue;
    if (c == 'a' || c == 'b') {
      how = c == 'a' ? Meeting::kOpposed : Meeting::kAligned;
      continue;
    }
    const std::string name = fmt::format("C{}", ++cables);
    const std::string type = c == 'R' ? "B24-R" : c == 'P' ? "B24-P" : std::string(1, c);
    plain.put(name, array_cable(type, connector));
    plain.join(last, name + "/a", how);
    last = name + "/b";
  }
  plain.put("dev2", optic);
  plain.join(last, "dev2" + port, Meeting::kTransceiver);
  plain.links.push_back({plain.plug("dev1" + port), plain.plug("dev2" + port)});
  return plain;
}

// What transmit lanes 1, 2, ... of dev1 reach at dev2: "Rx1 Rx2 Rx3 Rx4".
std::string reached(const PlainPlant& plain) {
  const Built built = build(plain);
  const SlowJudge judge(plain);
  EXPECT_EQ(disagreement(plain, built, judge, starts(plain, built, 0, 0)), "");
  std::map<int, std::string> lanes;
  for (const LaneAt& sent : plain.sort_of(0).lanes) {
    if (sent.does != Does::kTransmits) continue;
    const plant::Path path = plant::trace(built.plant, {0, static_cast<std::uint16_t>(sent.position - 1)});
    std::string& text = lanes[sent.lane] = std::string(plant::spell(path.ending));
    if (path.ending != plant::Ending::kPort) continue;
    text = "dark";
    for (const plant::Lane& lane : built.plant.type_of(path.end().connector).lanes)
      if (lane.position == path.end().position)
        text = fmt::format("{}{}", lane.function == plant::Function::kReceive ? "Rx" : "Tx", lane.number + 1);
  }
  std::string all;
  for (const auto& [lane, text] : lanes) all += (all.empty() ? "" : " ") + text;
  return all;
}

std::string lanes(std::string_view word, std::initializer_list<int> numbers) {
  std::string all;
  for (int n : numbers) all += (all.empty() ? "" : " ") + fmt::format("{}{}", word, n);
  return all;
}

std::string_view worst(const PlainPlant& plain) { return spell(judge_link(SlowJudge(plain), plain.links[0]).worst); }

// polarity.md 6.1, the table. The first cable is a cord at dev1.
TEST(Parallel, OneRowChannelsOfTheTable) {
  struct Row {
    std::string_view parts, fate;
  };
  for (const auto& [parts, fate] : {
           Row{"B", "lane-exact"},                                                       // direct cord Type B
           Row{"A", "transmit meets transmit"},                                          // direct cord Type A
           Row{"A a A a B", "lane-exact"},                                               // Method A
           Row{"B a A a A", "lane-exact"}, Row{"A a A a A", "transmit meets transmit"},  // both cords A
           Row{"B a A a B", "transmit meets transmit"},                                  // both cords B
           Row{"B b B b B", "lane-exact"},                                               // Method B, U2
           Row{"A a B a A", "lane-exact"},                                               // U1, cords A
           Row{"B a B a B", "lane-exact"},                                               // U1, cords B
           Row{"A a B a B", "transmit meets transmit"},                                  // U1 parts, one cord A and one B
           Row{"B a C a C", "lane-exact"},                                               // Method C trunk, cords B and C
           Row{"A a C a B", "lanes permuted"},                                           // trunk C, cords A and B
           Row{"B a B", "transmit meets transmit"},                                      // 12: two cables, Type A adapter
           Row{"B b B", "lane-exact"},                                                   // 12: the same with a Type B adapter
       }) {
    EXPECT_EQ(worst(channel(sr4(), parts)), fate) << parts;
    EXPECT_EQ(worst(channel(sr8(), parts)), fate) << parts << " on MPO-16";
    EXPECT_EQ(worst(channel(twin_dr4(), parts)), fate) << parts << " on the first of two receptacles";
  }
}

TEST(Parallel, LanesThatATypeCTrunkExchanges) {
  EXPECT_EQ(reached(channel(sr4(), "A a C a B")), lanes("Rx", {2, 1, 4, 3}));
  EXPECT_EQ(reached(channel(sr8(), "A a C a B")), lanes("Rx", {2, 1, 4, 3, 6, 5, 8, 7}));
  EXPECT_EQ(reached(channel(sr4(), "B a C a C")), lanes("Rx", {1, 2, 3, 4}));
}

// polarity.md 6.1, the rule: lane-exact if and only if Type B cables and Type B adapters together are odd and Type C cables even.
TEST(Parallel, TheParityRuleHoldsForEveryChannelOfUpToFourCables) {
  int channels = 0;
  for (int cables = 1; cables <= 4; ++cables) {
    int all = 1;
    for (int i = 0; i < cables; ++i) all *= 3;
    for (int code = 0; code < all << (cables - 1); ++code) {
      std::string parts;
      int types = code % all, adapters = code / all, flips = 0, pairs = 0;
      for (int i = 0; i < cables; ++i, types /= 3, adapters /= 2) {
        parts += "ABC"[types % 3];
        flips += types % 3 == 1;
        pairs += types % 3 == 2;
        if (i + 1 == cables) break;
        parts += "ab"[adapters % 2];
        flips += adapters % 2;
      }
      const std::string_view fate = flips % 2 == 0 ? "transmit meets transmit" : pairs % 2 == 0 ? "lane-exact" : "lanes permuted";
      EXPECT_EQ(worst(channel(sr4(), parts)), fate) << parts;
      if (cables <= 2) {
        EXPECT_EQ(worst(channel(sr8(), parts)), fate) << parts;
        EXPECT_EQ(reached(channel(sr4(), parts)).starts_with("Rx"), flips % 2 == 1) << parts;
      }
      ++channels;
    }
  }
  EXPECT_EQ(channels, 3 + 9 * 2 + 27 * 4 + 81 * 8);
}

// polarity.md 6.1, consequences.
TEST(Parallel, AllTypeBWorksWithTypeBAdaptersAndWithTypeAOnlyForAnOddNumberOfCables) {
  std::string with_b = "B", with_a = "B";
  for (int cables = 1; cables <= 9; ++cables) {
    EXPECT_EQ(worst(channel(sr4(), with_b)), "lane-exact") << cables;
    EXPECT_EQ(worst(channel(sr4(), with_a)), cables % 2 == 1 ? "lane-exact" : "transmit meets transmit") << cables;
    with_b += " b B";
    with_a += " a B";
  }
}

// polarity.md 6.2: the way of Tx1, receptacle slots m looking in.
TEST(Parallel, RunsAsPrinted) {
  const auto told = [](const Sort& optic, std::string_view parts) {
    const PlainPlant plain = channel(optic, parts);
    const Built built = build(plain);
    const int all = optic.ends[0].columns;
    const plant::Path path = plant::trace(built.plant, {0, static_cast<std::uint16_t>(all - 1)});
    std::string text = fmt::format("m{} -> {}", all + 1 - (path.start.position + 1), path.start.position + 1);
    for (std::size_t i = 0; i < path.hops.size(); ++i) {
      const plant::Hop& hop = path.hops[i];
      if (hop.joint == plant::Joint::kOpposed || hop.joint == plant::Joint::kAligned)
        text += fmt::format(" -adp{}-> {}", hop.joint == plant::Joint::kOpposed ? "A" : "B", hop.entered.position + 1);
      if (hop.left.connector == plant::kNone)
        text += fmt::format(" -> m{}", all - hop.entered.position);
      else
        text += fmt::format(" -{}-> {}", plain.sort_of(built.plug(hop.left.connector).part).map, hop.left.position + 1);
    }
    return text;
  };
  EXPECT_EQ(told(sr4(), "B"), "m1 -> 12 -B-> 1 -> m12");
  EXPECT_EQ(told(sr4(), "A a A a B"), "m1 -> 12 -A-> 12 -adpA-> 12 -A-> 12 -adpA-> 12 -B-> 1 -> m12");
  EXPECT_EQ(told(sr4(), "B b B b B"), "m1 -> 12 -B-> 1 -adpB-> 12 -B-> 1 -adpB-> 12 -B-> 1 -> m12");
  EXPECT_EQ(told(sr4(), "A a B a A"), "m1 -> 12 -A-> 12 -adpA-> 12 -B-> 1 -adpA-> 1 -A-> 1 -> m12");
  EXPECT_EQ(told(sr4(), "B a B a B"), "m1 -> 12 -B-> 1 -adpA-> 1 -B-> 12 -adpA-> 12 -B-> 1 -> m12");
  EXPECT_EQ(told(sr8(), "B"), "m1 -> 16 -B-> 1 -> m16");
}

// mdi-lanes.md 4: direct cables, lane by lane.
TEST(Parallel, DirectCablesLaneByLane) {
  EXPECT_EQ(reached(channel(sr4(), "B")), lanes("Rx", {1, 2, 3, 4}));
  EXPECT_EQ(reached(channel(sr4(), "A")), lanes("Tx", {1, 2, 3, 4}));
  EXPECT_EQ(reached(channel(sr4(), "C")), lanes("Tx", {2, 1, 4, 3}));
  EXPECT_EQ(reached(channel(sr8(), "B")), lanes("Rx", {1, 2, 3, 4, 5, 6, 7, 8}));
}

// mdi-lanes.md 4: acceptance cases. "Dead" is transmit meets transmit.
TEST(Parallel, AcceptanceCases) {
  struct Row {
    std::string_view parts, fate;
  };
  for (const auto& [parts, fate] : {
           Row{"B", "lane-exact"},
           Row{"A", "transmit meets transmit"},
           Row{"B a B", "transmit meets transmit"},
           Row{"A a B", "lane-exact"},
           Row{"B a B a B", "lane-exact"},
           Row{"A a B a A", "lane-exact"},
           Row{"A a A a B", "lane-exact"},
           Row{"B a B a B a B", "transmit meets transmit"},
           Row{"B b B", "lane-exact"},
           Row{"C", "transmit meets transmit"},
           Row{"A a C a B", "lanes permuted"},
           Row{"B a C a C", "lane-exact"},
       })
    EXPECT_EQ(worst(channel(sr4(), parts)), fate) << parts;
}

// The same "B,(Type B adapter),B": proven with flat plugs, faulty with angled ones (polarity.md 8).
TEST(Parallel, ATypeBAdapterHoldsFlatPlugsAndNotAngledOnes) {
  for (const bool angled : {false, true})
    for (const std::string_view parts : {"B b B", "A a B"}) {
      PlainPlant plain = channel(sr4(), parts);
      for (Sort& sort : plain.sorts)
        for (End& end : sort.ends) {
          const bool port = sort.what == What::kTransceiver;
          end.pins = port ? Pinning::kPinned : Pinning::kUnpinned;
          end.cut = !angled ? Cut::kFlat : port ? Cut::kAngledUp : Cut::kAngled;
        }
      // The second cable is pinned where the first is not.
      plain.parts[2].sort = static_cast<int>(plain.sorts.size());
      Sort pinned = plain.sort_of(1);
      pinned.map = "B";
      pinned.ends[0].pins = Pinning::kPinned;
      plain.sorts.push_back(pinned);
      const LinkVerdict verdict = judge_link(SlowJudge(plain), plain.links[0]);
      EXPECT_EQ(verdict.worst, LaneFate::kExact);
      EXPECT_EQ(verdict.verdict(false), angled && parts == "B b B" ? Verdict::kFaulty : Verdict::kProven) << parts;
    }
}

// polarity.md 6.3 and 12.
TEST(Parallel, TwoRowsNeedAnOddNumberOfRowSwaps) {
  struct Row {
    std::string_view parts;
    bool works;
  };
  for (const auto& [parts, works] : {
           Row{"A", false},  // direct
           Row{"R", true},
           Row{"P", false},
           Row{"C", false},          // Tx stays in the Tx row
           Row{"A a A", true},       // two Type A cords through one Type A adapter
           Row{"A a A a R", true},   // Method A
           Row{"R b R b R", true},   // Method B
           Row{"A a A a P", false},  // every one of these with B24-P
           Row{"P b P b P", false},
           Row{"P a P a P", false},
           Row{"A b A", false},
       }) {
    const std::string all = reached(channel(sr10(), parts));
    EXPECT_EQ(all.find("Rx") != std::string::npos, works) << parts << ": " << all;
    EXPECT_EQ(all.find("Tx") == std::string::npos, works) << parts << ": " << all;
  }
}

TEST(Parallel, RowSwapsAreCountedRightForEveryTwoRowChannelOfUpToThreeCables) {
  for (int cables = 1; cables <= 3; ++cables) {
    const int all = 1 << (2 * cables);
    for (int code = 0; code < all << (cables - 1); ++code) {
      std::string parts;
      int types = code % all, adapters = code / all, swaps = 0;
      for (int i = 0; i < cables; ++i, types /= 4, adapters /= 2) {
        parts += "ARPC"[types % 4];
        swaps += types % 4 == 1;
        if (i + 1 == cables) break;
        parts += "ab"[adapters % 2];
        swaps += adapters % 2 == 0;
      }
      const PlainPlant plain = channel(sr10(), parts);
      const Built built = build(plain);
      for (int j = 2; j <= 7; ++j) {  // the lanes that a pair flip does not carry out of the lit ten
        const plant::Path path = plant::trace(built.plant, {0, static_cast<std::uint16_t>(23 - j - 1)});
        ASSERT_EQ(path.ending, plant::Ending::kPort);
        EXPECT_EQ(path.end().position < 12, swaps % 2 == 1) << parts;  // the row at the key receives
      }
    }
  }
}

// mdi-lanes.md 4: B24-R on SR10: Tx j at 23-j arrives at j+2 = Rx 9-j. Lanes count from 1 here.
TEST(Parallel, Sr10ThroughAFullReversalArrivesInReverseOrder) {
  const PlainPlant plain = channel(sr10(), "R");
  EXPECT_EQ(reached(plain), lanes("Rx", {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}));
  const Built built = build(plain);
  for (int j = 0; j < 10; ++j)
    EXPECT_EQ(plant::trace(built.plant, {0, static_cast<std::uint16_t>(23 - j - 1)}).end().position + 1, j + 2);
  const LinkVerdict verdict = judge_link(SlowJudge(plain), plain.links[0]);
  EXPECT_EQ(verdict.worst, LaneFate::kPermuted);
}

// polarity.md 4.1: Type C carries positions 2 and 11 (here 14 and 23) to the dark corners.
TEST(Parallel, Sr10ThroughTypeCLosesTheCorners) {
  EXPECT_EQ(reached(channel(sr10(), "C")), "dark Tx3 Tx2 Tx5 Tx4 Tx7 Tx6 Tx9 Tx8 dark");
}

// mdi-lanes.md 2: bidirectional: Type B connects TR to RT, Type A connects TR to TR and is dark.
TEST(Parallel, BidirectionalOpticsNeedTypeB) {
  EXPECT_EQ(worst(channel(bidi4(), "B")), "lane-exact");
  EXPECT_EQ(worst(channel(bidi4(), "A")), "dark");
  EXPECT_EQ(worst(channel(bidi4(), "B b B b B")), "lane-exact");
}

// polarity.md 3: the receptacle numbers slots looking in, and plug position = W+1-m; the judge's geometry gives the plug position back.
TEST(Parallel, AReceptacleIsNumberedByThePlugPositionItMeets) {
  for (const Sort& optic : {sr4(), sr8(), sr10()}) {
    const PlainPlant plain = channel(optic, "A");
    const SlowJudge judge(plain);
    for (int p = 1; p <= optic.ends[0].size(); ++p) EXPECT_EQ(judge.meets({0, 0}, p)->position, p) << optic.name;
  }
}

}  // namespace
}  // namespace ferrule::test
