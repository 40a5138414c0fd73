#include "place/seating.h"

#include <cassert>

#include "place/packing.h"

namespace ferrule::place {

Seating::Seating(const Instance& instance, Assignment at)
    : instance_(instance), at_(std::move(at)), place_(instance.units, 0), members_(instance.racks), cost_(instance.cost(at_)) {
  auto left = free_room(instance, at_);
  assert(left);
  free_ = std::move(*left);
  for (const Arc& arc : instance.arcs) to_.push_back(arc.to);
  if (!instance.arcs.empty()) plain_kind_ = instance.arcs.front().kind;
  for (std::uint32_t unit = 0; unit < instance.units; ++unit) {
    if (instance.pin[unit]) continue;
    movable_.push_back(unit);
    place_[unit] = static_cast<std::uint32_t>(members_[at_[unit]].size());
    members_[at_[unit]].push_back(unit);
  }
}

bool Seating::may_swap(std::uint32_t a, std::uint32_t b) const {
  const std::uint32_t high_a = instance_.height[a], high_b = instance_.height[b];
  return high_a <= free_[at_[b]] + high_b && high_b <= free_[at_[a]] + high_a;
}

template <bool kPlain>
std::int64_t Seating::weigh(std::uint32_t unit, std::uint32_t from, std::uint32_t to) const {
  std::int64_t added = 0;
  const std::uint32_t begin = instance_.first[unit], end = instance_.first[unit + 1];
  if constexpr (kPlain) {
    const std::int32_t* const before = instance_.row(plain_kind_, from);
    const std::int32_t* const after = instance_.row(plain_kind_, to);
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::uint32_t there = at_[to_[i]];
      added += after[there] - before[there];
    }
  } else {
    for (std::uint32_t i = begin; i < end; ++i) {
      const Arc& arc = instance_.arcs[i];
      const std::uint32_t there = at_[arc.to];
      const std::int64_t each = instance_.row(arc.kind, to)[there] - instance_.row(arc.kind, from)[there];
      added += each * arc.cables;
    }
  }
  if (!instance_.inner.empty()) added += instance_.inner_cost(unit, to) - instance_.inner_cost(unit, from);
  return added;
}

std::int64_t Seating::weigh_move(std::uint32_t unit, std::uint32_t to) const {
  if (tabulated()) return static_cast<std::int64_t>(tabled(unit)[to]) - tabled(unit)[at_[unit]];
  return instance_.plain ? weigh<true>(unit, at_[unit], to) : weigh<false>(unit, at_[unit], to);
}

// What two moves, each weighed with the other unit where it was, leave out: the cables between the two stay as long as they were.
std::int64_t Seating::between(std::uint32_t a, std::uint32_t b) const {
  std::int64_t left_out = 0;
  for (const Arc& arc : instance_.arcs_of(a)) {
    if (arc.to != b) continue;
    const std::int32_t* const from = instance_.row(arc.kind, at_[a]);
    const std::int32_t* const to = instance_.row(arc.kind, at_[b]);
    left_out += arc.cables * (2 * static_cast<std::int64_t>(from[at_[b]]) - from[at_[a]] - to[at_[b]]);
  }
  return left_out;
}

std::int64_t Seating::weigh_swap(std::uint32_t a, std::uint32_t b, std::int64_t most) {
  const std::uint16_t from = at_[a], to = at_[b];
  if (tabulated()) {
    const std::int64_t apart = weigh_move(a, to) + weigh_move(b, from);
    return apart > most && instance_.inner_is_cheapest ? apart : apart + between(a, b);
  }
  // One after the other, the second seeing the first where it went: right whether or not the two are joined.
  const std::int64_t first = weigh_move(a, to);
  at_[a] = to;
  const std::int64_t second = weigh_move(b, from);
  at_[a] = from;
  return first + second;
}

bool Seating::tabulate() {
  const std::size_t entries = static_cast<std::size_t>(instance_.units) * instance_.racks;
  if (entries == 0 || entries > kMostTabulated || !instance_.sums_fit_32_bits) return false;
  table_.assign(entries, 0);
  for (std::uint32_t unit = 0; unit < instance_.units; ++unit) {
    std::int32_t* const sums = tabled(unit);
    for (const Arc& arc : instance_.arcs_of(unit)) {
      const std::int32_t* const price = instance_.row(arc.kind, at_[arc.to]);
      for (std::uint32_t rack = 0; rack < instance_.racks; ++rack)
        sums[rack] += static_cast<std::int32_t>(arc.cables) * price[rack];
    }
    for (std::uint32_t rack = 0; rack < instance_.racks; ++rack)
      sums[rack] += static_cast<std::int32_t>(instance_.inner_cost(unit, rack));
  }
  return true;
}

void Seating::retabulate(std::uint32_t unit, std::uint32_t from, std::uint32_t to) {
  for (const Arc& arc : instance_.arcs_of(unit)) {
    std::int32_t* __restrict const sums = tabled(arc.to);
    const std::int32_t* __restrict const before = instance_.row(arc.kind, from);
    const std::int32_t* __restrict const after = instance_.row(arc.kind, to);
    const auto cables = static_cast<std::int32_t>(arc.cables);
    const std::uint32_t racks = instance_.racks;
    if (cables == 1) {
      for (std::uint32_t rack = 0; rack < racks; ++rack) sums[rack] += after[rack] - before[rack];
    } else {
      for (std::uint32_t rack = 0; rack < racks; ++rack) sums[rack] += cables * (after[rack] - before[rack]);
    }
  }
}

void Seating::leave(std::uint32_t unit) {
  std::vector<std::uint32_t>& mates = members_[at_[unit]];
  const std::uint32_t last = mates.back();
  mates[place_[unit]] = last;
  place_[last] = place_[unit];
  mates.pop_back();
  free_[at_[unit]] += instance_.height[unit];
}

void Seating::enter(std::uint32_t unit, std::uint32_t rack) {
  at_[unit] = static_cast<std::uint16_t>(rack);
  place_[unit] = static_cast<std::uint32_t>(members_[rack].size());
  members_[rack].push_back(unit);
  free_[rack] -= instance_.height[unit];
}

void Seating::move(std::uint32_t unit, std::uint32_t to, std::int64_t added) {
  if (tabulated()) retabulate(unit, at_[unit], to);
  leave(unit);
  enter(unit, to);
  cost_ += added;
}

void Seating::swap(std::uint32_t a, std::uint32_t b, std::int64_t added) {
  const std::uint32_t from = at_[a], to = at_[b];
  if (tabulated()) {
    retabulate(a, from, to);
    retabulate(b, to, from);
  }
  leave(a);
  leave(b);
  enter(a, to);
  enter(b, from);
  cost_ += added;
}

}  // namespace ferrule::place
