// explanation, examples and tests: docs/rules/link-without-path.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// The light of a link leaves a plug, or a port, that meets nothing.
void link_without_path(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.outcome != Outcome::kOpen || report.claimed(id)) continue;
    const std::vector<plant::Light::Leaf> leaves = view.proof.leaves_of(way.first_bundle);
    const plant::Light::Leaf& leaf = leaves[leaf_of(way, Outcome::kOpen)];
    const plant::Bundle& bundle = view.plant.bundles[way.first_bundle];
    const bool at_port = leaf.connector == bundle.a;
    auto finding =
        report.way(id, at_port ? "nothing is plugged into the port where the link starts" : "the path of the link ends open");
    if (!at_port) finding.note("way: " + spell_way(view, way, leaf_of(way, Outcome::kOpen)));
    finding.note(at_port ? fmt::format("{} is empty", view.plant.spelled(bundle.a))
                         : fmt::format("light of {} ends at {}, which meets nothing", view.plant.spelled(bundle.a),
                                       view.plant.spelled(leaf.connector)));
    if (const auto port = view.plant.panel_port_at.find(leaf.connector); port != view.plant.panel_port_at.end()) {
      const bool front = view.plant.panel_ports[port->second].front == leaf.connector;
      finding.note(fmt::format("it is plugged into {}, whose other side is empty", view.plant.port_spelled(port->second, front)));
    }
    finding.help("plug a cable there, or take the link out of the intent");
  }
}

}  // namespace ferrule::check
