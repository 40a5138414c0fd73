// explanation, examples and tests: docs/rules/breakout-legs-out-of-order.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Light gets through a breakout and arrives, the right way round, at the leg or lane of somebody else.
void breakout_legs_out_of_order(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if ((way.outcome != Outcome::kPortChanged && way.outcome != Outcome::kPermuted) || way.arrives() || report.claimed(id))
      continue;
    for (const Passed& part : passed(view, way, leaf_of(way, way.outcome))) {
      const plant::PartType& type = view.plant.types[part.type];
      if (type.kind != plant::Kind::kBreakout || part.out_face == plant::kNone) continue;
      const plant::Bundle& bundle = view.plant.bundles[way.first_bundle];
      const std::vector<plant::Light::Leaf> leaves = view.proof.leaves_of(way.first_bundle);
      const std::uint32_t arrived = leaves[leaf_of(way, way.outcome)].connector;
      auto finding = report.way(id, fmt::format("a leg of {} carries the lanes of another leg", type.name));
      finding.note("way: " + spell_way(view, way)).note(spell_fates(view, way, way.outcome, 1).front());
      finding.note(fmt::format("light of {} arrives at {} instead of {}", view.plant.spelled(bundle.a),
                               view.plant.spelled(arrived),
                               bundle.b == plant::kNone ? "one port" : view.plant.spelled(bundle.b)));
      finding.help("exchange the legs at the far ports, or name the links after the lanes that arrive");
      break;
    }
  }
}

}  // namespace ferrule::check
