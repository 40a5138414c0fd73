// Cables of one part type that are too short, told as one finding: it stands at that which lacks most and speaks of it.
//
// Units:  as Length. `needed` may be more than `least`: what to order, not what proves the fault.
// Errors: none.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/quantity.h"

namespace ferrule::check {

class Shortage {
 public:
  void add(std::uint32_t cable, Length length, Length least, Length needed);

  std::uint32_t worst() const { return cables_[worst_]; }
  Length length() const { return length_; }  // of the worst
  Length least() const { return least_; }    // for the worst
  Length needed() const { return needed_; }  // for any of them

  // The worst, then the others in the order in which they came.
  std::vector<std::uint32_t> cables() const;

 private:
  std::vector<std::uint32_t> cables_;
  std::size_t worst_ = 0;
  Length length_, least_, needed_;
};

using ShortageByType = std::map<std::uint32_t, Shortage>;  // part type

}  // namespace ferrule::check
