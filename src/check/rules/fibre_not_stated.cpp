// A part on a link's way of which nobody said the fibre class. Page: docs/rules/fibre-not-stated.md
#include <map>
#include <fmt/format.h>

#include "check/channel.h"

namespace ferrule::check {

void fibre_not_stated(const View& view, Report& report) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> found;  // part type -> ways
  for (std::uint32_t way = 0; way < view.proof.ways.size(); ++way)
    for (const Channel& channel : channels_of(view, view.proof.ways[way]))
      for (const std::uint32_t part : channel.parts) {
        if (!view.plant.types[part].fibre.empty()) continue;
        std::vector<std::uint32_t>& ways = found[part];
        if (ways.empty() || ways.back() != way) ways.push_back(way);
      }
  for (const auto& [part, ways] : found) {
    const plant::PartType& type = view.plant.types[part];
    Report::Builder finding = report.along(ways, fmt::format("fibre of {} is not stated", type.name));
    report.makes_unproven();
    if (type.place.known()) finding.note(type.place, fmt::format("{} is described here", type.name));
    finding.help("read the legend on its jacket or its data sheet, then state fibre: OM4, OS2, ...");
  }
}

}  // namespace ferrule::check
