// A multi-fibre face of which nobody said whether it is pinned. Page: docs/rules/pins-not-stated.md
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {

void pins_not_stated(const View& view, Report& report) {
  const auto unknown = [&](const Met& met, std::uint32_t face) {
    return !spliced(met) && has_pins(view, face) && view.plant.face(face).face.pins == spec::Pins::kUnknown;
  };
  for (const Untold& entry : untold(view, unknown)) {
    const std::string part = spell_faces(view, entry.faces);
    const plant::PartType& type = view.plant.face_type(entry.faces.front());
    Report::Builder finding =
        report.joints(entry.kinds, fmt::format("nobody said whether {} {} pinned", part, entry.faces.size() == 1 ? "is" : "are"));
    report.makes_unproven();
    if (type.place.known()) finding.note(type.place, fmt::format("{} is described here", type.name));
    finding.help("ask the vendor, then state gender: pinned or gender: unpinned");
  }
}

}  // namespace ferrule::check
