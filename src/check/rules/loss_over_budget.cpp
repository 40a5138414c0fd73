// explanation, examples and tests: docs/rules/loss-over-budget.md
#include <algorithm>
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {
namespace {

void show_sum(Report::Builder& finding, const Budget& budget, Length length) {
  for (const loss::Item& item : budget.loss.items) finding.note(fmt::format("{} {}", spell(item.stated), item.what));
  finding.note(
      fmt::format("{} for {} of fibre at {}", spell(budget.loss.glass.over(length)), spell(length), budget.loss.glass_why));
}

}  // namespace

// Worst case: every joint at its maximum, the glass at its category's limit, the longest of the wavelengths' figures.
void loss_over_budget(const View& view, Report& report) {
  BundlesByWay by_way(view.proof);
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const Budget budget = budget_of(view, way);
    if (!budget.at_port || !budget.loss_limit || !budget.loss.unknown.empty()) continue;
    const auto stated = [&](Length length) { return budget.loss.stated + budget.loss.glass.over(length); };
    const auto safe = [&](Length length) { return budget.loss.safe + budget.loss.glass.over(length); };
    const Length longest{way.longest_mm};
    if (safe(longest) <= *budget.loss_limit) continue;
    std::vector<std::uint32_t> over = by_way.of(id), only_stated;
    for (std::uint32_t bundle : over)
      if (stated(length_of(view, bundle)) <= *budget.loss_limit && safe(length_of(view, bundle)) > *budget.loss_limit)
        only_stated.push_back(bundle);
    std::erase_if(over, [&](std::uint32_t bundle) { return stated(length_of(view, bundle)) <= *budget.loss_limit; });
    if (!over.empty()) {
      auto finding = report.bundles(over, fmt::format("channel loss {} exceeds {} ({})", spell(stated(longest)),
                                                      spell(*budget.loss_limit), budget.loss_limit_of));
      show_sum(finding, budget, longest);
      finding.note("way: " + spell_way(view, way));
      finding.help(budget.loss.assumed ? "state the grade of the connectors whose grade was assumed, or use a lower-loss grade"
                                       : "use a lower-loss grade, fewer connections, or shorter cables");
    }
    if (!only_stated.empty()) {
      auto finding = report.bundles(only_stated, fmt::format("channel loss is within {} ({}) only by figures of low confidence",
                                                             spell(*budget.loss_limit), budget.loss_limit_of));
      show_sum(finding, budget, longest);
      finding.help("state the maximum loss of the part from its data sheet (loss: 0.35 dB)");
      report.makes_unproven();
      report.at_most(diag::Severity::kWarning);
    }
  }
}

}  // namespace ferrule::check
