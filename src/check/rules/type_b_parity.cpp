// explanation, examples and tests: docs/rules/type-b-parity.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Parallel optics over one-row cords and trunks: Type B cables and Type B adapters together must be odd in number.
void type_b_parity(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const bool wrong = way.outcome == Outcome::kTransmitMeetsTransmit || way.outcome == Outcome::kDark;
    if (!wrong || report.claimed(id) || way.leaves.size() != 1 || way.fates.size() < 4) continue;
    const Turns turns = turns_of(view, way);
    if (!turns.plain || turns.pair_flips > 0 || (turns.cables + turns.adapters) % 2 != 0) continue;
    if (way.fates.front().ending != plant::Ending::kPort) continue;
    report
        .way(id,
             fmt::format("{}: {} Type B cable{} and {} Type B adapter{} on the way, their sum must be odd", spell(way.outcome),
                         turns.cables, turns.cables == 1 ? "" : "s", turns.adapters, turns.adapters == 1 ? "" : "s"))
        .note("way: " + spell_way(view, way))
        .note(spell_fates(view, way, way.outcome, 1).front());
  }
}

}  // namespace ferrule::check
