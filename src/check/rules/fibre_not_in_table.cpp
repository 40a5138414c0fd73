// A fibre class for which the optic's table has no reach. Page: docs/rules/fibre-not-in-table.md
#include <fmt/format.h>

#include "check/channel.h"
#include "check/words.h"

namespace ferrule::check {

void fibre_not_in_table(const View& view, Report& report) {
  for (const Uncovered& gap : uncovered(view)) {
    if (gap.wavelength) continue;  // wavelength-against-fibre says it
    Report::Builder finding =
        report.along(gap.ways, fmt::format("no source states the reach of {} over {}", gap.optic->pmd, gap.fibre_class));
    report.makes_unproven();
    std::vector<std::string> classes;
    for (const facts::Reach& reach : gap.optic->reaches) classes.push_back(reach.fibre_class);
    if (!classes.empty()) finding.note(fmt::format("{} is stated for {}", gap.optic->pmd, spell_list(classes)));
    finding.help("ask the maker of the optic, then add a row to optic_reach.csv in --data DIR with its source");
  }
}

}  // namespace ferrule::check
