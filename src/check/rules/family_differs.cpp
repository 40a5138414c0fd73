// MPO-12 against MPO-16: other key, other pins. Page: docs/rules/family-differs.md
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

// "mpo-12" is the family of 12-wide ferrules; only between these is the fault one of key and pins.
bool is_mpo(std::string_view family) { return family.starts_with("mpo-"); }

}  // namespace

void family_differs(const View& view, Report& report) {
  const auto fault = [&](const Met& met) -> std::optional<std::string> {
    const facts::Connector* near = connector_of(view, met.near);
    const facts::Connector* far = connector_of(view, met.far);
    if (near == nullptr || far == nullptr || near->family == far->family || !is_mpo(near->family) || !is_mpo(far->family))
      return std::nullopt;
    return fmt::format("{} against {}", near->name, far->name);
  };
  for (const Meeting& meeting : meetings(view, fault))
    report.joints(meeting.kinds, sentence(view, meeting, meeting.what))
        .note("the 16-wide family has its key off centre and its pins 5.3 mm apart, the 12-wide a centred key and 4.6 mm")
        .help("use parts of one family, or a conversion cable or module between them");
}

}  // namespace ferrule::check
