// Three tracers, one plant: do the fast one, the plain one and the slow judge say the same?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plant/light.h"
#include "support/build_plant.h"
#include "support/slow_judge.h"

namespace ferrule::test {

// A number of fibre ends of one connector that are followed together.
struct Together {
  Plug plug;
  std::vector<int> positions;             // from 1
  std::uint32_t lane_set = plant::kNone;  // when they are all lanes of a port
};

// Every port with all its lanes, then `others` fibre ends drawn with `seed`, some of them whole connectors.
std::vector<Together> starts(const PlainPlant& plain, const Built& built, int others, std::uint64_t seed);

struct Tally {  // what a run of plants was like
  std::uint64_t plants = 0, traces = 0, joints = 0, deep_to_port = 0, from_port = 0, port_to_port = 0, deep_port_to_port = 0,
                copied = 0;
  std::uint64_t ended[6] = {};  // by SlowEnding
  std::string spelled() const;
};

// Follows all starts in one batch of Light, one by one with trace, and with the judge. Empty when they agree, else what was seen.
std::string disagreement(const PlainPlant& plain, const Built& built, const SlowJudge& judge, const std::vector<Together>& starts,
                         Tally* tally = nullptr);

// The same path walked back: empty when it is.
std::string not_the_same_backwards(const plant::Plant& plant, plant::FibreEnd start);

// "dev1 1 > C1/a 1, C1/b 2 > K1/1 2, K1/rear 2 > ..." for tests that compare with the words of the facts.
std::string told(const PlainPlant& plain, const Built& built, Plug plug, int position);

}  // namespace ferrule::test
