// A face of which nobody said whether it is flat or angled. Page: docs/rules/polish-not-stated.md
//
// Multi-fibre faces come both ways in either mode, so the word is always needed. LC, SC and the like are angled in single-mode plants
// only: a multimode plug is flat unless it says otherwise.
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

bool flat_by_custom(const View& view, const Met& met, std::uint32_t face) {
  if (has_pins(view, face)) return false;
  const std::uint32_t other = face == met.near ? met.far : met.near;
  if (spec::angled(view.plant.face(other).face.polish)) return false;
  const spec::Mode own = view.plant.face_type(face).mode, beside = view.plant.face_type(other).mode;
  return own == spec::Mode::kMulti || (own == spec::Mode::kUnknown && beside == spec::Mode::kMulti);
}

}  // namespace

void polish_not_stated(const View& view, Report& report) {
  const auto unknown = [&](const Met& met, std::uint32_t face) {
    return !spliced(met) && view.plant.face(face).face.polish == spec::Polish::kUnknown && !flat_by_custom(view, met, face);
  };
  for (const Untold& entry : untold(view, unknown)) {
    const std::string part = spell_faces(view, entry.faces);
    const plant::PartType& type = view.plant.face_type(entry.faces.front());
    Report::Builder finding = report.joints(
        entry.kinds, fmt::format("nobody said whether {} {} flat or angled", part, entry.faces.size() == 1 ? "is" : "are"));
    report.makes_unproven();
    if (type.place.known()) finding.note(type.place, fmt::format("{} is described here", type.name));
    finding.help("ask the vendor, then state polish: PC, UPC or APC");
  }
}

}  // namespace ferrule::check
