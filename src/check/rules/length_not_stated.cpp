// A cable on a link's way of which nobody said how long it is. Page: docs/rules/length-not-stated.md
#include <algorithm>
#include <map>
#include <optional>
#include <fmt/format.h>

#include "check/rule.h"
#include "check/subjects.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

constexpr std::size_t kFewCables = 3;

struct Unmeasured {
  std::vector<std::uint32_t> bundles;
  std::vector<std::string> names;  // the first few
  std::size_t cables = 0;
};

}  // namespace

void length_not_stated(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  std::map<std::uint32_t, Unmeasured> found;  // by part type
  std::optional<BundleIndex> index;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    const std::uint32_t first = plant.asset_first[asset];
    if (first == plant.asset_first[asset + 1] || plant.connectors[first].length_mm > 0 || !is_cable(plant.type_of(first).kind))
      continue;
    if (!index) index.emplace(plant);
    const std::vector<std::uint32_t> links = links_through(plant, asset, *index);
    if (links.empty()) continue;
    Unmeasured& entry = found[plant.face_info(first).type];
    ++entry.cables;
    if (entry.names.size() < kFewCables) entry.names.push_back(plant.asset_spelled(asset));
    for (const std::uint32_t link : links) entry.bundles.push_back(plant.links[link].first_bundle);
  }
  for (auto& [type, entry] : found) {
    std::sort(entry.bundles.begin(), entry.bundles.end());
    entry.bundles.erase(std::unique(entry.bundles.begin(), entry.bundles.end()), entry.bundles.end());
    const std::string names = spell_list(entry.names) + (entry.cables > entry.names.size() ? ", ..." : "");
    report
        .bundles(std::move(entry.bundles), fmt::format("length of {} of {} is not stated ({})",
                                                       spell_count(entry.cables, "cable"), plant.types[type].name, names))
        .help("measure it or take it from the order, then state length: 30 m; without it neither reach nor loss is known");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
