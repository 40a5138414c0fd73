#include "check/shortage.h"

#include <algorithm>

namespace ferrule::check {

void Shortage::add(std::uint32_t cable, Length length, Length least, Length needed) {
  needed_ = std::max(needed_, needed);
  if (cables_.empty() || least - length > least_ - length_) {
    worst_ = cables_.size();
    length_ = length;
    least_ = least;
  }
  cables_.push_back(cable);
}

std::vector<std::uint32_t> Shortage::cables() const {
  std::vector<std::uint32_t> out = cables_;
  const auto worst = out.begin() + static_cast<std::ptrdiff_t>(worst_);
  std::rotate(out.begin(), worst, worst + 1);
  return out;
}

}  // namespace ferrule::check
