// explanation, examples and tests: docs/rules/duplex-crossovers-even.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {
namespace {

bool duplex_cord(const plant::PartType& type) {
  return type.kind == plant::Kind::kCord && type.faces.size() == 2 && type.faces[0].face.size() == 2 &&
         type.faces[1].face.size() == 2;
}

}  // namespace

// Both ends duplex, and each fibre ends at a bore of its own kind: somewhere one crossover is missing or one too many.
void duplex_crossovers_even(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.outcome != Outcome::kTransmitMeetsTransmit || report.claimed(id)) continue;
    if (view.plant.face(view.plant.lane_sets[way.a_set].face).face.size() != 2 || way.leaves.size() != 1) continue;
    int crossed = 0, straight = 0;
    std::string cords;
    for (const Passed& part : passed(view, way)) {
      const plant::PartType& type = view.plant.types[part.type];
      if (!duplex_cord(type)) continue;
      const bool crosses = type.far_of(0, 0).position == 1;
      ++(crosses ? crossed : straight);
      cords += fmt::format("{}{} ({})", cords.empty() ? "" : ", ", type.name, crosses ? "A-to-B" : "A-to-A");
    }
    if (crossed + straight == 0) continue;
    report.way(id, fmt::format("transmit meets transmit: duplex cords {} leave an even number of crossovers", cords))
        .note("way: " + spell_way(view, way))
        .note(spell_fates(view, way, Outcome::kTransmitMeetsTransmit, 1).front())
        .note("a duplex channel is right when the crossovers of its cords, cassettes and trunk add up to an odd number");
  }
}

}  // namespace ferrule::check
