// explanation, examples and tests: docs/rules/reach-too-short.md
#include <algorithm>
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"

namespace ferrule::check {

// No source vouches for a channel below the least length that the optic states: such a link is unproven.
void reach_too_short(const View& view, Report& report) {
  BundlesByWay by_way(view.proof);
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const Budget budget = budget_of(view, way);
    if (!budget.at_port || !budget.shortest_reach || Length{way.shortest_mm} >= *budget.shortest_reach) continue;
    std::vector<std::uint32_t> bundles = by_way.of(id);
    std::erase_if(bundles, [&](std::uint32_t bundle) {
      const Length length = length_of(view, bundle);
      return length >= *budget.shortest_reach || length == Length{};  // nothing: nobody stated it (length-not-stated)
    });
    if (bundles.empty()) continue;
    report
        .bundles(std::move(bundles),
                 fmt::format("channel of {} is shorter than the least length of {} ({})", spell(Length{way.shortest_mm}),
                             spell(*budget.shortest_reach), budget.limits.front().optic->pmd))
        .help("use a longer cord");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
