#include "synth/hall.h"

#include <algorithm>
#include <cstdlib>

namespace ferrule::synth {
namespace {

std::int64_t clamp_between(std::int64_t value, std::int64_t a, std::int64_t b) {
  return std::clamp(value, std::min(a, b), std::max(a, b));
}

}  // namespace

void Hall::index() {
  by_name_.clear();
  for (std::uint32_t i = 0; i < racks.size(); ++i) by_name_.emplace(racks[i].name, i);
  for (const Side side : {Side::kAny, Side::kA, Side::kB}) {
    Route route{side, {}, TrayNet(trays, side), {}};
    for (const HallRack& rack : racks) route.reach.push_back(reach(rack, side));
    route_of(side) = std::move(route);
  }
}

std::optional<std::uint32_t> Hall::find(std::string_view name) const {
  const auto at = by_name_.find(std::string(name));
  return at == by_name_.end() ? std::nullopt : std::optional(at->second);
}

bool Hall::fits(const HallRack& rack, int unit, int height) const {
  if (unit < 1 || unit + height - 1 > units_of(rack)) return false;
  for (int u = unit; u < unit + height; ++u)
    if (static_cast<std::size_t>(u) < rack.used.size() && rack.used[static_cast<std::size_t>(u)]) return false;
  return true;
}

void Hall::take(HallRack& rack, int unit, int height) {
  const std::size_t end = static_cast<std::size_t>(unit) + static_cast<std::size_t>(height);
  if (rack.used.size() < end) rack.used.resize(end);
  for (int u = unit; u < unit + height; ++u) rack.used[static_cast<std::size_t>(u)] = true;
}

std::optional<int> Hall::take_up(std::uint32_t rack, int height, int from) {
  for (int unit = from; unit + height - 1 <= units_of(racks[rack]); ++unit)
    if (take_at(rack, unit, height)) return unit;
  return std::nullopt;
}

std::optional<int> Hall::take_down(std::uint32_t rack, int height) {
  for (int unit = units_of(racks[rack]) - height + 1; unit >= 1; --unit)
    if (take_at(rack, unit, height)) return unit;
  return std::nullopt;
}

bool Hall::take_at(std::uint32_t rack, int unit, int height) {
  if (!fits(racks[rack], unit, height)) return false;
  take(racks[rack], unit, height);
  return true;
}

void Hall::free_at(const Stand& stand) {
  std::vector<bool>& used = racks[stand.rack].used;
  for (int u = stand.unit; u < stand.unit + stand.height; ++u) used[static_cast<std::size_t>(u)] = false;
}

int Hall::free_units(std::uint32_t rack) const {
  const HallRack& of = racks[rack];
  return units_of(of) - static_cast<int>(std::count(of.used.begin(), of.used.end(), true));
}

// The nearest point of a tray, on the floor; a tray runs along x or y, or is taken as the box of its ends.
Hall::Reach Hall::reach_of_tray(const HallRack& rack, std::uint32_t index, Side side) const {
  const TrayRun& tray = trays[index];
  if (!rack.placed || !carries(tray, side) || (!tray.hall.empty() && tray.hall != rack.hall)) return {};
  const Point on{clamp_between(rack.at.x, tray.from.x, tray.to.x), clamp_between(rack.at.y, tray.from.y, tray.to.y)};
  return {index, on, std::abs(on.x - rack.at.x) + std::abs(on.y - rack.at.y), true};
}

Hall::Reach Hall::reach(const HallRack& rack, Side side) const {
  Reach best;
  for (std::uint32_t i = 0; i < trays.size(); ++i)
    if (const Reach one = reach_of_tray(rack, i, side); one.any && (!best.any || one.aside < best.aside)) best = one;
  return best;
}

std::uint32_t Hall::drop_of(std::uint32_t rack, std::uint32_t tray) const {
  const Point on = reach_of_tray(racks[rack], tray, Side::kAny).on;
  for (std::uint32_t i = 0; i < tray; ++i)
    if (const Reach one = reach_of_tray(racks[rack], i, Side::kAny); one.any && one.on == on) return i;
  return tray;
}

std::vector<TrayEnd> Hall::ends_at(const Stand& stand, Side side, const MayDrop& may_drop) const {
  const HallRack& rack = racks[stand.rack];
  const Reach& nearest = route_of(side).reach[stand.rack];
  std::vector<TrayEnd> ends;
  for (std::uint32_t i = 0; nearest.any && i < trays.size(); ++i)
    if (const Reach one = reach_of_tray(rack, i, side);
        one.any && one.aside <= nearest.aside + kFurtherTray && may_drop(stand.rack, i))
      ends.push_back({i, one.on, one.aside + std::abs(trays[i].height - height_of(stand.unit))});
  return ends;
}

Way Hall::way_around(const Stand& a, const Stand& b, Side side, const MayLie& may_lie, const MayDrop& may_drop,
                     std::vector<Point>& turns) const {
  TrayPath path = route_of(side).net.path(ends_at(a, side, may_drop), ends_at(b, side, may_drop), may_lie);
  if (path.along < 0) return {{}, {}, false};
  turns = std::move(path.turns);
  return {{path.along}, std::move(path.trays), true};
}

const TrayPath& Hall::path(Route& route, std::uint32_t a, std::uint32_t b) {
  const auto [at, fresh] = route.paths.try_emplace({a, b});
  const Reach &one = route.reach[a], &two = route.reach[b];
  if (fresh && one.any && two.any) at->second = route.net.path(one.tray, one.on, two.tray, two.on);
  return at->second;
}

Way Hall::way(const Stand& a, const Stand& b, Side side) {
  const std::int64_t from = height_of(a.unit), to = height_of(b.unit);
  if (a.rack == b.rack) return {{std::abs(from - to) + kInRack}, {}, true};
  const HallRack &first = racks[a.rack], &second = racks[b.rack];
  if (!first.placed || !second.placed) return {{}, {}, false};
  if (trays.empty()) {
    const std::int64_t top =
        overhead ? overhead->millimetre : height_of(std::max(units_of(first), units_of(second)) + 1) + kAboveRacks;
    return {{std::abs(top - from) + std::abs(top - to) + std::abs(first.at.x - second.at.x) + std::abs(first.at.y - second.at.y)},
            {},
            true};
  }
  // One order for both directions: a cable is as long whichever end is named first.
  const bool turned = a.rack > b.rack;
  Route& route = route_of(side);
  const TrayPath& along = turned ? path(route, b.rack, a.rack) : path(route, a.rack, b.rack);
  if (along.along < 0) return {{}, {}, false};
  const Reach &one = route.reach[a.rack], &two = route.reach[b.rack];
  Way way{{std::abs(trays[one.tray].height - from) + one.aside + along.along + two.aside + std::abs(trays[two.tray].height - to)},
          along.trays,
          true};
  if (turned) std::reverse(way.trays.begin(), way.trays.end());
  return way;
}

std::vector<TrayGap> Hall::gaps(std::uint32_t rack_a, std::uint32_t rack_b, Side side) const {
  const Reach &one = route_of(side).reach[rack_a], &two = route_of(side).reach[rack_b];
  return one.any && two.any ? gaps_on_the_way(trays, side, one.tray, two.tray) : std::vector<TrayGap>{};
}

int Hall::nearest_unit(std::uint32_t rack, const Route& route) const {
  const int top = units_of(racks[rack]);
  if (trays.empty() || !route.reach[rack].any) return top;
  const std::int64_t above = trays[route.reach[rack].tray].height - plant::kPlinth;
  return static_cast<int>(std::clamp<std::int64_t>((above * 1000 + plant::kRackUnitUm / 2) / plant::kRackUnitUm, 1, top));
}

Way Hall::shortest_way(std::uint32_t rack_a, std::uint32_t rack_b, Side side) {
  const Route& route = route_of(side);
  const int unit = nearest_unit(rack_a, route);
  return way({rack_a, unit, 1}, {rack_b, rack_a == rack_b ? unit : nearest_unit(rack_b, route), 1}, side);
}

}  // namespace ferrule::synth
