// Random small plants, right and wrong ones, the same for the same seed on every machine.
//
// How they are drawn (percentages of plants unless said):
//
//   parts        2..12 in 70 %, 13..40 in 30 %, and further ones, up to 40, where an end found nobody (below); each is of one of
//                3..9 sorts that the plant drew first, a quarter of them of the plant's first cable
//   family       one at home per plant: MPO-12 45 %, duplex with cassettes 20 %, MPO-16 13 %, MPO-24 14 %, MPO-32 8 %; 10 % have none;
//                a sort is of the home family in 88 of 100 cases, else of any
//   sorts        the first a transceiver, the second a cable; then of 100: transceiver 16, cable 52, breakout or cassette 10,
//                conversion 5, shuffle 4, loopback 3, tap 4, multi-leg trunk 3, pigtail with bare fibres 3 (a little other by family)
//   cables       types A, B, C (two rows: A, B-R, B-P, C); now and then 8 or 10 of 12 at one end and 12 at the other
//   faces        pins and polish as they should be in 55 %, each end any in 45 %; 8 % of ends say nothing
//   mistakes     30 % of plants have, more often than not, parts whose map nobody published (a fifth of their sorts), and as
//                often adapters of unstated type (a tenth)
//   joints       each end in turn: loose in 5 %; else a partner whose face lines up, of another part (1 in 50 tries: of any, a loop),
//                the adapter as in the rest of the plant in 80 %; where nobody fits, one in five is mated with what does not fit,
//                and for most of the others one more part is fetched, half of them transceivers
//   links        ports paired in the order of parts
//
// Nobody looks for loops, and they come: cords in a ring, both legs of a trunk into each other, taps that feed themselves.
// What comes of it is printed by the property test: of the light of ports 60 % ends in a port, 36 % in one three joints away or more;
// 20 % of all ends open, and 6 % each at no fibre, no contact and something unknown.
#pragma once

#include <cstdint>

#include "support/plain_plant.h"

namespace ferrule::test {

// splitmix64.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E37'79B9'7F4A'7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBull;
    return z ^ (z >> 31);
  }
  int below(int count) { return static_cast<int>((next() >> 33) % static_cast<std::uint64_t>(count)); }
  int between(int first, int last) { return first + below(last - first + 1); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

PlainPlant random_plant(std::uint64_t seed);

// One physical change to a plant, as a slip of the hand makes it.
struct Mutation {
  enum class What { kNone, kRetyped, kSwapped, kUnplugged, kOtherAdapter } what = What::kNone;
  int part = -1;            // kRetyped: this part is of another sort now
  std::vector<Plug> plugs;  // kSwapped, kUnplugged, kOtherAdapter: the ends whose mating changed
};
Mutation mutate(PlainPlant& plant, Dice& dice);

}  // namespace ferrule::test
