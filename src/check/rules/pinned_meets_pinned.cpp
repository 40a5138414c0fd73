// Two faces with guide pins: the pins strike each other. Page: docs/rules/pinned-meets-pinned.md
#include <fmt/format.h>

#include "check/meetings.h"

namespace ferrule::check {

void pinned_meets_pinned(const View& view, Report& report) {
  const auto fault = [](const Met& met) -> std::optional<std::string> {
    const bool both = met.near_face().pins == spec::Pins::kPinned && met.far_face().pins == spec::Pins::kPinned;
    if (!both || spliced(met) || !latch(met)) return std::nullopt;
    return "both pinned";
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    describe(view, meeting, "pinned", "pinned", finding);
    const plant::PartType& near = view.plant.face_type(meeting.near.front());
    if (near.field_changeable)
      finding.help(fmt::format("take the pins out of {}: it can be changed in the field", near_part(view, meeting)));
    else if (meeting.joint == plant::Joint::kMdi)
      finding.help(
          fmt::format("order {} unpinned (female); receptacles of transceivers are always pinned", near_part(view, meeting)));
    else
      finding.help(fmt::format("order {} or {} unpinned (female), not both", near_part(view, meeting), far_part(view, meeting)));
  }
}

}  // namespace ferrule::check
