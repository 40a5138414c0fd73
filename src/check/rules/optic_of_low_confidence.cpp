// explanation, examples and tests: docs/rules/optic-of-low-confidence.md
#include <fmt/format.h>

#include "check/budget.h"
#include "check/rule.h"

namespace ferrule::check {

// The optic's own row, or the row of its reach and loss, is of low confidence: nobody should light a hall on it.
void optic_of_low_confidence(const View& view, Report& report) {
  std::vector<std::string> reasons;
  std::vector<std::string> sources;
  std::vector<std::vector<std::uint32_t>> ways;
  const auto add = [&](std::string reason, const std::string& source, std::uint32_t way) {
    std::size_t at = 0;
    while (at < reasons.size() && reasons[at] != reason) ++at;
    if (at == reasons.size()) {
      reasons.push_back(std::move(reason));
      sources.push_back(source);
      ways.emplace_back();
    }
    if (ways[at].empty() || ways[at].back() != way) ways[at].push_back(way);
  };
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Budget budget = budget_of(view, view.proof.ways[id]);
    for (const Limit& limit : budget.limits) {
      if (limit.optic->confidence == Confidence::kLow)
        add(fmt::format("what is known of {} is of low confidence", limit.optic->pmd), limit.optic->source, id);
      else if (limit.reach != nullptr && limit.reach->confidence == Confidence::kLow)
        add(fmt::format("reach and loss of {} over {} are of low confidence", limit.optic->pmd, limit.reach->fibre_class),
            limit.reach->source, id);
    }
  }
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    report.along(std::move(ways[i]), reasons[i])
        .note("source: " + sources[i])
        .help("give the row with a better source in a --data folder");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
