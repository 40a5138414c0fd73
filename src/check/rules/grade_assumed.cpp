// explanation, examples and tests: docs/rules/grade-assumed.md
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"

namespace ferrule::check {

// Nobody stated the loss grade of some connector; the policy's grade was taken and the report says so.
void grade_assumed(const View& view, Report& report) {
  std::vector<std::uint32_t> ways;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Budget budget = budget_of(view, view.proof.ways[id]);
    if (budget.at_port && budget.loss.assumed) ways.push_back(id);
  }
  if (ways.empty()) return;
  report
      .along(std::move(ways), fmt::format("the grade of some connectors is not stated; grade {} was assumed for their loss",
                                          view.settings.policy.grade))
      .help("state grade: or loss: of the part");
}

}  // namespace ferrule::check
