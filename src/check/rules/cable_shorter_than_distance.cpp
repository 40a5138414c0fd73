// A cable that cannot reach from rack to rack, or from unit to unit, in a straight line. Page: docs/rules/cable-shorter-than-distance.md
#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "check/route_length.h"
#include "check/shortage.h"
#include "check/standing.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

// Ports of neighbours look at each other over a gap, and the places of their racks do not: half the width of each rack.
constexpr Length kRackWidth{600};

struct Span {
  Length distance;                                       // at the least
  std::uint32_t from = plant::kNone, to = plant::kNone;  // nodes
};

// Of a plug's stand to another's: from rack to rack, or units of one rack; nothing when it is not known.
std::optional<Length> distance_of(const plant::Plant& plant, std::uint32_t from, std::uint32_t to, Length nearer) {
  const plant::Node &one = plant.nodes[from], &other = plant.nodes[to];
  const plant::Rack &from_rack = plant.racks[one.rack], &to_rack = plant.racks[other.rack];
  if (one.rack == other.rack) return distance_in_rack(one, other, from_rack);
  return distance_between({one, from_rack}, {other, to_rack}, nearer);
}

// The longest way from the first end of a cable to any other.
std::optional<Span> span_of(const plant::Plant& plant, const Standing& standing, std::uint32_t asset) {
  const std::uint32_t first = plant.asset_first[asset], end = plant.asset_first[asset + 1];
  const std::uint32_t from = standing.node_at(first);
  if (from == plant::kNone) return std::nullopt;
  std::optional<Span> longest;
  for (std::uint32_t c = first + 1; c < end; ++c) {
    const std::uint32_t to = standing.node_at(c);
    if (to == plant::kNone || to == from) continue;
    const std::optional<Length> distance = distance_of(plant, from, to, kRackWidth);
    if (distance && (!longest || *distance > longest->distance)) longest = Span{*distance, from, to};
  }
  return longest;
}

bool within_one_rack(const plant::Plant& plant, const Span& span) {
  return plant.nodes[span.from].rack == plant.nodes[span.to].rack;
}

// The straight line from place to place, or the way along its trays: what to order, not what proves the fault.
Length needed_by(const plant::Plant& plant, const Standing& standing, std::uint32_t asset, const Span& span) {
  const Length straight = *distance_of(plant, span.from, span.to, {});
  const auto laying = plant.laying.find(asset);
  if (laying == plant.laying.end() || laying->second.trays.empty()) return straight;
  return std::max(straight, Length{route_length(plant, laying->second, standing.ends_of(plant, asset), {}).millimetre});
}

std::string words_of_distance(const View& view, const Standing& standing, std::uint32_t type, const Shortage& cables) {
  const plant::Plant& plant = view.plant;
  const Span span = *span_of(plant, standing, cables.worst());
  const plant::Node &from = plant.nodes[span.from], &to = plant.nodes[span.to];
  const plant::Rack &from_rack = plant.racks[from.rack], &to_rack = plant.racks[to.rack];
  if (within_one_rack(plant, span))
    return fmt::format("{} of {}, {} in unit {} and {} in unit {} of rack {} are {} apart", plant.types[type].name,
                       spell(cables.length()), from.name, from.unit, to.name, to.unit, from_rack.name, spell(cables.least()));
  if (cables.least() > straight_distance(from_rack, to_rack))
    return fmt::format("{} of {}, {} in unit {} of rack {} and {} in unit {} of rack {} are at least {} apart",
                       plant.types[type].name, spell(cables.length()), from.name, from.unit, from_rack.name, to.name, to.unit,
                       to_rack.name, spell(cables.least()));
  return fmt::format("{} of {}, racks {} and {} stand {} apart", plant.types[type].name, spell(cables.length()), from_rack.name,
                     to_rack.name, spell(cables.least()));
}

bool anything_has_a_place(const plant::Plant& plant) {
  return std::any_of(plant.racks.begin(), plant.racks.end(), [](const plant::Rack& rack) { return rack.placed; }) ||
         std::any_of(plant.nodes.begin(), plant.nodes.end(), [](const plant::Node& node) { return node.unit > 0; });
}

}  // namespace

void cable_shorter_than_distance(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  if (!anything_has_a_place(plant)) return;
  const Standing standing(plant);
  const Length slack = view.settings.policy.slack;
  std::array<ShortageByType, 2> too_short;  // between racks, within one
  ShortageByType within_slack;
  std::uint64_t unknown = 0;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    const plant::Connector& first = plant.connectors[plant.asset_first[asset]];
    const std::uint32_t type = plant.faces[first.face()].type;
    if (!is_cable(plant.types[type].kind)) continue;
    const std::optional<Span> span = span_of(plant, standing, asset);
    if (!span) continue;
    const Length length{first.length_mm};
    const bool in_rack = within_one_rack(plant, *span);  // the policy's slack is for cables that leave it
    if (length.millimetre == 0)
      unknown += in_rack ? 0 : 1;
    else if (length < span->distance)
      too_short[in_rack ? 1 : 0][type].add(asset, length, span->distance, needed_by(plant, standing, asset, *span) + slack);
    else if (!in_rack && length < span->distance + slack)
      within_slack[type].add(asset, length, span->distance, needed_by(plant, standing, asset, *span) + slack);
  }
  for (const ShortageByType& by_type : too_short)
    for (const auto& [type, cables] : by_type)
      report.assets(cables.cables(), words_of_distance(view, standing, type, cables))
          .help(fmt::format("order at least {}{}", spell(cables.needed()),
                            slack.millimetre > 0 ? ", slack included" : ", and more for the way within the racks"));
  for (const auto& [type, cables] : within_slack) {
    report
        .assets(cables.cables(),
                fmt::format("{}, with {} of slack asked for", words_of_distance(view, standing, type, cables), spell(slack)))
        .help(fmt::format("order at least {}", spell(cables.needed())));
    report.at_most(diag::Severity::kWarning);
  }
  if (unknown > 0) report.not_checked(spell_count(unknown, "cable") + " against the distance of racks", "no length is stated");
}

}  // namespace ferrule::check
