// explanation, examples and tests: docs/rules/loss-not-known.md
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"

namespace ferrule::check {

// A limit or a figure is missing: the channel is not shown to be within reach and loss, so the link is unproven.
void loss_not_known(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const Budget budget = budget_of(view, way);
    if (!budget.at_port || budget.class_unstated || budget.classes.empty()) continue;  // said by fibre-not-stated
    bool rows = true;
    for (const Limit& limit : budget.limits) rows = rows && limit.reach != nullptr;
    if (!rows) continue;  // said by fibre-not-in-table
    std::string what;
    if (!budget.longest_reach)
      what = fmt::format("reach of {} over {} is not known", budget.limits.front().optic->pmd, budget.classes.front());
    if (what.empty() && !budget.loss.unknown.empty()) what = budget.loss.unknown.front();
    if (what.empty() && !budget.loss_covered)
      what = fmt::format("the channel loss that {} allows is not known, and {} connections lie on the way",
                         budget.limits.front().optic->pmd, budget.loss.connections);
    if (what.empty()) continue;
    report.along({id}, what)
        .help("state the figure from the vendor's data sheet in the project (parts: loss:, or a --data folder with your row)");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
