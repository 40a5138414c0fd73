// explanation, examples and tests: docs/rules/lanes-permuted.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Every transmit reaches a receive of the right port, but not of its own lane.
void lanes_permuted(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.outcome != Outcome::kPermuted || report.claimed(id)) continue;
    const bool order_unknown = view.plant.face_type(view.plant.lane_sets[way.a_set].face).lane_order == Confidence::kLow;
    if (way.lanes_may_permute && order_unknown) continue;  // the order of lanes is not known well enough to say so
    auto finding = report.way(id, fmt::format("lanes permuted between ports of {}{}", near_name(view, way),
                                              way.lanes_may_permute ? "; this application re-orders its lanes" : ""));
    if (way.lanes_may_permute) report.at_most(diag::Severity::kWarning);
    finding.note("way: " + spell_way(view, way));
    for (std::string& text : spell_fates(view, way, Outcome::kPermuted)) finding.note(std::move(text));
  }
}

}  // namespace ferrule::check
