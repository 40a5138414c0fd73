// explanation, examples and tests: docs/rules/conversion-does-not-close.md
#include <algorithm>
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Conversion parts regroup fibres between ferrules; two of them around a trunk must undo each other leg by leg.
void conversion_does_not_close(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.arrives() || way.outcome == Outcome::kUnknown || way.outcome == Outcome::kOpen || report.claimed(id)) continue;
    std::size_t arrivals = 0;
    for (const WayLeaf& leaf : way.leaves) arrivals = std::max<std::size_t>(arrivals, leaf.arrival + 1);
    if (way.outcome == Outcome::kTransmitMeetsTransmit && arrivals == 1) continue;  // the legs close; only the turns are wrong
    std::string parts;
    for (const Passed& part : passed(view, way, leaf_of(way, way.outcome))) {
      const plant::PartType& type = view.plant.types[part.type];
      const bool regroups =
          type.kind == plant::Kind::kConversion || (type.kind == plant::Kind::kCassette && type.faces.back().face.size() > 2);
      if (regroups) parts += (parts.empty() ? "" : ", ") + type.name;
    }
    if (parts.empty()) continue;
    report
        .way(id, fmt::format("{}: the conversions {} and what lies between them do not bring the fibres of one leg to one port",
                             spell(way.outcome), parts))
        .note("way: " + spell_way(view, way))
        .note(spell_fates(view, way, way.outcome, 1).front())
        .help(
            "use a pair of conversions and a trunk that close: pair-symmetric modules with Type B trunks, or any equal pair with "
            "Type A trunks");
  }
}

}  // namespace ferrule::check
