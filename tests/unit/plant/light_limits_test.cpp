// What the tracers do with plants that nobody builds: chains without end, rings, taps that feed themselves.
#include <ctime>
#include <gtest/gtest.h>

#include "plant/builder.h"
#include "plant/light.h"
#include "plant/trace.h"
#include "support/agree.h"
#include "support/random_plant.h"

namespace ferrule::test {
namespace {

using plant::Ending;
using plant::Light;

// dev1 - cord - cord - ... - cord - dev2, or open at the end.
PlainPlant chain(int cords, bool open) {
  PlainPlant plain;
  plain.put("dev1", bidi1());
  plain.parts.reserve(static_cast<std::size_t>(cords) + 2);
  const int cord = static_cast<int>(plain.sorts.size());
  plain.sorts.push_back(simplex_cord());
  for (int i = 0; i < cords; ++i) {
    plain.parts.push_back({"C" + std::to_string(i + 1), cord});
    plain.joints.push_back({{i, i == 0 ? 0 : 1}, {i + 1, 0}, i == 0 ? Meeting::kTransceiver : Meeting::kOpposed});
  }
  if (!open) {
    plain.parts.push_back({"dev2", 0});
    plain.joints.push_back({{cords, 1}, {cords + 1, 0}, Meeting::kTransceiver});
  }
  return plain;
}

struct Ends {
  Ending fast, plain;
  std::size_t fast_joints, plain_joints;
  plant::FibreEnd fast_end, plain_end;
};

Ends both(const Built& built) {
  Light light(built.plant);
  const Light::Start start{built.ports[0].connector, light.start_of(built.ports[0].lane_set)};
  Light::Leaf leaf;
  std::vector<Light::MoreLeaf> more;
  light.follow({&start, 1}, {&leaf, 1}, more);
  EXPECT_TRUE(more.empty());
  const plant::Step& step = light.step(leaf.step);
  const plant::Path path = plant::trace(built.plant, {start.connector, 0});
  return {step.ending,
          path.ending,
          light.exit(step.from).hops + (step.ending == Ending::kOpenEnd ? 0u : 1u),
          path.hops.size(),
          {leaf.connector, light.ended(step).front().position},
          path.end()};
}

TEST(LightLimits, BothTracersGiveUpAtTheSameJoint) {
  struct Row {
    int cords;
    bool open;
    Ending ending;
  };
  // A chain of n cords between two ports has n+1 joints, an open one n.
  for (const auto& [cords, open, ending] : std::initializer_list<Row>{
           {0, true, Ending::kOpenEnd},
           {1, false, Ending::kPort},
           {4000, false, Ending::kPort},
           {Light::kMostHops - 2, false, Ending::kPort},
           {Light::kMostHops - 1, false, Ending::kTooLong},
           {Light::kMostHops, false, Ending::kTooLong},
           {Light::kMostHops - 1, true, Ending::kOpenEnd},
           {Light::kMostHops, true, Ending::kTooLong},
           {5000, false, Ending::kTooLong},
           {5000, true, Ending::kTooLong},
       }) {
    const Built built = build(chain(cords, open));
    const Ends ends = both(built);
    EXPECT_EQ(spell(ends.fast), spell(ending)) << cords << " cords";
    EXPECT_EQ(spell(ends.plain), spell(ending)) << cords << " cords";
    EXPECT_EQ(ends.fast_joints, ends.plain_joints) << cords << " cords";
    EXPECT_EQ(ends.fast_end, ends.plain_end) << cords << " cords";
    if (ending == Ending::kTooLong) {
      EXPECT_EQ(ends.fast_joints, static_cast<std::size_t>(Light::kMostHops));
    }
  }
}

TEST(LightLimits, TheJudgeWalksAChainThatTheTracersDoNot) {
  const PlainPlant plain = chain(5000, false);
  const SlowJudge judge(plain);
  const Walk walk = judge.follow({0, 0}, 1).walks.front();
  EXPECT_EQ(spell(walk.ending), "port");
  EXPECT_EQ(walk.joints, 5001);
}

TEST(LightLimits, ARingOfCordsIsTooLong) {
  PlainPlant plain;
  for (const char* name : {"C1", "C2", "C3"}) plain.put(name, array_cable("B", "MPO-12"));
  plain.join("C1/b", "C2/a", Meeting::kOpposed);
  plain.join("C2/b", "C3/a", Meeting::kAligned);
  plain.join("C3/b", "C1/a", Meeting::kOpposed);
  const Built built = build(plain);
  const SlowJudge judge(plain);
  EXPECT_EQ(spell(judge.follow(plain.plug("C2/a"), 3).walks.front().ending), "loop");
  EXPECT_EQ(disagreement(plain, built, judge, {{plain.plug("C2/a"), {1, 3, 12}}}), "");
}

// A tap sends 12 fibres straight from a to b and a copy of each to m.
Sort tap12() {
  Sort sort;
  sort.what = What::kTap;
  sort.name = "tap";
  sort.ends = {end_of("a", "MPO-12"), end_of("b", "MPO-12"), end_of("m", "MPO-12")};
  for (int p = 1; p <= 12; ++p) {
    sort.strands.push_back({0, p, 1, p});
    sort.copies.push_back({0, p, 2, p});
  }
  return sort;
}

struct Counted {
  std::size_t leaves = 0, too_long = 0, steps = 0;
  double seconds = 0;
};

Counted count(const Built& built, std::uint32_t connector, std::initializer_list<std::uint8_t> positions) {
  const std::clock_t began = std::clock();
  Light light(built.plant);
  const std::vector<std::uint8_t> from(positions);
  const Light::Start start{connector, light.start_of(built.plant.connectors[connector].face(), from)};
  Light::Leaf leaf;
  std::vector<Light::MoreLeaf> more;
  light.follow({&start, 1}, {&leaf, 1}, more);
  Counted counted{1 + more.size(), light.step(leaf.step).ending == Ending::kTooLong ? 1u : 0u, light.step_count(), 0};
  for (const Light::MoreLeaf& further : more)
    if (light.step(further.leaf.step).ending == Ending::kTooLong) ++counted.too_long;
  counted.seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  return counted;
}

TEST(LightLimits, AChainOfTapsHasOneEndPerTapAndOneMore) {
  for (int taps : {1, 2, 30, 400}) {
    PlainPlant plain;
    plain.put("dev1", sr4());
    const int sort = static_cast<int>(plain.sorts.size());
    plain.sorts.push_back(tap12());
    for (int i = 0; i < taps; ++i) {
      plain.parts.push_back({"T" + std::to_string(i + 1), sort});
      plain.joints.push_back({{i, i == 0 ? 0 : 1}, {i + 1, 0}, i == 0 ? Meeting::kTransceiver : Meeting::kOpposed});
    }
    const Built built = build(plain);
    const Counted counted = count(built, built.ports[0].connector, {0, 1, 11});
    EXPECT_EQ(counted.leaves, static_cast<std::size_t>(taps) + 1);  // each with all three fibres
    EXPECT_EQ(counted.too_long, 0u);
    if (taps <= 30) {
      const SlowJudge judge(plain);
      EXPECT_EQ(disagreement(plain, built, judge, {{{0, 0}, {1, 2, 12}}}), "");
      EXPECT_EQ(judge.follow({0, 0}, 12).walks.size(), static_cast<std::size_t>(taps) + 1);
      EXPECT_EQ(plant::trace(built.plant, {built.ports[0].connector, 0}).branches.size(), static_cast<std::size_t>(taps));
    }
  }
}

TEST(LightLimits, ACopyListedTwiceIsOneCopy) {
  // Each tap copies position 1 twice to the monitor's position 1, and the monitor feeds the next tap.
  PlainPlant plain;
  plain.put("dev1", bidi1());
  Sort doubling;
  doubling.what = What::kTap;
  doubling.name = "doubling";
  doubling.ends = {end_of("a", "LC"), end_of("b", "LC"), end_of("m", "LC")};
  doubling.strands = {{0, 1, 1, 1}};
  doubling.copies = {{0, 1, 2, 1}, {0, 1, 2, 1}};
  const int sort = static_cast<int>(plain.sorts.size());
  plain.sorts.push_back(doubling);
  for (int i = 0; i < 60; ++i) {
    plain.parts.push_back({"T" + std::to_string(i + 1), sort});
    plain.joints.push_back({{i, i == 0 ? 0 : 2}, {i + 1, 0}, i == 0 ? Meeting::kTransceiver : Meeting::kOpposed});
  }
  const Built built = build(plain);
  const Counted counted = count(built, built.ports[0].connector, {0});
  EXPECT_EQ(counted.leaves, 61u);
  EXPECT_EQ(counted.too_long, 0u);
}

// Two inputs to one output. As a directed part it can only be written as a tap.
Sort merge12() {
  Sort merge;
  merge.what = What::kTap;
  merge.name = "merge";
  merge.ends = {end_of("x", "MPO-12"), end_of("y", "MPO-12"), end_of("out", "MPO-12")};
  for (int p = 1; p <= 12; ++p) {
    merge.copies.push_back({0, p, 2, p});
    merge.copies.push_back({1, p, 2, p});
  }
  return merge;
}

TEST(LightLimits, CopiesThatMeetAgainAreBoundedAndSaySo) {
  // Tap and merge, forty times in a row: 2^40 ways.
  PlainPlant plain;
  plain.put("dev1", sr4());
  plain.sorts.push_back(tap12());
  plain.sorts.push_back(merge12());
  for (int i = 0; i < 40; ++i) {
    const int tap = static_cast<int>(plain.parts.size()), merge = tap + 1;
    plain.parts.push_back({"T" + std::to_string(i + 1), 1});
    plain.parts.push_back({"M" + std::to_string(i + 1), 2});
    plain.joints.push_back({{tap - 1, i == 0 ? 0 : 2}, {tap, 0}, i == 0 ? Meeting::kTransceiver : Meeting::kOpposed});
    plain.joints.push_back({{tap, 1}, {merge, 0}, Meeting::kOpposed});
    plain.joints.push_back({{tap, 2}, {merge, 1}, Meeting::kOpposed});
  }
  const Built built = build(plain);
  const Counted counted = count(built, built.ports[0].connector, {0});
  EXPECT_LT(counted.steps, 100'000u);
  EXPECT_GT(counted.too_long, 0u) << "light was dropped without a word";
  EXPECT_LT(counted.seconds, 5.0);
}

TEST(LightLimits, TapsThatFeedThemselvesAreBoundedAndSaySo) {
  // T1's straight way leads to T2 and its copy to T3, and both come back to it: as many ways again at every round.
  PlainPlant plain;
  plain.put("T1", tap12());
  plain.sorts.push_back(merge12());
  plain.parts.push_back({"M", static_cast<int>(plain.sorts.size()) - 1});
  plain.put("dev1", sr4());
  plain.join("T1/b", "M/x", Meeting::kOpposed);
  plain.join("T1/m", "M/y", Meeting::kOpposed);
  plain.join("M/out", "T1/a", Meeting::kOpposed);
  const Built built = build(plain);
  const Counted counted = count(built, built.connector(plain.plug("M/out")), {0, 5});
  EXPECT_LT(counted.steps, 100'000u);
  EXPECT_GT(counted.too_long, 0u);
  EXPECT_LT(counted.seconds, 5.0);
  const plant::Path path = plant::trace(built.plant, {built.connector(plain.plug("M/out")), 0});
  EXPECT_EQ(spell(path.ending), "no fibre");  // nothing goes straight through a merge
}

}  // namespace
}  // namespace ferrule::test
