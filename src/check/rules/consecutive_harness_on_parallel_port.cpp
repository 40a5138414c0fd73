// explanation, examples and tests: docs/rules/consecutive-harness-on-parallel-port.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {
namespace {

// A leg that takes two neighbouring positions of the head: right for trunks, wrong for a port that pairs 1 with 12.
bool consecutive(const plant::PartType& type) {
  if (type.kind != plant::Kind::kBreakout || type.faces.size() < 3) return false;
  for (std::size_t leg = 1; leg < type.faces.size(); ++leg) {
    if (type.faces[leg].face.size() != 2) return false;
    const plant::FarEnd left = type.far_of(leg, 0), right = type.far_of(leg, 1);
    if (!left.known() || !right.known()) continue;
    if (left.position / 2 != right.position / 2) return false;
  }
  return true;
}

}  // namespace

void consecutive_harness_on_parallel_port(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.arrives() || way.outcome == Outcome::kUnknown || report.claimed(id)) continue;
    const bool near_parallel = view.plant.face(view.plant.lane_sets[way.a_set].face).face.size() > 2;
    const bool far_parallel = way.b_set != plant::kNone && view.plant.face(view.plant.lane_sets[way.b_set].face).face.size() > 2;
    if (near_parallel == far_parallel) continue;
    for (const Passed& part : passed(view, way, leaf_of(way, way.outcome))) {
      const plant::PartType& type = view.plant.types[part.type];
      if (!consecutive(type)) continue;
      report
          .way(id, fmt::format("{}: harness {} pairs neighbouring fibres (1 with 2), a parallel port pairs 1 with 12",
                               spell(way.outcome), type.name))
          .note("way: " + spell_way(view, way))
          .note(spell_fates(view, way, way.outcome, 1).front())
          .help("order a port breakout (legs 1/12, 2/11, 3/10, 4/9); a consecutive harness is for trunks and duplex methods");
      break;
    }
  }
}

}  // namespace ferrule::check
