// Which bundles start or end at a connector. O(connectors + bundles) to make, so made only when something must be looked up.
#pragma once

#include <vector>

#include "plant/plant.h"

namespace ferrule::check {

class BundleIndex {
 public:
  explicit BundleIndex(const plant::Plant& plant);
  std::vector<std::uint32_t> at(std::uint32_t connector) const;  // ascending
  void append(std::uint32_t connector,
              std::vector<std::uint32_t>& bundles) const;  // the same in no order, without a list of its own

 private:
  struct Entry {
    std::uint32_t bundle, next;
  };
  std::vector<std::uint32_t> first_;  // by connector
  std::vector<Entry> entries_;
};

}  // namespace ferrule::check
