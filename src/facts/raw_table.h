// One table of facts as text, each cell with its place: what the CSV reader gave, before anybody
// read meaning into it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable {
  Table table;
  std::vector<diag::Place> cells;  // row by row, each as wide as the header
  diag::Place header;              // of the first header cell: where a missing column is reported

  diag::Place place(std::size_t row, std::size_t column) const { return cells[row * table.header.size() + column]; }
};

RawTable read_raw_table(std::string name, const diag::Sources& sources, std::uint32_t source, diag::Findings& findings);

// A loaded table with its cells again, each at the place of its row: for what is read only when somebody asks.
RawTable raw_table_of(const Table& table);

}  // namespace ferrule::facts
