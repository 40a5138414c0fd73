// Whatever the bytes: CsvReader ends, every row is as wide as the header, every cell lies inside the text, and every finding prints.
#include <cstdint>
#include <cstdlib>

#include "diag/print.h"
#include "syntax/csv.h"

namespace diag = ferrule::diag;
namespace syntax = ferrule::syntax;

namespace {

void hold(bool truth) {
  if (!truth) std::abort();
}

void hold_place(const diag::Place& place, const diag::Sources& sources) {
  hold(place.known() && place.offset + std::uint64_t{place.length} <= sources.text(place.source).size());
}

// Where a cell's text differs from the source, doubled quotes were undone.
void hold_cell(const syntax::CsvReader& reader, const syntax::Cell& cell, const diag::Sources& sources) {
  hold_place(reader.place(cell), sources);
  const std::string_view written = sources.text(reader.place(cell));
  hold(written == cell.text || (written.size() > cell.text.size() && written.find("\"\"") != std::string_view::npos));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  diag::Sources sources;
  const std::uint32_t source = sources.add("fuzz.csv", std::string(reinterpret_cast<const char*>(data), size));
  diag::Findings findings;
  syntax::CsvReader reader(sources, source, findings);
  std::size_t rows = 0;
  for (auto row = reader.next(); !row.empty(); row = reader.next()) {
    hold(row.size() == reader.header().size());
    for (const syntax::Cell& cell : row) hold_cell(reader, cell, sources);
    ++rows;
  }
  hold(reader.next().empty());
  hold(!reader.header().empty() || (rows == 0 && findings.any_unreadable()));
  for (const syntax::Cell& cell : reader.header()) {
    hold_cell(reader, cell, sources);
    hold(&reader.header()[*reader.column(cell.text)] == &cell);
  }
  for (const diag::Finding& finding : findings.all()) {
    hold(finding.unreadable);
    hold_place(finding.place, sources);
    hold(!diag::print(finding, sources).empty());
  }
  return 0;
}
