// explanation, examples and tests: docs/rules/transmit-meets-transmit.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Transmit ends at transmit and receive at receive: the channel turns over an even number of times.
void transmit_meets_transmit(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.outcome != Outcome::kTransmitMeetsTransmit || report.claimed(id)) continue;
    auto finding = report.way(id, fmt::format("transmit meets transmit between ports of {}", near_name(view, way)));
    finding.note("way: " + spell_way(view, way, leaf_of(way, way.outcome)));
    for (std::string& text : spell_fates(view, way, way.outcome, 2)) finding.note(std::move(text));
  }
}

}  // namespace ferrule::check
