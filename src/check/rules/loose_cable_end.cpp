// A cable end that is plugged nowhere. Page: docs/rules/loose-cable-end.md
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

constexpr std::size_t kFewEnds = 3;

struct Loose {
  std::vector<std::uint32_t> cables, ends;  // by part type; ends only the first few
};

}  // namespace

void loose_cable_end(const View& view, Report& report) {
  std::vector<Loose> by_type(view.plant.types.size());
  const auto connectors = static_cast<std::uint32_t>(view.plant.connectors.size());
  for (std::uint32_t c = 0; c < connectors; ++c) {
    if (view.plant.connectors[c].mate != plant::kNone || !is_cable(view.plant.type_of(c).kind)) continue;
    if (view.plant.panel_port_at.contains(c)) continue;  // in an adapter panel, with nothing on the other side yet
    if (view.plant.capped.contains(c)) continue;         // its author wants it so
    if (view.plant.misplaced.contains(c)) continue;      // the reader has said what is wrong with its place
    Loose& loose = by_type[view.plant.face_info(c).type];
    const std::uint32_t asset = view.plant.connectors[c].asset;
    if (loose.cables.empty() || loose.cables.back() != asset) loose.cables.push_back(asset);
    if (loose.ends.size() <= kFewEnds) loose.ends.push_back(c);
  }
  for (std::size_t type = 0; type < by_type.size(); ++type) {
    Loose& loose = by_type[type];
    if (loose.cables.empty()) continue;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < loose.ends.size() && i < kFewEnds; ++i) names.push_back(spell_end(view, loose.ends[i]));
    const std::string ends = loose.ends.size() > kFewEnds ? joined(names, ", ") + ", ..." : spell_list(names);
    report
        .assets(std::move(loose.cables), fmt::format("{} {} plugged nowhere ({})", ends, loose.ends.size() == 1 ? "is" : "are",
                                                     view.plant.types[type].name))
        .help("say where it goes, or remove the cable; a spare that hangs loose collects dust and misleads whoever finds it");
  }
}

}  // namespace ferrule::check
