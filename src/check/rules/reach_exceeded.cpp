// explanation, examples and tests: docs/rules/reach-exceeded.md
#include <algorithm>
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"

namespace ferrule::check {

void reach_exceeded(const View& view, Report& report) {
  BundlesByWay by_way(view.proof);
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const Budget budget = budget_of(view, way);
    if (!budget.at_port || !budget.longest_reach || Length{way.longest_mm} <= *budget.longest_reach) continue;
    std::vector<std::uint32_t> bundles = by_way.of(id);
    std::erase_if(bundles, [&](std::uint32_t bundle) { return length_of(view, bundle) <= *budget.longest_reach; });
    if (bundles.empty()) continue;
    report
        .bundles(std::move(bundles), fmt::format("channel of {} is longer than {} ({})", spell(Length{way.longest_mm}),
                                                 spell(*budget.longest_reach), budget.reach_of))
        .help("shorten the cables, use a better fibre class, or an optic with more reach");
  }
}

}  // namespace ferrule::check
