// Two angled multi-fibre faces whose slopes form a wedge. Page: docs/rules/slopes-not-parallel.md
//
// The slope is fixed to the key. Keys opposed (Type A adapter): equal slopes lie parallel. Keys aligned (Type B adapter): only a
// standard slope and one turned up do. A transceiver's receptacle is such an aligned joint, and its own face is the one turned up: a
// standard plug is right there.
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

bool parallel(const Met& met) {
  const spec::Polish near = met.near_face().polish, far = met.far_face().polish;
  switch (met.joint) {
    case plant::Joint::kOpposed: return near == far;
    case plant::Joint::kAligned:
    case plant::Joint::kMdi:
    case plant::Joint::kSeat: return near != far;
    default: return true;  // a splice has no slope; an adapter that nobody stated has a rule of its own
  }
}

}  // namespace

void slopes_not_parallel(const View& view, Report& report) {
  const auto fault = [&](const Met& met) -> std::optional<std::string> {
    const spec::Polish near = met.near_face().polish, far = met.far_face().polish;
    if (!spec::angled(near) || !spec::angled(far) || !has_pins(view, met.near) || !latch(met)) return std::nullopt;
    if (parallel(met)) return std::nullopt;
    if (met.joint == plant::Joint::kMdi)
      return "its slope turned up: in a receptacle made for standard plugs the slopes form a wedge";
    if (met.joint == plant::Joint::kAligned)
      return fmt::format("both {}: with keys aligned the slopes form a wedge", spec::spell(near));
    return fmt::format("{} against {}: the slopes form a wedge", spec::spell(near), spec::spell(far));
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    const auto slope = [&](std::uint32_t face) { return spec::spell(view.plant.face(face).face.polish); };
    describe(view, meeting, slope(meeting.near.front()), slope(meeting.far.front()), finding);
    if (meeting.joint == plant::Joint::kAligned)
      finding.help("use a Type A adapter (opposed keys) and count the Type B parts of the channel anew");
    else
      finding.help(fmt::format("order {} with the standard slope", near_part(view, meeting)));
  }
}

}  // namespace ferrule::check
