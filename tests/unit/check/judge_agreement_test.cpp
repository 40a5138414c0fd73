// The verdict on every lane, by check::judge and by the slow judge, on random plants. FERRULE_SEED and FERRULE_PLANTS choose them.
#include <algorithm>
#include <iostream>
#include <gtest/gtest.h>

#include "check/proof.h"
#include "support/agree.h"
#include "support/environment.h"
#include "support/random_plant.h"

namespace ferrule::test {
namespace {

using check::Outcome;

Outcome as_outcome(LaneFate fate) {
  switch (fate) {
    case LaneFate::kExact: return Outcome::kExact;
    case LaneFate::kPermuted: return Outcome::kPermuted;
    case LaneFate::kUnknown: return Outcome::kUnknown;
    case LaneFate::kPortOrderChanged: return Outcome::kPortChanged;
    case LaneFate::kTransmitMeetsTransmit: return Outcome::kTransmitMeetsTransmit;
    case LaneFate::kDark: return Outcome::kDark;
    case LaneFate::kOpenEnd: break;
  }
  return Outcome::kOpen;
}

// Each port with the port that its light reaches first, if any, and with the next port: links that hold and links that do not.
std::vector<LinkWanted> links_of(const PlainPlant& plain, const Built& built, const SlowJudge& judge) {
  std::vector<LinkWanted> links;
  for (std::size_t i = 0; i < built.ports.size(); ++i) {
    const Plug from = built.ports[i].plug;
    for (const LaneAt& lane : plain.sort_of(from.part).lanes) {
      if (lane.end != from.end) continue;
      const Walk walk = judge.follow(from, lane.position).walks.front();
      if (walk.ending == SlowEnding::kPort) {
        links.push_back({from, walk.plug});
        break;
      }
    }
    links.push_back({from, built.ports[(i + 1) % built.ports.size()].plug});
  }
  return links;
}

TEST(JudgeAgreement, EveryLaneOfRandomPlantsHasTheVerdictOfTheSlowJudge) {
  const std::uint64_t first = seed_from_environment(), count = plants_from_environment(20'000, 1'000);
  std::uint64_t lanes = 0, by_outcome[7] = {};
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const PlainPlant plain = random_plant(seed);
    const Built built = build(plain);
    const SlowJudge judge(plain);
    plant::Light light(built.plant);
    const auto port_of = [&](Plug plug) {
      return *std::find_if(built.ports.begin(), built.ports.end(), [&](const Built::Port& port) { return port.plug == plug; });
    };
    for (const LinkWanted& link : links_of(plain, built, judge)) {
      const Built::Port a = port_of(link.a), b = port_of(link.b);
      const plant::Bundle bundle{a.connector, a.lane_set, b.connector, b.lane_set};
      const plant::Light::Start start{a.connector, light.start_of(a.lane_set)};
      std::vector<plant::Light::Leaf> leaves(1);
      std::vector<plant::Light::MoreLeaf> more;
      light.follow({&start, 1}, leaves, more);
      for (const plant::Light::MoreLeaf& leaf : more) leaves.push_back(leaf.leaf);
      const check::Way way = check::judge(built.plant, light, bundle, leaves);
      const LinkVerdict verdict = judge_link(judge, link);
      for (const LaneVerdict& lane : verdict.there) {
        if (lane.walk.ending == SlowEnding::kLoop) continue;
        // A copy goes one way: where one trace stands for both directions, check does not take it for the lane.
        const auto both = [&](const LaneAt& at) {
          return at.end == link.a.end && at.position == lane.position && at.does == Does::kBoth;
        };
        const std::vector<LaneAt>& lanes_there = plain.sort_of(link.a.part).lanes;
        if (lane.walk.copied && std::any_of(lanes_there.begin(), lanes_there.end(), both)) continue;
        if (lane.walk.copied) {  // two copies of one light in two fibres of the port: either may be told
          const std::vector<Walk> walks = judge.follow(link.a, lane.position).walks;
          if (std::count_if(walks.begin(), walks.end(),
                            [&](const Walk& walk) { return walk.ending == SlowEnding::kPort && walk.plug == link.b; }) > 1)
            continue;
        }
        const auto fate = std::find_if(way.fates.begin(), way.fates.end(), [&](const check::Fate& one) {
          return one.lane + 1 == lane.lane && one.from + 1 == lane.position;
        });
        ASSERT_NE(fate, way.fates.end());
        ASSERT_EQ(check::spell(fate->outcome), check::spell(as_outcome(lane.fate)))
            << "FERRULE_SEED=" << seed << " FERRULE_PLANTS=1: " << plain.spelled(link.a) << " to " << plain.spelled(link.b)
            << ", lane " << lane.lane << (lane.walk.copied ? ", by a copy" : "") << "\n"
            << told(plain, built, link.a, fate->from + 1);
        ++lanes;
        ++by_outcome[static_cast<int>(fate->outcome)];
      }
    }
  }
  std::cout << lanes << " lanes:";
  for (int i = 0; i < 7; ++i) std::cout << " " << check::spell(static_cast<Outcome>(i)) << " " << by_outcome[i];
  std::cout << "\n";
  if (count >= 1000) {
    for (std::uint64_t of : by_outcome) EXPECT_GT(of, lanes / 1000);
  }
}

}  // namespace
}  // namespace ferrule::test
