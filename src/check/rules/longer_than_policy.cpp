// explanation, examples and tests: docs/rules/longer-than-policy.md
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// The project's own limit; what optics reach is the rule reach-exceeded.
void longer_than_policy(const View& view, Report& report) {
  const std::optional<Length>& most = view.settings.policy.max_length;
  if (!most) return;
  BundlesByWay by_way(view.proof);
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (Length{way.longest_mm} <= *most) continue;
    std::vector<std::uint32_t> longer = by_way.of(id);
    std::erase_if(longer, [&](std::uint32_t bundle) { return length_of(view, bundle) <= *most; });
    report
        .bundles(std::move(longer),
                 fmt::format("channel of {}, and the policy allows {}", spell(Length{way.longest_mm}), spell(*most)))
        .note("way: " + spell_way(view, way))
        .help("racks that stand closer, a shorter way for the cables, or another `policy: max_length`");
    report.spares_links();
  }
}

}  // namespace ferrule::check
