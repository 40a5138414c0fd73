// Trays that follow each other on a route and do not meet. Page: docs/rules/trays-of-route-apart.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "check/route_length.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

constexpr std::int64_t kBridged = 600;  // mm: a waterfall, a flexible tube, or a drawing that is not exact

using TrayPair = std::pair<std::uint32_t, std::uint32_t>;

}  // namespace

void trays_of_route_apart(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  std::map<TrayPair, std::vector<std::uint32_t>> apart;  // cables
  std::map<TrayPair, std::int64_t> gaps;                 // most cables take the same few changes
  for (const auto& [asset, laying] : plant.laying)
    for (std::size_t i = 1; i < laying.trays.size(); ++i) {
      const TrayPair pair = std::minmax(laying.trays[i - 1], laying.trays[i]);
      const plant::Tray &a = plant.trays[pair.first], &b = plant.trays[pair.second];
      if (!a.drawn || !b.drawn) continue;
      const auto [gap, fresh] = gaps.try_emplace(pair);
      if (fresh) gap->second = gap_between_mm(a, b);
      if (gap->second > kBridged) apart[pair].push_back(asset);
    }
  for (auto& [pair, cables] : apart) {
    std::sort(cables.begin(), cables.end());
    cables.erase(std::unique(cables.begin(), cables.end()), cables.end());
    const plant::Tray &a = plant.trays[pair.first], &b = plant.trays[pair.second];
    Report::Builder finding =
        report.assets(std::move(cables), fmt::format("a route goes from tray {} to tray {}, and {} lie between them", a.name,
                                                     b.name, spell(Length{gaps.at(pair)})));
    report.spares_links();
    for (const plant::Tray* tray : {&a, &b})
      if (tray->place.known()) finding.note(tray->place, fmt::format("{} is drawn here", tray->name));
    finding.help("name the trays between them in the route, or correct `from` and `to` of a tray");
  }
}

}  // namespace ferrule::check
