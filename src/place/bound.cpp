#include "place/bound.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "place/crowding.h"

namespace ferrule::place {
namespace {

constexpr std::size_t kMostSteps = 400;  // of price

class Levels {
 public:
  Levels(const Instance& instance, std::uint32_t kind)
      : instance_(instance),
        kind_(kind),
        crowding_(instance, kind),
        lowest_(*std::min_element(instance.height.begin(), instance.height.end())) {
    by_price_.resize(instance.racks);
    for (std::uint32_t rack = 0; rack < instance.racks; ++rack) {
      by_price_[rack].resize(instance.racks);
      std::iota(by_price_[rack].begin(), by_price_[rack].end(), std::uint16_t{0});
      const std::int32_t* const price = instance.row(kind, rack);
      std::sort(by_price_[rack].begin(), by_price_[rack].end(),
                [&](std::uint16_t a, std::uint16_t b) { return price[a] < price[b]; });
    }
    reached_.resize(instance.racks, 0);
    others_.resize(instance.racks, 0);
    any_.resize(instance.racks, false);
    leader_.resize(instance.racks);
    std::iota(leader_.begin(), leader_.end(), 0u);
  }

  std::int64_t least() {
    if (crowding_.cables() == 0) return 0;
    std::int64_t sum = 0;
    std::int32_t before = 0;
    std::uint64_t dearer = crowding_.cables();  // than the step before
    for (const Step& step : steps()) {
      sum += static_cast<std::int64_t>(step.price - before) * static_cast<std::int64_t>(dearer);
      dearer = std::min(dearer, crowding_.cables() - most_within(step.upto));
      before = step.price;
      if (dearer == 0) break;
    }
    return sum;
  }

 private:
  struct Step {
    std::int32_t price = 0, upto = 0;  // cables of price .. upto are taken to cost `price`
  };

  // Ascending; one price each, or several where there are too many.
  std::vector<Step> steps() const {
    std::vector<std::int32_t> all = instance_.prices[kind_];
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const std::size_t count = std::min(all.size(), kMostSteps);
    std::vector<Step> made;
    for (std::size_t i = 0; i < count; ++i) made.push_back({all[i * all.size() / count], all[(i + 1) * all.size() / count - 1]});
    return made;
  }

  std::uint64_t most_within(std::int32_t price) {
    widen(price);
    return std::min(by_seats(), by_crowds());
  }

  std::uint64_t seats(std::uint32_t rack) const { return lowest_ == 0 ? instance_.units : instance_.room[rack] / lowest_; }

  // Racks up to this price from each rack: how many others they seat, and which hang together.
  void widen(std::int32_t price) {
    for (std::uint32_t rack = 0; rack < instance_.racks; ++rack) {
      const std::int32_t* const prices = instance_.row(kind_, rack);
      for (; reached_[rack] < instance_.racks && prices[by_price_[rack][reached_[rack]]] <= price; ++reached_[rack]) {
        const std::uint32_t other = by_price_[rack][reached_[rack]];
        others_[rack] += seats(other);
        if (other == rack && others_[rack] > 0) --others_[rack];  // the unit itself
        any_[rack] = any_[other] = true;
        leader_[leader(rack)] = leader(other);
      }
    }
  }

  std::uint32_t leader(std::uint32_t rack) {
    while (leader_[rack] != rack) rack = leader_[rack] = leader_[leader_[rack]];
    return rack;
  }

  // Every unit in the rack with the most seats around, its thickest bundles into them; a cable is seen from both ends.
  std::uint64_t by_seats() const {
    const std::uint64_t most = *std::max_element(others_.begin(), others_.end());
    std::uint64_t sum = 0;
    for (const std::vector<std::uint32_t>& bundles : crowding_.sorted_cables()) {
      const std::size_t kept = std::min<std::size_t>(bundles.size(), most);
      sum += std::accumulate(bundles.begin(), bundles.begin() + static_cast<std::ptrdiff_t>(kept), std::uint64_t{0});
    }
    return sum / 2;
  }

  std::uint64_t by_crowds() {
    std::vector<std::uint64_t> crowd(instance_.racks, 0);
    for (std::uint32_t rack = 0; rack < instance_.racks; ++rack)
      if (any_[rack]) crowd[leader(rack)] += seats(rack);
    std::uint64_t sum = 0;
    for (const std::uint64_t units : crowd)
      if (units > 1) sum += crowding_.among(units);
    return sum;
  }

  const Instance& instance_;
  std::uint32_t kind_;
  Crowding crowding_;
  std::uint32_t lowest_;  // unit
  std::vector<std::vector<std::uint16_t>> by_price_;
  std::vector<std::size_t> reached_;
  std::vector<std::uint64_t> others_;  // that a unit in the rack may have within the price
  std::vector<bool> any_;              // racks that have a cable of this price at all
  std::vector<std::uint32_t> leader_;
};

// Cables within what must stand together, in the rack where they are cheapest.
std::int64_t least_inner(const Instance& instance) {
  std::int64_t sum = 0;
  if (instance.inner.empty()) return sum;
  for (std::uint32_t unit = 0; unit < instance.units; ++unit) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::uint32_t rack = 0; rack < instance.racks; ++rack) least = std::min(least, instance.inner_cost(unit, rack));
    sum += least;
  }
  return sum;
}

}  // namespace

std::int64_t least_cost(const Instance& instance) {
  std::int64_t sum = least_inner(instance);
  if (instance.units == 0) return sum;
  for (std::uint32_t kind = 0; kind < instance.kinds; ++kind) sum += Levels(instance, kind).least();
  return sum;
}

}  // namespace ferrule::place
