// One label on several cables. Page: docs/rules/duplicate-label.md
#include <algorithm>
#include <map>
#include <string_view>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ferrule::check {

void duplicate_label(const View& view, Report& report) {
  std::map<std::string_view, std::vector<std::uint32_t>> labels;
  for (const auto& [asset, laying] : view.plant.laying)
    if (!laying.label.empty()) labels[laying.label].push_back(asset);
  std::size_t said = 0;
  std::vector<std::uint32_t> rest;
  for (auto& [label, cables] : labels) {
    if (cables.size() < 2) continue;
    std::sort(cables.begin(), cables.end());
    if (++said > kMostAlike) {
      rest.insert(rest.end(), cables.begin(), cables.end());
      continue;
    }
    const diag::Place second = view.plant.place_of_asset(cables[1]);
    const std::size_t count = cables.size();
    report.assets(std::move(cables), fmt::format("label {} is on {}", printable(label), spell_count(count, "cable")))
        .note(second, "and here")
        .help("give each cable its own label");
  }
  if (rest.empty()) return;
  std::sort(rest.begin(), rest.end());
  report.assets(std::move(rest), fmt::format("{} more labels are on several cables each", with_thousands(said - kMostAlike)));
}

}  // namespace ferrule::check
