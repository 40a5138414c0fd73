// A workbook of a spreadsheet (XLSX) as tables, one per sheet. Numbers and formulas come as the values that were stored with them.
//
// Shape:  each sheet becomes a source of its own: a line per row, cells parted by tabs, line feeds inside a cell made blanks. Its
//         places are told as Sheet1!C12 or 'BOM Rev C'!C12 (diag::Sources::cell). Rows of a table are those that hold anything; a cell that is not
//         there is empty, so that the index in a row is the column. Hidden sheets, rows and columns are read like others:
//         whoever gets the file can show them.
// Errors: L113 workbook-unreadable: no workbook, damaged, encrypted, an older format, XML with a document type.
//         L114 paper-too-large: a part over 128 MiB unpacked, more than 10 million cells, 64 MiB of text, 256 sheets, 200,000 rows.
//         Either way nothing is returned: half a workbook is not what its author sent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "syntax/table.h"

namespace ferrule::syntax {

struct WorkbookLimits {
  std::uint64_t part_bytes = 128 << 20;  // of one file in the archive, unpacked
  std::uint64_t text_bytes = 64 << 20;   // of the text of all sheets
  std::uint64_t cells = 10'000'000;      // of all sheets, with the empty ones in front of a full one
  std::size_t sheets = 256;
  std::size_t rows = kMostTableRows;  // of all sheets, those that hold anything
};

struct Sheet {
  std::string name;
  Table table;
};

bool looks_like_workbook(std::string_view bytes);  // a ZIP archive, or the older binary format

// `source` holds the bytes of the file.
std::optional<std::vector<Sheet>> read_workbook(diag::Sources& sources, std::uint32_t source, diag::Findings& findings,
                                                const WorkbookLimits& limits = {});

struct CellReference {
  std::uint32_t row = 0, column = 0;  // from 1
};
std::optional<CellReference> parse_cell_reference(std::string_view text);  // "C12"; nothing beyond XFD1048576

}  // namespace ferrule::syntax
