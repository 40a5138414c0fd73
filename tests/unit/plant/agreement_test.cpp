// The fast tracer, the plain tracer and the slow judge, on many random plants.
//
// FERRULE_SEED and FERRULE_PLANTS choose where to begin and how many; a plant of a failure is drawn again from its own seed with
// FERRULE_SEED=<seed> FERRULE_PLANTS=1.
#include <ctime>
#include <iostream>
#include <gtest/gtest.h>

#include "plant/trace.h"
#include "support/agree.h"
#include "support/environment.h"
#include "support/random_plant.h"

namespace ferrule::test {
namespace {

bool in_a_ring(const SlowJudge& judge, const Together& start) {
  for (int p : start.positions)
    for (const Walk& walk : judge.follow(start.plug, p).walks)
      if (walk.ending == SlowEnding::kLoop) return true;
  return false;
}

// Seeds are consecutive numbers: splitmix64 is made for that.
TEST(Agreement, FastPlainAndSlowTracersSayTheSameOfRandomPlants) {
  const std::uint64_t first = seed_from_environment(), count = plants_from_environment(100'000, 4'000);
  const std::clock_t began = std::clock();  // processor time: the same on a busy machine
  Tally tally;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const PlainPlant plain = random_plant(seed);
    const Built built = build(plain);
    const SlowJudge judge(plain);
    std::vector<Together> begin = starts(plain, built, 8, ~seed);
    if (seed % 32 !=
        0)  // the tracers go round 4096 joints, which takes longer than all the rest of a plant: some of them will do
      std::erase_if(begin, [&](const Together& start) { return start.lane_set == plant::kNone && in_a_ring(judge, start); });
    const std::string what = disagreement(plain, built, judge, begin, &tally);
    ASSERT_EQ(what, "") << "FERRULE_SEED=" << seed << " FERRULE_PLANTS=1";
    for (const Together& start : begin)
      for (int p : start.positions) {
        const std::string back =
            not_the_same_backwards(built.plant, {built.connector(start.plug), static_cast<std::uint16_t>(p - 1)});
        ASSERT_EQ(back, "") << "FERRULE_SEED=" << seed << " FERRULE_PLANTS=1: " << told(plain, built, start.plug, p);
      }
    ++tally.plants;
  }
  const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  std::cout << tally.spelled() << "\n"
            << static_cast<std::uint64_t>(static_cast<double>(count) / seconds) << " plants per second of processor time\n";
  if (count >= 1000) {
    EXPECT_GT(tally.deep_port_to_port * 3, tally.from_port) << "too few traces go far: " << tally.spelled();
    for (std::uint64_t ended : tally.ended) EXPECT_GT(ended, tally.traces / 10000) << tally.spelled();
    EXPECT_GT(tally.copied, tally.traces / 1000);
  }
}

}  // namespace
}  // namespace ferrule::test
