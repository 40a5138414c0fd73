// A problem made ready for search: what stands together is one unit, cables of a unit are arcs side by side, lengths are prices.
//
//     nodes, groups, pins, a book  -->  units with arcs, and price[kind][rack][rack]
//
// Units:  prices in hundredths of the book's currency. A length that the book does not sell costs kNoCablePrice, so that search leaves it.
// Shape:  a unit's arcs are arcs[first[u]] .. arcs[first[u + 1]]; every connection between two units has two. Cables inside a unit cost
//         the same in every rack of equal inner length; their price is in `inner`, per kind.
// Errors: the clash that shows without search: kBadProblem, kTooTall, kTwoRacks, kRackTooFull, kTooMuch.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>
#include <tl/expected.hpp>

#include "place/clash.h"
#include "place/price_book.h"
#include "place/problem.h"

namespace ferrule::place {

inline constexpr std::int32_t kNoCablePrice = 2'000'000'000;
inline constexpr std::uint32_t kMostRacks = 60'000;

struct Arc {
  std::uint32_t to = 0, cables = 1, kind = 0;
};

using Assignment = std::vector<std::uint16_t>;  // rack of each unit

struct Instance {
  std::uint32_t units = 0, racks = 0, kinds = 1;
  std::vector<std::uint32_t> unit_of;  // of each node
  std::vector<std::uint32_t> height;   // of each unit
  std::vector<std::optional<std::uint32_t>> pin;
  std::vector<std::uint32_t> room;   // of each rack
  std::vector<std::uint32_t> first;  // of each unit, and the end
  std::vector<Arc> arcs;
  std::vector<std::vector<std::uint32_t>> inner;  // unit x kind: cables within the unit; empty when no unit has any
  std::vector<std::vector<std::int32_t>> prices;  // of each kind, racks x racks
  bool plain = true;                              // one kind, one cable per arc: the search has a faster loop for it
  bool inner_is_cheapest =
      true;                      // of all pairs of racks, the cable between them costs no less than the two inner ones on average
  bool sums_fit_32_bits = true;  // what all cables of a unit cost together, twice

  std::span<const Arc> arcs_of(std::uint32_t unit) const { return {arcs.data() + first[unit], arcs.data() + first[unit + 1]}; }
  const std::int32_t* row(std::uint32_t kind, std::uint32_t rack) const {
    return prices[kind].data() + static_cast<std::size_t>(rack) * racks;
  }
  std::int64_t inner_cost(std::uint32_t unit, std::uint32_t rack) const;
  std::int64_t cost(const Assignment& at) const;
};

tl::expected<Instance, Clash> instance_of(const PlacementProblem& problem, const PriceBook& book);

}  // namespace ferrule::place
