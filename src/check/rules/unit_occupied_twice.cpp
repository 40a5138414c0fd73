// Two things in one rack unit. Page: docs/rules/unit-occupied-twice.md
#include <algorithm>
#include <tuple>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ferrule::check {

void unit_occupied_twice(const View& view, Report& report) {
  const auto& nodes = view.plant.nodes;
  std::vector<std::uint32_t> order;
  for (std::uint32_t node = 0; node < nodes.size(); ++node)
    if (nodes[node].rack != plant::kNone && nodes[node].unit > 0) order.push_back(node);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(nodes[a].rack, nodes[a].unit, a) < std::tie(nodes[b].rack, nodes[b].unit, b);
  });
  const auto top = [&](std::uint32_t node) { return nodes[node].unit + std::max(nodes[node].height, 1) - 1; };
  std::size_t said = 0;
  std::uint32_t highest = plant::kNone;  // of those below, the one that reaches highest
  for (const std::uint32_t node : order) {
    const bool same_rack = highest != plant::kNone && nodes[highest].rack == nodes[node].rack;
    if (same_rack && top(highest) >= nodes[node].unit && ++said <= kMostAlike) {
      Report::Builder finding = report.elsewhere(
          nodes[node].place, fmt::format("unit {} of rack {} holds {} and {}", nodes[node].unit,
                                         view.plant.racks[nodes[node].rack].name, nodes[highest].name, nodes[node].name));
      finding.note(nodes[highest].place,
                   fmt::format("{} stands here, {} high", nodes[highest].name,
                               spell_count(static_cast<std::uint64_t>(std::max(nodes[highest].height, 1)), "unit")));
      finding.help("move one of them, or correct u or height");
      finding.finding().subject_kind = "node";
      finding.finding().subjects = {nodes[highest].name, nodes[node].name};
      finding.finding().subject_count = 2;
    }
    if (!same_rack || top(node) > top(highest)) highest = node;
  }
  if (said > kMostAlike) report.elsewhere({}, fmt::format("{} more units are occupied twice", with_thousands(said - kMostAlike)));
}

}  // namespace ferrule::check
