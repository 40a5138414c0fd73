// A flat face against one cut at 8 degrees: the cores do not touch. Page: docs/rules/flat-meets-angled.md
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {

void flat_meets_angled(const View& view, Report& report) {
  const auto fault = [](const Met& met) -> std::optional<std::string> {
    const spec::Polish near = met.near_face().polish, far = met.far_face().polish;
    if (near == spec::Polish::kUnknown || far == spec::Polish::kUnknown || spec::angled(near) == spec::angled(far))
      return std::nullopt;
    if (spliced(met) || !latch(met)) return std::nullopt;
    return spec::angled(near) ? "angled against flat" : "flat against angled";
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    const bool near_angled = meeting.what.starts_with("angled");
    describe(view, meeting, near_angled ? "angled" : "flat", near_angled ? "flat" : "angled", finding);
    const std::string_view wanted = near_angled ? "flat (PC or UPC)" : "angled (APC)";
    if (meeting.joint == plant::Joint::kMdi)
      finding.help(fmt::format("order {} {}, as {} is", near_part(view, meeting), wanted, far_part(view, meeting)));
    else
      finding.help(fmt::format("order {} {}, or {} {}", near_part(view, meeting), wanted, far_part(view, meeting),
                               near_angled ? "angled (APC)" : "flat (PC or UPC)"));
  }
}

}  // namespace ferrule::check
