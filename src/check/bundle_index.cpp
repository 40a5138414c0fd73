#include "check/bundle_index.h"

#include <algorithm>

namespace ferrule::check {

BundleIndex::BundleIndex(const plant::Plant& plant) : first_(plant.connectors.size(), plant::kNone) {
  entries_.reserve(plant.bundles.size() * 2);
  const auto add = [&](std::uint32_t connector, std::uint32_t bundle) {
    if (connector == plant::kNone) return;
    entries_.push_back({bundle, first_[connector]});
    first_[connector] = static_cast<std::uint32_t>(entries_.size() - 1);
  };
  for (std::uint32_t bundle = 0; bundle < plant.bundles.size(); ++bundle) {
    add(plant.bundles[bundle].a, bundle);
    if (plant.bundles[bundle].b != plant.bundles[bundle].a) add(plant.bundles[bundle].b, bundle);
  }
}

std::vector<std::uint32_t> BundleIndex::at(std::uint32_t connector) const {
  std::vector<std::uint32_t> bundles;
  append(connector, bundles);
  std::reverse(bundles.begin(), bundles.end());
  return bundles;
}

void BundleIndex::append(std::uint32_t connector, std::vector<std::uint32_t>& bundles) const {
  for (std::uint32_t entry = first_[connector]; entry != plant::kNone; entry = entries_[entry].next)
    bundles.push_back(entries_[entry].bundle);
}

}  // namespace ferrule::check
