// Short lists without repetition, in the order of first mention.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ferrule::check {

inline void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace ferrule::check
