#include "facts/raw_table.h"

#include "syntax/csv.h"

namespace ferrule::facts {

RawTable read_raw_table(std::string name, const diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
  RawTable raw;
  raw.table.name = std::move(name);
  raw.header = {source, 0, 0};
  syntax::CsvReader reader(sources, source, findings);
  for (const syntax::Cell& cell : reader.header()) raw.table.header.emplace_back(cell.text);
  if (!reader.header().empty()) raw.header = reader.place(reader.header().front());
  for (auto row = reader.next(); !row.empty(); row = reader.next()) {
    raw.table.places.push_back(reader.place(row.front()));
    std::vector<std::string>& texts = raw.table.rows.emplace_back();
    texts.reserve(row.size());
    for (const syntax::Cell& cell : row) {
      texts.emplace_back(cell.text);
      raw.cells.push_back(reader.place(cell));
    }
  }
  return raw;
}

RawTable raw_table_of(const Table& table) {
  RawTable raw{table, {}, {}};
  for (const diag::Place& place : table.places) raw.cells.insert(raw.cells.end(), table.header.size(), place);
  return raw;
}

}  // namespace ferrule::facts
