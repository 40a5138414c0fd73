// Light that arrives where there is no fibre. Page: docs/rules/unpopulated-position-lit.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "check/words.h"

namespace ferrule::check {
namespace {

struct Dark {
  std::uint32_t face = 0;
  std::vector<int> positions;
  std::vector<std::uint32_t> ways;
};

// Where the fibres of a way stop for want of a fibre: positions by face.
std::map<std::uint32_t, std::vector<int>> stops_of(const View& view, const Way& way) {
  std::map<std::uint32_t, std::vector<int>> stops;
  for (const Fate& fate : way.fates) {
    if (fate.ending != plant::Ending::kUnlit || fate.leaf >= way.leaves.size()) continue;
    stops[view.proof.light.step(way.leaves[fate.leaf].step).face].push_back(fate.to);
  }
  for (auto& [face, positions] : stops) {
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  }
  return stops;
}

}  // namespace

void unpopulated_position_lit(const View& view, Report& report) {
  std::vector<Dark> found;
  std::map<std::pair<std::uint32_t, std::vector<int>>, std::size_t> known;
  for (std::uint32_t way = 0; way < view.proof.ways.size(); ++way)
    for (auto& [face, positions] : stops_of(view, view.proof.ways[way])) {
      const auto [at, fresh] = known.try_emplace({face, positions}, found.size());
      if (fresh) found.push_back({face, positions, {}});
      found[at->second].ways.push_back(way);
    }
  for (const Dark& dark : found) {
    const spec::Face& face = view.plant.face(dark.face).face;
    const bool holds = std::all_of(dark.positions.begin(), dark.positions.end(),
                                   [&](int position) { return face.populated[static_cast<std::size_t>(position)]; });
    const std::string part = spell_faces(view, {&dark.face, 1});
    Report::Builder finding =
        report.ways(dark.ways, fmt::format("light arrives at {} of {}, {}", spell_positions(dark.positions), part,
                                           holds ? "from where no fibre leads on" : "where there is no fibre"));
    const plant::PartType& type = view.plant.face_type(dark.face);
    if (type.place.known())
      finding.note(type.place, fmt::format("{} is described here, {} with {} fibres", type.name, face.connector, face.count()));
    finding.help(fmt::format("order {} with fibre at {}, or use optics that do not light them", type.name,
                             spell_positions(dark.positions)));
  }
}

}  // namespace ferrule::check
