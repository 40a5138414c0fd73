// A tray that carries both of two routes that the policy wants apart. Page: docs/rules/routes-share-tray.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "check/words.h"

namespace ferrule::check {

void routes_share_tray(const View& view, Report& report) {
  if (!view.settings.policy.separate_routes) return;
  std::map<std::uint32_t, std::map<std::string, std::vector<std::uint32_t>>> by_tray;  // tray -> side -> cables
  std::uint64_t nowhere = 0;
  for (const auto& [asset, laying] : view.plant.laying) {
    if (laying.route_side.empty()) continue;
    if (laying.trays.empty()) ++nowhere;
    for (const std::uint32_t tray : laying.trays) by_tray[tray][laying.route_side].push_back(asset);
  }
  for (auto& [tray, sides] : by_tray) {
    if (sides.size() < 2) continue;
    std::vector<std::string> counts;
    std::vector<std::uint32_t> cables;
    for (const auto& [side, those] : sides) {
      counts.push_back(fmt::format("{} of route {}", spell_count(those.size(), "cable"), side));
      cables.insert(cables.end(), those.begin(), those.end());
    }
    std::sort(cables.begin(), cables.end());
    cables.erase(std::unique(cables.begin(), cables.end()), cables.end());
    Report::Builder finding =
        report.assets(std::move(cables), fmt::format("tray {} carries {}", view.plant.trays[tray].name, spell_list(counts)));
    report.spares_links();
    if (view.plant.trays[tray].place.known()) finding.note(view.plant.trays[tray].place, "the tray is described here");
    finding.help("lay one route through other trays, or set separate_routes: false");
  }
  if (nowhere > 0)
    report.not_checked(spell_count(nowhere, "cable") + " with a side against separate_routes", "no tray is named for them");
}

}  // namespace ferrule::check
