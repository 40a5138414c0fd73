// Wavelengths for which the fibre class is not specified. Page: docs/rules/wavelength-against-fibre.md
#include <fmt/format.h>

#include "check/channel.h"
#include "check/words.h"

namespace ferrule::check {

void wavelength_against_fibre(const View& view, Report& report) {
  for (const Uncovered& gap : uncovered(view)) {
    if (!gap.wavelength) continue;
    const std::string wavelengths = spell_list(gap.optic->wavelengths_nm);
    Report::Builder finding = report.along(gap.ways, fmt::format("{} sends {} nm, no source states what {} does there",
                                                                 gap.optic->pmd, wavelengths, gap.fibre_class));
    report.makes_unproven();
    std::vector<std::string> classes;
    for (const facts::Reach& reach : gap.optic->reaches) classes.push_back(reach.fibre_class);
    if (!classes.empty()) finding.note(fmt::format("{} is stated for {}", gap.optic->pmd, spell_list(classes)));
    finding.help("use one of these classes, or optics of one wavelength");
  }
}

}  // namespace ferrule::check
