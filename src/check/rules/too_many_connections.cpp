// explanation, examples and tests: docs/rules/too-many-connections.md
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// A limit on the number of connections: stated by the optic's row (reflectance, or a vendor's cabling rule) or by the project.
void too_many_connections(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const Budget budget = budget_of(view, way);
    if (!budget.at_port) continue;
    const std::optional<int>& policy = view.settings.policy.max_connections;
    const bool by_policy = policy && (!budget.most_connections || *policy < *budget.most_connections);
    const std::optional<int> most = by_policy ? policy : budget.most_connections;
    if (!most || budget.loss.connections <= *most) continue;
    report
        .along({id}, fmt::format("{} connections on the way, {} at most ({})", budget.loss.connections, *most,
                                 by_policy ? std::string("policy of this project") : budget.limits.front().optic->pmd))
        .note("way: " + spell_way(view, way));
  }
}

}  // namespace ferrule::check
