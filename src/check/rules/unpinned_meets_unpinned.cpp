// Two faces without guide pins: they latch, and nothing aligns them. Page: docs/rules/unpinned-meets-unpinned.md
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {

void unpinned_meets_unpinned(const View& view, Report& report) {
  const auto fault = [&](const Met& met) -> std::optional<std::string> {
    const bool both = met.near_face().pins == spec::Pins::kUnpinned && met.far_face().pins == spec::Pins::kUnpinned;
    if (!both || spliced(met) || !latch(met) || !has_pins(view, met.near)) return std::nullopt;
    return "both unpinned";
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    describe(view, meeting, "unpinned", "unpinned", finding);
    const plant::PartType& near = view.plant.face_type(meeting.near.front());
    if (near.field_changeable)
      finding.help(fmt::format("put pins into {}: it can be changed in the field", near_part(view, meeting)));
    else
      finding.help(fmt::format("order {} or {} pinned (male), not both", near_part(view, meeting), far_part(view, meeting)));
  }
}

}  // namespace ferrule::check
