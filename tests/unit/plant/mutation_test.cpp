// One slip of the hand in a plant: what it does not touch stays as it was, what it touches is as the judge says.
//
// FERRULE_SEED and FERRULE_PLANTS as in agreement_test.cpp.
#include <algorithm>
#include <iostream>
#include <set>
#include <gtest/gtest.h>

#include "plant/builder.h"
#include "plant/trace.h"
#include "support/agree.h"
#include "support/environment.h"
#include "support/random_plant.h"

namespace ferrule::test {
namespace {

using plant::Path;

bool same(const Path& one, const Path& two) {
  if (one.ending != two.ending || one.hops.size() != two.hops.size() || one.branches != two.branches) return false;
  for (std::size_t i = 0; i < one.hops.size(); ++i)
    if (one.hops[i].joint != two.hops[i].joint || !(one.hops[i].entered == two.hops[i].entered) ||
        !(one.hops[i].left == two.hops[i].left))
      return false;
  return true;
}

bool touches(const Path& path, const std::set<std::uint32_t>& touched) {
  if (touched.contains(path.start.connector)) return true;
  for (const plant::Hop& hop : path.hops)
    if (touched.contains(hop.entered.connector) || touched.contains(hop.left.connector)) return true;
  return false;
}

std::vector<Path> port_traces(const Built& built) {
  std::vector<Path> paths;
  for (const Built::Port& port : built.ports)
    for (const plant::LaneSet::Fibre& fibre : built.plant.lane_sets[port.lane_set].fibres)
      paths.push_back(plant::trace(built.plant, {port.connector, fibre.position}));
  return paths;
}

TEST(Mutation, ChangesNoTraceThatDoesNotPassIt) {
  const std::uint64_t first = seed_from_environment(), count = plants_from_environment(10'000, 1'000);
  std::uint64_t kinds[5] = {}, touched_fibres = 0, changed = 0, kept = 0, links_changed = 0, links_kept = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const PlainPlant before = random_plant(seed);
    PlainPlant after = before;
    Dice dice(seed * 31 + 7);
    const Mutation mutation = mutate(after, dice);
    ++kinds[static_cast<int>(mutation.what)];
    if (mutation.what == Mutation::What::kNone) continue;
    const Built built_before = build(before), built_after = build(after);
    const SlowJudge judge_before(before), judge_after(after);
    SCOPED_TRACE("FERRULE_SEED=" + std::to_string(seed) + " FERRULE_PLANTS=1");

    ASSERT_EQ(disagreement(after, built_after, judge_after, starts(after, built_after, 0, 0)), "");

    std::set<std::uint32_t> touched;
    for (Plug plug : mutation.plugs) touched.insert(built_before.connector(plug));
    if (mutation.part >= 0)
      for (int end = 0; end < static_cast<int>(before.sort_of(mutation.part).ends.size()); ++end)
        touched.insert(built_before.connector({mutation.part, end}));
    const std::vector<Path> was = port_traces(built_before), is = port_traces(built_after);
    ASSERT_EQ(was.size(), is.size());
    for (std::size_t i = 0; i < was.size(); ++i) {
      const bool passes = touches(was[i], touched);
      ASSERT_EQ(passes, touches(is[i], touched)) << "a fibre came to the change, or left it, without passing it";
      if (!passes) {
        ASSERT_TRUE(same(was[i], is[i]));
      }
      passes ? ++touched_fibres : ++kept;
      changed += passes && !same(was[i], is[i]);
    }

    // Verdicts of links that no touched trace belongs to.
    for (const LinkWanted& link : before.links) {
      const auto passes = [&](const LinkVerdict& verdict) {
        for (const auto* lanes : {&verdict.there, &verdict.back})
          for (const LaneVerdict& lane : *lanes)
            for (const Walked& step : lane.walk.way)
              if (touched.contains(built_before.connector(step.entered)) ||
                  (step.left.part >= 0 && touched.contains(built_before.connector(step.left))))
                return true;
        return touched.contains(built_before.connector(link.a)) || touched.contains(built_before.connector(link.b));
      };
      const LinkVerdict one = judge_link(judge_before, link), two = judge_link(judge_after, link);
      const bool equal = one.worst == two.worst && one.contacts == two.contacts && one.verdict(true) == two.verdict(true);
      if (!passes(one) && !passes(two)) {
        ASSERT_TRUE(equal) << before.spelled(link.a) << " to " << before.spelled(link.b);
      }
      equal ? ++links_kept : ++links_changed;
    }

    // A part retyped in place is the plant built with the other part.
    if (mutation.what == Mutation::What::kRetyped) {
      PlainPlant both = before;
      both.sorts = after.sorts;
      Built retyped = build(both);
      const auto asset = static_cast<std::uint32_t>(mutation.part);
      ASSERT_TRUE(plant::retype(retyped.plant, asset, static_cast<std::uint32_t>(after.parts[asset].sort)));
      ASSERT_EQ(disagreement(after, retyped, judge_after, starts(after, retyped, 4, seed)), "");
    }
  }
  std::cout << "retyped " << kinds[1] << ", swapped " << kinds[2] << ", unplugged " << kinds[3] << ", other adapter " << kinds[4]
            << "; " << touched_fibres << " fibres passed the change, " << changed << " went another way then, " << kept
            << " did not pass it; " << links_changed << " links changed, " << links_kept << " did not\n";
  if (count >= 1000) {
    for (int kind = 1; kind <= 4; ++kind) EXPECT_GT(kinds[kind], count / 20);
    EXPECT_GT(changed, count);
    EXPECT_GT(kept, changed);
  }
}

// Light that reads other maps than the plant's own (a repair tried out) is the light of the plant with those maps.
TEST(Mutation, TriedOutOnLightAloneIsTheMutatedPlant) {
  const std::uint64_t first = seed_from_environment(), count = std::min<std::uint64_t>(plants_from_environment(500, 200), 500);
  int tried = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const PlainPlant before = random_plant(seed);
    PlainPlant after = before;
    for (Sort& sort : after.sorts)
      if (sort.what == What::kArrayCable) sort.map = sort.map == "C" ? "A" : "C";
    const Built was = build(before), is = build(after);
    plant::Light tried_out(was.plant, is.plant.types), built(is.plant);
    for (const Built::Port& port : was.ports) {
      plant::Light::Leaf one, two;
      std::vector<plant::Light::MoreLeaf> more_one, more_two;
      const plant::Light::Start from_one{port.connector, tried_out.start_of(port.lane_set)},
          from_two{port.connector, built.start_of(port.lane_set)};
      tried_out.follow({&from_one, 1}, {&one, 1}, more_one);
      built.follow({&from_two, 1}, {&two, 1}, more_two);
      const auto same = [&](const plant::Light::Leaf& a, const plant::Light::Leaf& b) {
        return a.connector == b.connector && a.length_mm == b.length_mm &&
               tried_out.step(a.step).ending == built.step(b.step).ending &&
               std::ranges::equal(tried_out.ended(tried_out.step(a.step)), built.ended(built.step(b.step)));
      };
      ASSERT_TRUE(same(one, two)) << seed;
      ASSERT_EQ(more_one.size(), more_two.size()) << seed;
      for (std::size_t i = 0; i < more_one.size(); ++i) ASSERT_TRUE(same(more_one[i].leaf, more_two[i].leaf)) << seed;
      ++tried;
    }
  }
  EXPECT_GT(tried, 200);
}

}  // namespace
}  // namespace ferrule::test
