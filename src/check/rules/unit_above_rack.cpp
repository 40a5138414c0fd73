// What stands higher than its rack is. Page: docs/rules/unit-above-rack.md
#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

// Pieces of one range stand in one line of the project: one cause, one finding.
struct HighPieces {
  diag::Place place;
  int top = 0, units = 0;
  friend auto operator<=>(const HighPieces&, const HighPieces&) = default;
};

int top_unit(const plant::Node& node) { return node.unit + std::max(node.height, 1) - 1; }

std::map<HighPieces, std::vector<std::uint32_t>> pieces_above(const plant::Plant& plant) {
  std::map<HighPieces, std::vector<std::uint32_t>> out;
  for (std::uint32_t index = 0; index < plant.nodes.size(); ++index) {
    const plant::Node& node = plant.nodes[index];
    if (node.rack == plant::kNone || node.unit <= 0) continue;
    const int units = plant.racks[node.rack].units, top = top_unit(node);
    if (units > 0 && top > units) out[{node.place, top, units}].push_back(index);
  }
  return out;
}

}  // namespace

void unit_above_rack(const View& view, Report& report) {
  std::size_t said = 0;
  for (const auto& [at, pieces] : pieces_above(view.plant)) {
    if (++said > kMostAlike) continue;
    const plant::Node& first = view.plant.nodes[pieces.front()];
    Report::Builder finding =
        report.elsewhere(first.place, fmt::format("{} reaches up to unit {}, and rack {} has {}", first.name, at.top,
                                                  view.plant.racks[first.rack].name, at.units));
    finding.help("correct `u` or `height`, or `units` of the rack");
    finding.finding().subject_kind = "node";
    for (std::size_t i = 0; i < std::min(pieces.size(), kMostAlike); ++i)
      finding.finding().subjects.push_back(view.plant.nodes[pieces[i]].name);
    finding.finding().subject_count = pieces.size();
  }
  if (said > kMostAlike) report.elsewhere({}, fmt::format("{} more stand above their racks", with_thousands(said - kMostAlike)));
}

}  // namespace ferrule::check
