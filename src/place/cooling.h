// When annealing takes a change for the worse, in whole numbers only: the same run on every machine, whatever its exp() rounds to.
//
//     temperature   hot ----.____
//                                ''''-----......______ cold        halves at equal steps, straight lines between
//
// A change that adds d is taken with chance exp(-d / T): as often as d <= T x E, where E is drawn from a table of quantiles of the
// exponential law. Drawn first, it is one number to compare with.
// Source: Metropolis et al. 1953; Kirkpatrick, Gelatt, Vecchi 1983.
#pragma once

#include <cstdint>
#include <vector>

#include "place/random.h"

namespace ferrule::place {

struct Temperatures {  // in the unit of cost
  std::int64_t hot = 0, cold = 0;
};

class Cooling {
 public:
  Cooling(Temperatures range, std::uint64_t effort);
  // To be told now and then how much of the effort is spent.
  void at(std::uint64_t spent);
  // The most that the next change may add.
  std::int64_t most(Splitmix& random) const { return (now_ * exponential_[random.next() >> kDropBits]) >> kTableScale; }

 private:
  static constexpr int kTableBits = 12, kDropBits = 64 - kTableBits, kScale = 16;
  static constexpr int kTemperatureScale = 8;  // cold temperatures are few units
  static constexpr int kTableScale = kScale + kTemperatureScale;
  static std::vector<std::int64_t> exponential_quantiles();

  std::vector<std::int64_t> exponential_ = exponential_quantiles();
  std::int64_t hot_ = 0, now_ = 0;
  std::uint64_t halvings_ = 0, effort_ = 1;  // halvings in 1/65536
};

}  // namespace ferrule::place
