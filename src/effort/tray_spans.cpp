#include "effort/tray_spans.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace ferrule::effort {
namespace {

using plant::kNone;
using plant::Tray;

struct Spot {
  std::int64_t x = 0, y = 0;
  friend bool operator==(const Spot&, const Spot&) = default;
};

Spot spot_on(const Tray& tray, std::int64_t along) {
  const std::int64_t x = tray.from_x.millimetre, y = tray.from_y.millimetre;
  if (tray.from_x != tray.to_x) return {tray.to_x > tray.from_x ? x + along : x - along, y};
  return {x, tray.to_y > tray.from_y ? y + along : y - along};
}

// The place of the tray that is nearest to a spot.
std::int64_t along(const Tray& tray, Spot spot) {
  const bool runs_x = tray.from_x != tray.to_x;
  const std::int64_t from = runs_x ? tray.from_x.millimetre : tray.from_y.millimetre;
  const std::int64_t to = runs_x ? tray.to_x.millimetre : tray.to_y.millimetre;
  const std::int64_t at = std::clamp(runs_x ? spot.x : spot.y, std::min(from, to), std::max(from, to));
  return std::abs(at - from);
}

std::int64_t apart(const Tray& tray, Spot spot) {
  const Spot near = spot_on(tray, along(tray, spot));
  return std::abs(near.x - spot.x) + std::abs(near.y - spot.y);
}

// Where a tray meets the next: the place of it that is nearest to the other. Trays that run side by side meet at an end of the other.
std::int64_t meets_at(const Tray& tray, const Tray& other) {
  const Spot begin = spot_on(other, 0), end = spot_on(other, tray_length_mm(other));
  const bool runs_x = tray.from_x != tray.to_x, other_runs_x = other.from_x != other.to_x;
  if (runs_x != other_runs_x) return along(tray, begin);  // along the tray, all of the other is at one place
  return along(tray, apart(tray, begin) <= apart(tray, end) ? begin : end);
}

std::optional<Spot> spot_of(const plant::Plant& plant, std::uint32_t rack) {
  if (rack == kNone || !plant.racks[rack].placed) return std::nullopt;
  return Spot{plant.racks[rack].x.millimetre, plant.racks[rack].y.millimetre};
}

}  // namespace

std::int64_t tray_length_mm(const Tray& tray) {
  return std::abs(tray.to_x.millimetre - tray.from_x.millimetre) + std::abs(tray.to_y.millimetre - tray.from_y.millimetre);
}

WrittenFrom written_from(const plant::Plant& plant, const std::vector<std::uint32_t>& trays, std::uint32_t rack_a,
                         std::uint32_t rack_b) {
  const std::optional<Spot> a = spot_of(plant, rack_a), b = spot_of(plant, rack_b);
  const Tray &first = plant.trays[trays.front()], &last = plant.trays[trays.back()];
  if (!a || !b || !first.drawn || !last.drawn) return WrittenFrom::kUnknown;
  return apart(first, *b) + apart(last, *a) < apart(first, *a) + apart(last, *b) ? WrittenFrom::kB : WrittenFrom::kA;
}

std::uint32_t drop_of(const plant::Plant& plant, std::uint32_t rack, std::uint32_t tray) {
  const std::optional<Spot> spot = spot_of(plant, rack);
  if (!spot || !plant.trays[tray].drawn) return tray;
  const auto above = [&](const Tray& one) { return spot_on(one, along(one, *spot)); };
  const auto same = [&](const Tray& one) { return one.drawn && above(one) == above(plant.trays[tray]); };
  return static_cast<std::uint32_t>(std::find_if(plant.trays.begin(), plant.trays.end(), same) - plant.trays.begin());
}

std::vector<TraySpan> tray_spans(const plant::Plant& plant, const std::vector<std::uint32_t>& trays, std::uint32_t rack_a,
                                 std::uint32_t rack_b) {
  std::vector<TraySpan> spans(trays.size());
  std::optional<Spot> begin = spot_of(plant, rack_a), end = spot_of(plant, rack_b);
  if (trays.size() > 1 && written_from(plant, trays, rack_a, rack_b) == WrittenFrom::kB) std::swap(begin, end);
  for (std::size_t i = 0; i < trays.size(); ++i) {
    const Tray& tray = plant.trays[trays[i]];
    spans[i] = {0, tray_length_mm(tray)};
    if (!tray.drawn) continue;
    std::optional<std::int64_t> in, out;
    if (i == 0 ? begin.has_value() : plant.trays[trays[i - 1]].drawn)
      in = i == 0 ? along(tray, *begin) : meets_at(tray, plant.trays[trays[i - 1]]);
    if (i + 1 == trays.size() ? end.has_value() : plant.trays[trays[i + 1]].drawn)
      out = i + 1 == trays.size() ? along(tray, *end) : meets_at(tray, plant.trays[trays[i + 1]]);
    if (in && out)
      spans[i] = {std::min(*in, *out), std::max(*in, *out)};
    else
      spans[i].guessed = true;
  }
  return spans;
}

}  // namespace ferrule::effort
