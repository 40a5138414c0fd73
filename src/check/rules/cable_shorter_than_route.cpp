// A cable shorter than the trays it lies in. Page: docs/rules/cable-shorter-than-route.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "check/route_length.h"
#include "check/standing.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

struct ShortOfRoute {
  std::vector<std::uint32_t> cables;
  Length length, route;  // of the cable that lacks most
  std::uint32_t worst = 0;
};

}  // namespace

void cable_shorter_than_route(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  if (plant.laying.empty()) return;
  const Standing standing(plant);
  std::map<std::uint32_t, std::map<std::uint32_t, Length>> routes;  // part type -> asset -> its route, in plant order
  std::uint64_t partly = 0, unknown = 0;
  for (const auto& [asset, laying] : plant.laying) {
    if (laying.trays.empty()) continue;
    const Standing::Ends ends = standing.ends_of(plant, asset);
    const RouteLength route = route_length(plant, laying, ends.a, ends.b);
    if (!route.whole) ++partly;
    const std::int64_t length = plant.connectors[plant.asset_first[asset]].length_mm;
    if (length == 0) ++unknown;
    if (length > 0 && length < route.millimetre)
      routes[plant.face_info(plant.asset_first[asset]).type][asset] = Length{route.millimetre};
  }
  for (const auto& [type, assets] : routes) {
    ShortOfRoute entry;
    for (const auto& [asset, route] : assets) {
      const Length length{plant.connectors[plant.asset_first[asset]].length_mm};
      if (entry.cables.empty() || route.millimetre - length.millimetre > entry.route.millimetre - entry.length.millimetre) {
        entry.length = length;
        entry.route = route;
        entry.worst = asset;
      }
      entry.cables.push_back(asset);
    }
    std::vector<std::string> trays;
    for (const std::uint32_t tray : plant.laying.at(entry.worst).trays) trays.push_back(plant.trays[tray].name);
    report
        .assets(std::move(entry.cables), fmt::format("{} of {}, its route {} is {} long", plant.types[type].name,
                                                     spell(entry.length), spell_list(trays), spell(entry.route)))
        .help(
            fmt::format("order at least {}, and more for the way up and down", spell(entry.route + view.settings.policy.slack)));
  }
  if (partly > 0)
    report.not_checked(spell_count(partly, "cable") + " against the whole route",
                       "a tray on it has no length, or the racks at its ends no place");
  if (unknown > 0) report.not_checked(spell_count(unknown, "cable") + " against the route", "no length is stated");
}

}  // namespace ferrule::check
