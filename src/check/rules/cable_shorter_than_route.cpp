// A cable shorter than the trays it lies in. Page: docs/rules/cable-shorter-than-route.md
#include <algorithm>
#include <fmt/format.h>

#include "check/route_length.h"
#include "check/shortage.h"
#include "check/standing.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

std::string words_of_route(const View& view, std::uint32_t type, const Shortage& cables) {
  const plant::Plant& plant = view.plant;
  std::vector<std::string> trays;
  for (const std::uint32_t tray : plant.laying.at(cables.worst()).trays) trays.push_back(plant.trays[tray].name);
  return fmt::format("{} of {}, its route {} is at least {} long", plant.types[type].name, spell(cables.length()),
                     spell_list(trays), spell(cables.least()));
}

std::vector<std::uint32_t> cables_with_route(const plant::Plant& plant) {
  std::vector<std::uint32_t> cables;
  for (const auto& [asset, laying] : plant.laying)
    if (!laying.trays.empty()) cables.push_back(asset);
  std::sort(cables.begin(), cables.end());
  return cables;
}

}  // namespace

void cable_shorter_than_route(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  if (plant.laying.empty()) return;
  const Standing standing(plant);
  const Length slack = view.settings.policy.slack;
  ShortageByType too_short, within_slack;
  std::uint64_t partly = 0, unknown = 0;
  for (const std::uint32_t asset : cables_with_route(plant)) {
    const plant::Laying& laying = plant.laying.at(asset);
    const Standing::Ends ends = standing.ends_of(plant, asset);
    const RouteLength route = route_length(plant, laying, ends);
    const std::uint32_t first = plant.asset_first[asset], type = plant.face_info(first).type;
    const Length length{plant.connectors[first].length_mm}, least{route.millimetre};
    if (!route.whole) ++partly;
    if (length.millimetre == 0) {
      ++unknown;
    } else if (length < least + slack) {
      const Length needed = Length{route_length(plant, laying, ends, {}).millimetre} + slack;
      (length < least ? too_short : within_slack)[type].add(asset, length, least, needed);
    }
  }
  for (const auto& [type, cables] : too_short)
    report.assets(cables.cables(), words_of_route(view, type, cables))
        .help(fmt::format("order at least {}{}", spell(cables.needed()),
                          slack.millimetre > 0 ? ", slack included" : ", and more for the way within the racks"));
  for (const auto& [type, cables] : within_slack) {
    report
        .assets(cables.cables(), fmt::format("{}, with {} of slack asked for", words_of_route(view, type, cables), spell(slack)))
        .help(fmt::format("order at least {}", spell(cables.needed())));
    report.at_most(diag::Severity::kWarning);
  }
  if (partly > 0)
    report.not_checked(spell_count(partly, "cable") + " against the whole route",
                       "a tray on it has no length, or the racks at its ends no place");
  if (unknown > 0) report.not_checked(spell_count(unknown, "cable") + " against the route", "no length is stated");
}

}  // namespace ferrule::check
