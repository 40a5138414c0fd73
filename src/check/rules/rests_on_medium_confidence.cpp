// explanation, examples and tests: docs/rules/rests-on-medium-confidence.md
#include <fmt/format.h>

#include "check/by_cause.h"
#include "check/rule.h"

namespace ferrule::check {

// Medium confidence proves, and is shown with its source, so that whoever signs knows what the proof stands on.
void rests_on_medium_confidence(const View& view, Report& report) {
  ByCause facts;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id)
    for (const plant::Cited& fact : view.proof.ways[id].rests_on)
      if (fact.confidence == Confidence::kMedium) facts.add(fact.what, id, fact.source);
  for (const ByCause::Cause& fact : facts.causes())
    report.along(fact.ways, fmt::format("{} is of medium confidence", fact.text)).note("source: " + fact.source);
}

}  // namespace ferrule::check
