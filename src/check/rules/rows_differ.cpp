// One row against two: it latches and no fibre meets a fibre. Page: docs/rules/rows-differ.md
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

std::string_view rows(int count) {
  constexpr std::string_view kWords[] = {"no row", "one row", "two rows", "three rows", "four rows", "five rows", "six rows"};
  return count >= 0 && count <= 6 ? kWords[count] : "many rows";
}

}  // namespace

void rows_differ(const View& view, Report& report) {
  const auto fault = [&](const Met& met) -> std::optional<std::string> {
    const spec::Face &near = met.near_face(), &far = met.far_face();
    if (near.rows == far.rows || !has_pins(view, met.near) || !has_pins(view, met.far) || !latch(met)) return std::nullopt;
    return fmt::format("{} ({}) against {} ({}): it latches and no fibre meets a fibre", near.connector, rows(near.rows),
                       far.connector, rows(far.rows));
  };
  for (const Meeting& meeting : meetings(view, fault))
    report.joints(meeting.kinds, sentence(view, meeting, meeting.what))
        .help(fmt::format("order {} and {} with the same rows, or a conversion between them", near_part(view, meeting),
                          far_part(view, meeting)));
}

}  // namespace ferrule::check
