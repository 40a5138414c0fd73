// Two loss grades at one joint: it counts as the worse. Page: docs/rules/mixed-grades.md
#include <fmt/format.h>

#include "base/text.h"
#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {

void mixed_grades(const View& view, Report& report) {
  const auto fault = [&](const Met& met) -> std::optional<std::string> {
    const std::string &near = grade_of(view, met.near), &far = grade_of(view, met.far);
    if (near.empty() || far.empty() || same_folded(near, far) || spliced(met) || !latch(met)) return std::nullopt;
    return fmt::format("{} against {}: the joint counts as the worse", near, far);
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    describe(view, meeting, grade_of(view, meeting.near.front()), grade_of(view, meeting.far.front()), finding);
    finding.help("order both of one grade where the loss budget needs the better");
  }
}

}  // namespace ferrule::check
