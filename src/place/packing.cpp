#include "place/packing.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <fmt/format.h>

namespace ferrule::place {
namespace {

constexpr std::uint16_t kNowhere = std::numeric_limits<std::uint16_t>::max();

struct Filling {
  Assignment at;
  std::vector<std::uint32_t> free;
};

Filling with_pins(const Instance& instance) {
  Filling filling{Assignment(instance.units, kNowhere), instance.room};
  for (std::uint32_t unit = 0; unit < instance.units; ++unit)
    if (const auto& rack = instance.pin[unit]) {
      filling.at[unit] = static_cast<std::uint16_t>(*rack);
      filling.free[*rack] -= instance.height[unit];
    }
  return filling;
}

void put(const Instance& instance, Filling& filling, std::uint32_t unit, std::uint32_t rack) {
  filling.at[unit] = static_cast<std::uint16_t>(rack);
  filling.free[rack] -= instance.height[unit];
}

// Unit v of n in rack v * racks / n, as a person would spread equal switches over a hall.
std::optional<Assignment> spread(const Instance& instance, const std::vector<std::uint32_t>& order) {
  Filling filling = with_pins(instance);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t unit = order[i];
    if (instance.pin[unit]) continue;
    const std::size_t rack = i * instance.racks / instance.units;
    if (filling.free[rack] < instance.height[unit]) return std::nullopt;
    put(instance, filling, unit, static_cast<std::uint32_t>(rack));
  }
  return filling.at;
}

std::optional<Assignment> fill(const Instance& instance, const std::vector<std::uint32_t>& order) {
  Filling filling = with_pins(instance);
  std::uint32_t rack = 0;
  for (const std::uint32_t unit : order) {
    if (instance.pin[unit]) continue;
    while (rack < instance.racks && filling.free[rack] < instance.height[unit]) ++rack;
    if (rack == instance.racks) return std::nullopt;
    put(instance, filling, unit, rack);
  }
  return filling.at;
}

std::vector<std::uint32_t> highest_first(const Instance& instance) {
  std::vector<std::uint32_t> order(instance.units);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return instance.height[a] > instance.height[b]; });
  return order;
}

tl::expected<Assignment, Clash> best_fit(const Instance& instance) {
  Filling filling = with_pins(instance);
  for (const std::uint32_t unit : highest_first(instance)) {
    if (instance.pin[unit]) continue;
    std::uint32_t best = instance.racks;
    for (std::uint32_t rack = 0; rack < instance.racks; ++rack)
      if (filling.free[rack] >= instance.height[unit] && (best == instance.racks || filling.free[rack] < filling.free[best]))
        best = rack;
    if (best < instance.racks) {
      put(instance, filling, unit, best);
      continue;
    }
    const std::uint32_t most = *std::max_element(filling.free.begin(), filling.free.end());
    const auto node = std::find(instance.unit_of.begin(), instance.unit_of.end(), unit) - instance.unit_of.begin();
    return tl::unexpected(Clash{ClashKind::kNoPacking,
                                fmt::format("no room was found for node {} of {} units: no rack has more than {} left", node,
                                            instance.height[unit], most),
                                static_cast<std::uint32_t>(node),
                                {},
                                instance.height[unit],
                                most});
  }
  return filling.at;
}

}  // namespace

std::optional<Assignment> pack(const Instance& instance, const std::vector<std::uint32_t>& order) {
  if (std::optional<Assignment> even = spread(instance, order)) return even;
  return fill(instance, order);
}

tl::expected<Assignment, Clash> pack_in_order(const Instance& instance) {
  std::vector<std::uint32_t> order(instance.units);
  std::iota(order.begin(), order.end(), 0u);
  if (std::optional<Assignment> found = pack(instance, order)) return *found;
  return best_fit(instance);
}

std::optional<std::vector<std::uint32_t>> free_room(const Instance& instance, const Assignment& at) {
  std::vector<std::uint32_t> free = instance.room;
  for (std::uint32_t unit = 0; unit < instance.units; ++unit) {
    if (at[unit] >= instance.racks || instance.height[unit] > free[at[unit]]) return std::nullopt;
    if (instance.pin[unit] && *instance.pin[unit] != at[unit]) return std::nullopt;
    free[at[unit]] -= instance.height[unit];
  }
  return free;
}

}  // namespace ferrule::place
