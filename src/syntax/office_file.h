// A paper as an office sends it (CSV, XLSX, text, Markdown) as tables, whatever its encoding.
//
// Shape:  the sheets of a workbook; of another file one sheet without a name. Cells point into the sources or the sheets' arenas.
// Errors: findings of the readers beneath (L1xx); L114 paper-too-large also for more than 200,000 rows, where reading ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "syntax/readable_text.h"
#include "syntax/xlsx.h"

namespace ferrule::syntax {

struct OfficeFile {
  std::vector<Sheet> sheets;
  std::uint32_t source = 0;  // of a text: as it was read
  Encoding encoding = Encoding::kUtf8;

  std::vector<const Table*> tables() const;
};

std::optional<OfficeFile> read_office_file(diag::Sources& sources, const std::string& path, diag::Findings& findings);

}  // namespace ferrule::syntax
