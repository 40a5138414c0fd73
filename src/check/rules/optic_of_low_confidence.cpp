// explanation, examples and tests: docs/rules/optic-of-low-confidence.md
#include <fmt/format.h>

#include "check/budget.h"
#include "check/by_cause.h"
#include "check/rule.h"

namespace ferrule::check {

// The optic's own row, or the row of its reach and loss, is of low confidence: nobody should light a hall on it.
void optic_of_low_confidence(const View& view, Report& report) {
  ByCause reasons;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Budget budget = budget_of(view, view.proof.ways[id]);
    for (const Limit& limit : budget.limits) {
      if (limit.optic->confidence == Confidence::kLow)
        reasons.add(fmt::format("what is known of {} is of low confidence", limit.optic->pmd), id, limit.optic->source);
      else if (limit.reach != nullptr && limit.reach->confidence == Confidence::kLow)
        reasons.add(fmt::format("reach and loss of {} over {} are of low confidence", limit.optic->pmd, limit.reach->fibre_class),
                    id, limit.reach->source);
    }
  }
  for (const ByCause::Cause& cause : reasons.causes()) {
    report.along(cause.ways, cause.text)
        .note("source: " + cause.source)
        .help("give the row with a better source in a --data folder");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
