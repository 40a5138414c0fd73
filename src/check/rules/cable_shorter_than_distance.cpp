// A cable that cannot reach from rack to rack in a straight line. Page: docs/rules/cable-shorter-than-distance.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "check/route_length.h"
#include "check/standing.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

struct ShortOfDistance {
  std::vector<std::uint32_t> cables;
  Length length, distance;  // of the cable that lacks most
  Length needed;            // of them all: along its trays, where a cable has a route that is drawn
  std::uint32_t from = 0, to = 0;
};

struct Span {
  Length distance;
  std::uint32_t from = plant::kNone, to = plant::kNone;  // racks
};

// The longest way from the first end of a cable to any other; nothing when a rack is not known or not placed.
std::optional<Span> span_of(const plant::Plant& plant, const Standing& standing, std::uint32_t asset) {
  const std::uint32_t first = plant.asset_first[asset], end = plant.asset_first[asset + 1];
  const std::uint32_t from = standing.rack_at(first);
  if (from == plant::kNone) return std::nullopt;
  std::optional<Span> longest;
  for (std::uint32_t c = first + 1; c < end; ++c) {
    const std::uint32_t to = standing.rack_at(c);
    if (to == plant::kNone || to == from) continue;
    const std::optional<Length> distance = straight_distance(plant.racks[from], plant.racks[to]);
    if (distance && (!longest || *distance > longest->distance)) longest = Span{*distance, from, to};
  }
  return longest;
}

using ByType = std::map<std::uint32_t, ShortOfDistance>;

// The straight line, or the way along its trays.
Length needed_by(const plant::Plant& plant, const Standing& standing, std::uint32_t asset, const Span& span) {
  const auto laying = plant.laying.find(asset);
  if (laying == plant.laying.end() || laying->second.trays.empty()) return span.distance;
  const Standing::Ends ends = standing.ends_of(plant, asset);
  return std::max(span.distance, Length{route_length(plant, laying->second, ends.a, ends.b).millimetre});
}

void add(ByType& by_type, std::uint32_t type, std::uint32_t asset, Length length, const Span& span, Length needed) {
  ShortOfDistance& entry = by_type[type];
  entry.needed = std::max(entry.needed, needed);
  const std::int64_t lacks = span.distance.millimetre - length.millimetre;
  if (entry.cables.empty() || lacks > entry.distance.millimetre - entry.length.millimetre) {
    entry.length = length;
    entry.distance = span.distance;
    entry.from = span.from;
    entry.to = span.to;
  }
  entry.cables.push_back(asset);
}

std::string message(const View& view, std::uint32_t type, const ShortOfDistance& entry) {
  return fmt::format("{} of {}, racks {} and {} stand {} apart", view.plant.types[type].name, spell(entry.length),
                     view.plant.racks[entry.from].name, view.plant.racks[entry.to].name, spell(entry.distance));
}

}  // namespace

void cable_shorter_than_distance(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  if (std::none_of(plant.racks.begin(), plant.racks.end(), [](const plant::Rack& rack) { return rack.placed; })) return;
  const Standing standing(plant);
  const Length slack = view.settings.policy.slack;
  ByType too_short, within_slack;
  std::uint64_t unknown = 0;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    const plant::Connector& first = plant.connectors[plant.asset_first[asset]];
    const std::uint32_t type = plant.faces[first.face()].type;
    if (!is_cable(plant.types[type].kind)) continue;
    const std::optional<Span> span = span_of(plant, standing, asset);
    if (!span) continue;
    const Length length{first.length_mm};
    if (length.millimetre == 0)
      ++unknown;
    else if (length < span->distance)
      add(too_short, type, asset, length, *span, needed_by(plant, standing, asset, *span));
    else if (length < span->distance + slack)
      add(within_slack, type, asset, length, *span, needed_by(plant, standing, asset, *span));
  }
  for (auto& [type, entry] : too_short)
    report.assets(std::move(entry.cables), message(view, type, entry))
        .help(fmt::format("order at least {}{}", spell(entry.needed + slack),
                          slack.millimetre > 0 ? ", slack included" : ", and more for the way up and down"));
  for (auto& [type, entry] : within_slack) {
    report
        .assets(std::move(entry.cables), fmt::format("{}, with {} of slack asked for", message(view, type, entry), spell(slack)))
        .help(fmt::format("order at least {}", spell(entry.needed + slack)));
    report.at_most(diag::Severity::kWarning);
  }
  if (unknown > 0) report.not_checked(spell_count(unknown, "cable") + " against the distance of racks", "no length is stated");
}

}  // namespace ferrule::check
