// From a connector to the panel port it is plugged into: a plain array, since most plugs of a structured plant are in panels.
//
// Shape: looks like a map to its readers (find, contains, end), four bytes per connector and none where there are no panels.
#pragma once

#include <algorithm>
#include <cstdint>

#include "plant/big_vector.h"

namespace ferrule::plant {

class PortMap {
 public:
  struct Found {  // stands for an iterator: compare it with end(), then read ->second
    std::uint32_t first = kAbsent, second = kAbsent;
    const Found* operator->() const { return this; }
    friend bool operator==(const Found&, const Found&) = default;
  };
  Found find(std::uint32_t connector) const { return contains(connector) ? Found{connector, ports_[connector]} : Found{}; }
  static constexpr Found end() { return {}; }
  bool contains(std::uint32_t connector) const { return connector < ports_.size() && ports_[connector] != kAbsent; }
  std::uint32_t& operator[](std::uint32_t connector) {
    if (ports_.size() <= connector) ports_.resize(std::size_t{connector} + 1, kAbsent);
    return ports_[connector];
  }
  void emplace(std::uint32_t connector, std::uint32_t port) { (*this)[connector] = port; }

 private:
  static constexpr std::uint32_t kAbsent = 0xFFFF'FFFF;
  BigVector<std::uint32_t> ports_;
};

}  // namespace ferrule::plant
