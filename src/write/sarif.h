// Findings as a SARIF 2.1.0 log, for code hosts and editors that show results next to the lines.
//
// Shape: one run; `rules` holds every code that occurs, sorted; results stand in the order of the findings. Notes with a place are
//        related locations; notes without one, help and subjects follow the message as lines of their own. A waived finding is a
//        suppressed result. Columns count code points. No times and no absolute paths of our own: the same findings, the same bytes.
// Source: OASIS SARIF 2.1.0, sections 3.14 (run), 3.27 (result), 3.30 (region).
#pragma once

#include <string>
#include <string_view>

#include "diag/finding.h"

namespace ferrule::write {

std::string sarif(const diag::Findings& findings, const diag::Sources& sources, std::string_view version);

}  // namespace ferrule::write
