#include "place/instance.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <fmt/format.h>

namespace ferrule::place {
namespace {

using Answer = std::optional<Clash>;

constexpr std::uint64_t kMostCables = 500'000'000;  // at the dearest price their sum, twice, stays within 64 bits

Answer bad(std::string message) { return Clash{ClashKind::kBadProblem, std::move(message), {}, {}, 0, 0}; }

Answer bad_hall(const Hall& hall) {
  const std::size_t racks = hall.racks();
  if (racks == 0) return bad("there is no rack");
  if (racks > kMostRacks) return bad(fmt::format("{} racks are more than the {} that can be placed at once", racks, kMostRacks));
  if (hall.length_mm.size() != racks * racks) return bad(fmt::format("the table of lengths is not {} by {}", racks, racks));
  for (std::size_t a = 0; a < racks; ++a)
    for (std::size_t b = 0; b <= a; ++b) {
      if (hall.length(a, b).millimetre < 0)
        return bad(fmt::format("the cable from rack {} to rack {} has a negative length", a, b));
      if (hall.length(a, b) != hall.length(b, a))
        return bad(fmt::format("from rack {} to rack {} is another length than back", a, b));
    }
  return std::nullopt;
}

Answer bad_connections(const PlacementProblem& problem, const PriceBook& book) {
  std::uint64_t cables = 0;
  for (const Connection& c : problem.connections) {
    if (c.a >= problem.nodes || c.b >= problem.nodes)
      return bad(fmt::format("a connection names node {} of {}", std::max(c.a, c.b), problem.nodes));
    if (c.kind >= book.prices.size())
      return bad(fmt::format("a connection names cable {} of {} in the price book", c.kind, book.prices.size()));
    cables += c.cables;
    if (cables > kMostCables) return bad(fmt::format("there are more than {} cables", kMostCables));
  }
  return std::nullopt;
}

Answer bad_shape(const PlacementProblem& problem, const PriceBook& book) {
  if (Answer clash = bad_hall(problem.hall)) return clash;
  if (!problem.heights.empty() && problem.heights.size() != problem.nodes)
    return bad(fmt::format("{} heights for {} nodes", problem.heights.size(), problem.nodes));
  for (const Pin& pin : problem.pins)
    if (pin.node >= problem.nodes || pin.rack >= problem.hall.racks())
      return bad(fmt::format("node {} is held in rack {}: one of them is not there", pin.node, pin.rack));
  std::vector<bool> grouped(problem.nodes, false);
  for (const std::vector<std::uint32_t>& group : problem.together)
    for (const std::uint32_t node : group) {
      if (node >= problem.nodes) return bad(fmt::format("a group names node {} of {}", node, problem.nodes));
      if (grouped[node]) return bad(fmt::format("node {} is in two groups, or twice in one", node));
      grouped[node] = true;
    }
  return bad_connections(problem, book);
}

// Units in the order of their first node, so that index order stays index order.
void make_units(const PlacementProblem& problem, Instance& made) {
  std::vector<std::uint32_t> leader(problem.nodes);
  std::iota(leader.begin(), leader.end(), 0u);
  for (const std::vector<std::uint32_t>& group : problem.together) {
    if (group.empty()) continue;
    const std::uint32_t least = *std::min_element(group.begin(), group.end());
    for (const std::uint32_t node : group) leader[node] = least;
  }
  made.unit_of.resize(problem.nodes);
  for (std::uint32_t node = 0; node < problem.nodes; ++node) {
    if (leader[node] == node) {
      made.unit_of[node] = made.units++;
      made.height.push_back(0);
    } else {
      made.unit_of[node] = made.unit_of[leader[node]];
    }
    made.height[made.unit_of[node]] += problem.heights.empty() ? 1 : problem.heights[node];
  }
}

Answer pin_units(const PlacementProblem& problem, Instance& made) {
  made.pin.resize(made.units);
  std::vector<std::uint64_t> held(made.racks, 0);
  for (const Pin& pin : problem.pins) {
    std::optional<std::uint32_t>& rack = made.pin[made.unit_of[pin.node]];
    if (rack == pin.rack) continue;
    if (rack)
      return Clash{ClashKind::kTwoRacks,
                   fmt::format("node {} is held in rack {}, and what must stand with it in rack {}", pin.node, pin.rack, *rack),
                   pin.node,
                   pin.rack,
                   0,
                   0};
    rack = pin.rack;
    held[pin.rack] += made.height[made.unit_of[pin.node]];
    if (held[pin.rack] > made.room[pin.rack])
      return Clash{
          ClashKind::kRackTooFull,
          fmt::format("what is held in rack {} needs {} units, and it has {}", pin.rack, held[pin.rack], made.room[pin.rack]),
          pin.node,
          pin.rack,
          held[pin.rack],
          made.room[pin.rack]};
  }
  return std::nullopt;
}

Answer too_high(const PlacementProblem& problem, const Instance& made) {
  const std::uint32_t highest = *std::max_element(made.room.begin(), made.room.end());
  for (std::uint32_t node = 0; node < problem.nodes; ++node)
    if (const std::uint32_t needs = made.height[made.unit_of[node]]; needs > highest)
      return Clash{
          ClashKind::kTooTall,
          fmt::format("node {} and what must stand with it need {} units, and the largest rack has {}", node, needs, highest),
          node,
          {},
          needs,
          highest};
  const auto all = [](const std::vector<std::uint32_t>& units) {
    return std::accumulate(units.begin(), units.end(), std::uint64_t{0});
  };
  if (all(made.height) > all(made.room))
    return Clash{ClashKind::kTooMuch,
                 fmt::format("all nodes need {} units, and all racks have {}", all(made.height), all(made.room)),
                 {},
                 {},
                 all(made.height),
                 all(made.room)};
  return std::nullopt;
}

void make_prices(const Hall& hall, const PriceBook& book, Instance& made) {
  made.kinds = static_cast<std::uint32_t>(book.prices.size());
  made.prices.resize(made.kinds);
  for (std::uint32_t kind = 0; kind < made.kinds; ++kind) {
    made.prices[kind].reserve(hall.length_mm.size());
    for (const std::int64_t length : hall.length_mm) {
      const std::optional<Money> price = book.prices[kind].of({length});
      made.prices[kind].push_back(price ? static_cast<std::int32_t>(price->hundredths) : kNoCablePrice);
    }
  }
}

// Arcs of both ends, like ones added up; cables within a unit aside.
void make_arcs(const PlacementProblem& problem, Instance& made) {
  std::vector<Connection> all;
  for (const Connection& c : problem.connections) {
    const std::uint32_t a = made.unit_of[c.a], b = made.unit_of[c.b];
    if (c.cables == 0) continue;
    if (a == b) {
      if (made.inner.empty()) made.inner.assign(made.units, std::vector<std::uint32_t>(made.kinds, 0));
      made.inner[a][c.kind] += c.cables;
      continue;
    }
    all.push_back({a, b, c.cables, c.kind});
    all.push_back({b, a, c.cables, c.kind});
  }
  const auto key = [](const Connection& c) { return std::tuple(c.a, c.b, c.kind); };
  std::sort(all.begin(), all.end(), [&](const Connection& x, const Connection& y) { return key(x) < key(y); });
  made.first.assign(made.units + 1, 0);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && key(all[i]) == key(all[i - 1])) {
      made.arcs.back().cables += all[i].cables;
    } else {
      made.arcs.push_back({all[i].b, all[i].cables, all[i].kind});
      ++made.first[all[i].a + 1];
    }
  }
  std::partial_sum(made.first.begin(), made.first.end(), made.first.begin());
  for (const Arc& arc : made.arcs) made.plain = made.plain && arc.cables == 1 && arc.kind == made.arcs.front().kind;
}

