// explanation, examples and tests: docs/rules/breakout-not-supported.md
#include <fmt/format.h>

#include "check/interwork.h"
#include "check/rule.h"

namespace ferrule::check {

// A link takes some lanes of a port that its optic does not split so.
void breakout_not_supported(const View& view, Report& report) {
  std::vector<std::vector<std::uint32_t>> ways(view.plant.lane_sets.size());
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    for (std::uint32_t set : {way.a_set, way.b_set})
      if (set != plant::kNone && !view.plant.lane_sets[set].whole && languages(view, speaker_of(view, set)).empty())
        ways[set].push_back(id);
  }
  for (std::uint32_t set = 0; set < ways.size(); ++set) {
    if (ways[set].empty()) continue;
    const plant::LaneSet& lanes = view.plant.lane_sets[set];
    const std::string& pmd = view.plant.face_type(lanes.face).application;
    const facts::Optic* optic = view.facts.optic(pmd);
    std::string known;
    if (optic != nullptr)
      for (const facts::Breakout& breakout : optic->breakouts)
        known += fmt::format("{}{}x{}", known.empty() ? "" : ", ", breakout.count, breakout.pmd);
    report
        .along(std::move(ways[set]), fmt::format("{} does not break out into parts of {} lane{}", pmd,
                                                 static_cast<int>(lanes.lanes), lanes.lanes == 1 ? "" : "s"))
        .note(known.empty() ? fmt::format("data/optics.csv lists no breakout of {}", pmd)
                            : fmt::format("it breaks out into {}", known));
  }
}

}  // namespace ferrule::check
