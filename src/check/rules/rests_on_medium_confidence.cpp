// explanation, examples and tests: docs/rules/rests-on-medium-confidence.md
#include <fmt/format.h>

#include "check/rule.h"

namespace ferrule::check {

// Medium confidence proves, and is shown with its source, so that whoever signs knows what the proof stands on.
void rests_on_medium_confidence(const View& view, Report& report) {
  std::vector<plant::Cited> facts;
  std::vector<std::vector<std::uint32_t>> ways;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    for (const plant::Cited& fact : view.proof.ways[id].rests_on) {
      if (fact.confidence != Confidence::kMedium) continue;
      std::size_t at = 0;
      while (at < facts.size() && (facts[at].what != fact.what || facts[at].source != fact.source)) ++at;
      if (at == facts.size()) {
        facts.push_back(fact);
        ways.emplace_back();
      }
      ways[at].push_back(id);
    }
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    report.along(std::move(ways[i]), fmt::format("{} is of medium confidence", facts[i].what)).note("source: " + facts[i].source);
  }
}

}  // namespace ferrule::check