// Of the kinds that are asked for: others may well have no price in this hall.
void note_price_facts(Instance& made) {
  std::vector<bool> asked(made.kinds, false);
  for (const Arc& arc : made.arcs) asked[arc.kind] = true;
  std::int64_t dearest = 1;
  for (std::uint32_t kind = 0; kind < made.kinds; ++kind)
    for (std::uint32_t a = 0; asked[kind] && a < made.racks; ++a)
      for (std::uint32_t b = 0; b < made.racks; ++b) {
        const std::int64_t across = made.row(kind, a)[b], inner_a = made.row(kind, a)[a], inner_b = made.row(kind, b)[b];
        made.inner_is_cheapest = made.inner_is_cheapest && 2 * across >= inner_a + inner_b;
        dearest = std::max(dearest, across);
      }
  for (std::uint32_t unit = 0; unit < made.units; ++unit) {
    std::int64_t cables = 0;
    for (const Arc& arc : made.arcs_of(unit)) cables += arc.cables;
    if (!made.inner.empty()) cables += std::accumulate(made.inner[unit].begin(), made.inner[unit].end(), std::int64_t{0});
    made.sums_fit_32_bits = made.sums_fit_32_bits && cables <= std::numeric_limits<std::int32_t>::max() / 2 / dearest;
  }
}

}  // namespace

std::int64_t Instance::inner_cost(std::uint32_t unit, std::uint32_t rack) const {
  std::int64_t sum = 0;
  if (inner.empty()) return sum;
  for (std::uint32_t kind = 0; kind < kinds; ++kind) sum += static_cast<std::int64_t>(inner[unit][kind]) * row(kind, rack)[rack];
  return sum;
}

std::int64_t Instance::cost(const Assignment& at) const {
  std::int64_t twice = 0, inside = 0;
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    for (const Arc& arc : arcs_of(unit)) twice += static_cast<std::int64_t>(arc.cables) * row(arc.kind, at[unit])[at[arc.to]];
    inside += inner_cost(unit, at[unit]);
  }
  return twice / 2 + inside;
}

tl::expected<Instance, Clash> instance_of(const PlacementProblem& problem, const PriceBook& book) {
  if (Answer clash = bad_shape(problem, book)) return tl::unexpected(*clash);
  Instance made;
  made.room = problem.hall.room;
  made.racks = static_cast<std::uint32_t>(problem.hall.racks());
  make_units(problem, made);
  if (Answer clash = too_high(problem, made)) return tl::unexpected(*clash);
  if (Answer clash = pin_units(problem, made)) return tl::unexpected(*clash);
  make_prices(problem.hall, book, made);
  make_arcs(problem, made);
  note_price_facts(made);
  return made;
}

}  // namespace ferrule::place
