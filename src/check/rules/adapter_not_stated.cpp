// An adapter of which nobody said whether its keys are opposed or aligned. Page: docs/rules/adapter-not-stated.md
#include "check/meetings.h"

namespace ferrule::check {

void adapter_not_stated(const View& view, Report& report) {
  const auto fault = [](const Met& met) -> std::optional<std::string> {
    const spec::Face &near = met.near_face(), &far = met.far_face();
    // One fibre cannot be turned, and faces that do not line up meet through no adapter.
    if (met.joint != plant::Joint::kUnstated || near.size() == 1 || near.rows != far.rows || near.columns != far.columns)
      return std::nullopt;
    return "in an adapter of which nobody said the type";
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    report.makes_unproven();
    describe(view, meeting, "described here", "described here", finding);
    finding.help("read it off the adapter or its data sheet, then state adapter: A (keys opposed) or adapter: B (keys aligned)");
  }
}

}  // namespace ferrule::check
