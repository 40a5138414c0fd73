// explanation, examples and tests: docs/rules/port-order-changed.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Light arrives the right way round, at a port that the intent does not name.
void port_order_changed(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.outcome != Outcome::kPortChanged || report.claimed(id)) continue;
    const plant::Bundle& bundle = view.plant.bundles[way.first_bundle];
    const std::vector<plant::Light::Leaf> leaves = view.proof.leaves_of(way.first_bundle);
    const std::uint32_t arrived = leaves[leaf_of(way, Outcome::kPortChanged)].connector;
    std::string wanted = bundle.b == plant::kNone ? "one port only" : view.plant.spelled(bundle.b);
    if (bundle.b == plant::kNone && arrived == bundle.a) wanted = "another port";
    if (arrived == bundle.b) wanted = "the lanes of it that the link names";
    report.way(id, "port order changed: light arrives at another port than the link names")
        .note("way: " + spell_way(view, way, leaf_of(way, Outcome::kPortChanged)))
        .note(fmt::format("light of {} arrives at {} instead of {}", view.plant.spelled(bundle.a), view.plant.spelled(arrived),
                          wanted));
  }
}

}  // namespace ferrule::check
