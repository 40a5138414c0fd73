// A table as people send it: rows of different length, titles above the header, footnotes below the sum; or a text, line by line.
//
// Dialect: the separator is whichever of , ; tab and | parts most lines into equally many cells. A quote that nothing closes is a
//          plain character. A text that no separator parts is a table with one column; of Markdown, lines of | are rows and the
//          rest are lines.
// Shape:   rows in order, blank ones left out. Cells are trimmed views into the source, or into the table where quotes were undone.
// Errors:  none: what is asked of a table is decided by who reads it. Of a row the first 1,000 cells are kept, of a table the first
//          200,000 rows.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "diag/source.h"
#include "syntax/readable_text.h"

namespace ferrule::syntax {

struct TableCell {
  std::string_view text;
  diag::Place place;       // of the whole text as written
  bool as_written = true;  // text is what stands at place, byte for byte

  // Of a part of the text; of all of it where the bytes do not agree.
  diag::Place part(std::uint32_t begin, std::uint32_t end) const {
    return as_written ? diag::Place{place.source, place.offset + begin, end - begin} : place;
  }
};

struct TableRow {
  std::vector<TableCell> cells;
};

struct Table {
  std::vector<TableRow> rows;
  bool prose = false;  // lines of a text; rows of more than one cell are tables inside it
  bool cut = false;    // more rows follow, which were not read
  std::deque<std::string> arena;
};

enum class TableForm : std::uint8_t { kUnknown, kTable, kText };  // what the name of the file says

Table read_table(const diag::Sources& sources, const ReadableText& text, TableForm form);

inline constexpr std::size_t kMostTableColumns = 1000;
inline constexpr std::size_t kMostTableRows = 200'000;  // about a gigabyte of memory, once their words are read

}  // namespace ferrule::syntax
