// What stands higher than its rack is. Page: docs/rules/unit-above-rack.md
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ferrule::check {

void unit_above_rack(const View& view, Report& report) {
  std::size_t said = 0;
  for (const plant::Node& node : view.plant.nodes) {
    if (node.rack == plant::kNone || node.unit <= 0) continue;
    const plant::Rack& rack = view.plant.racks[node.rack];
    const int top = node.unit + std::max(node.height, 1) - 1;
    if (rack.units == 0 || top <= rack.units || ++said > kMostAlike) continue;
    Report::Builder finding = report.elsewhere(
        node.place, fmt::format("{} reaches up to unit {}, and rack {} has {}", node.name, top, rack.name, rack.units));
    finding.help("correct `u`, or `units` of the rack");
    finding.finding().subject_kind = "node";
    finding.finding().subjects = {node.name};
    finding.finding().subject_count = 1;
  }
  if (said > kMostAlike) report.elsewhere({}, fmt::format("{} more stand above their racks", with_thousands(said - kMostAlike)));
}

}  // namespace ferrule::check
