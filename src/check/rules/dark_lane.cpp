// explanation, examples and tests: docs/rules/dark-lane.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Some lane's light ends where nothing receives it.
void dark_lane(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.outcome != Outcome::kDark || report.claimed(id)) continue;
    std::size_t dark = 0;
    for (const Fate& fate : way.fates) dark += fate.outcome == Outcome::kDark;
    auto finding = report.way(id, fmt::format("{} of {} fibres of {} are dark", dark, way.fates.size(), near_name(view, way)));
    finding.note("way: " + spell_way(view, way, leaf_of(way, Outcome::kDark)));
    for (std::string& text : spell_fates(view, way, Outcome::kDark)) finding.note(std::move(text));
  }
}

}  // namespace ferrule::check
