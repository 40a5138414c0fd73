// A cable shorter than the trays it lies in. Page: docs/rules/cable-shorter-than-route.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "check/words.h"

namespace ferrule::check {
namespace {

struct ShortOfRoute {
  std::vector<std::uint32_t> cables;
  Length length, route;  // of the cable that lacks most
  std::uint32_t worst = 0;
};

struct Route {
  Length length;
  bool whole = true;  // every tray has a length
};

Route route_of(const plant::Plant& plant, const plant::Laying& laying) {
  Route route;
  for (const std::uint32_t tray : laying.trays) {
    if (const auto& length = plant.trays[tray].length)
      route.length = route.length + *length;
    else
      route.whole = false;
  }
  return route;
}

}  // namespace

void cable_shorter_than_route(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  std::map<std::uint32_t, std::map<std::uint32_t, Route>> routes;  // part type -> asset -> route, in plant order
  std::uint64_t partly = 0, unknown = 0;
  for (const auto& [asset, laying] : plant.laying) {
    if (laying.trays.empty()) continue;
    const Route route = route_of(plant, laying);
    if (!route.whole) ++partly;
    const std::int64_t length = plant.connectors[plant.asset_first[asset]].length_mm;
    if (length == 0) ++unknown;
    if (length > 0 && length < route.length.millimetre) routes[plant.face_info(plant.asset_first[asset]).type][asset] = route;
  }
  for (const auto& [type, assets] : routes) {
    ShortOfRoute entry;
    for (const auto& [asset, route] : assets) {
      const Length length{plant.connectors[plant.asset_first[asset]].length_mm};
      if (entry.cables.empty() ||
          route.length.millimetre - length.millimetre > entry.route.millimetre - entry.length.millimetre) {
        entry.length = length;
        entry.route = route.length;
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
  if (partly > 0) report.not_checked(spell_count(partly, "cable") + " against the whole route", "a tray on it has no length");
  if (unknown > 0) report.not_checked(spell_count(unknown, "cable") + " against the route", "no length is stated");
}

}  // namespace ferrule::check
