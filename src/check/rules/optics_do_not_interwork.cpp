// explanation, examples and tests: docs/rules/optics-do-not-interwork.md
#include <fmt/format.h>

#include "check/interwork.h"
#include "check/rule.h"

namespace ferrule::check {
namespace {

std::uint32_t far_set_of(const Way& way) { return way.b_set; }

std::string spell_set(const View& view, std::uint32_t set) {
  const plant::LaneSet& lanes = view.plant.lane_sets[set];
  const std::string& pmd = view.plant.face_type(lanes.face).application;
  return lanes.whole ? pmd : fmt::format("{} of the lanes of {}", static_cast<int>(lanes.lanes), pmd);
}

}  // namespace

void optics_do_not_interwork(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const std::uint32_t far = far_set_of(way);
    if (far == plant::kNone) continue;
    const Interwork verdict = interwork(view, way.a_set, far);
    if (verdict == Interwork::kYes) continue;
    const std::string ends = fmt::format("{} and {}", spell_set(view, way.a_set), spell_set(view, far));
    if (verdict == Interwork::kNo) {
      auto finding = report.along({id}, fmt::format("{} do not interwork", ends));
      std::string speaks;
      for (const Language& language : languages(view, way.a_set)) speaks += (speaks.empty() ? "" : ", ") + language.pmd;
      finding.note(fmt::format("the near end speaks {}", speaks.empty() ? "nothing that is known for so many lanes" : speaks));
      finding.help("use optics of one application at both ends, or a breakout that data/optics.csv lists");
      continue;
    }
    report.along({id}, verdict == Interwork::kPartDependent ? fmt::format("{} interwork with some modules only", ends)
                                                              : fmt::format("whether {} interwork is not known", ends))
        .help("ask the vendor of the modules");
    report.makes_unproven();
    report.at_most(diag::Severity::kWarning);
  }
}

}  // namespace ferrule::check
