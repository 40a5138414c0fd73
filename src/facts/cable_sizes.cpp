#include "facts/cable_sizes.h"

#include "facts/row_reader.h"

namespace ferrule::facts {
namespace {

// A number above 0 with three decimals: mm in micrometres, grams for a metre in grams for a kilometre.
std::int64_t thousandths_above_nought(RowReader& row, std::string_view column) {
  const std::optional<std::int64_t> value = parse_decimal(row.required(column), 3);
  if (value && *value > 0 && *value <= 1'000'000) return *value;
  if (row.good()) row.bad(column, "a number above 0 and up to 1,000 belongs here");
  return 0;
}

}  // namespace

std::vector<CableSize> read_cable_sizes(const RawTable& raw, diag::Findings& findings) {
  std::vector<CableSize> sizes;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    CableSize size;
    row.fact(size);
    size.kind = row.one_of("kind", {"cord", "trunk", "extension", "breakout", "conversion"});
    size.connector = row.one_of("connector", {"", "duplex"});
    size.fibres_most = row.required_number("fibres_most", 1, 100'000);
    size.diameter_um = thousandths_above_nought(row, "diameter_mm");
    size.grams_per_km = thousandths_above_nought(row, "weight_g_per_m");
    if (row.good()) sizes.push_back(std::move(size));
  }
  return sizes;
}

std::vector<CableSize> cable_sizes(const Facts& facts) {
  const Table* const table = facts.table("cable_sizes");
  if (table == nullptr) return {};
  diag::Findings told_before;
  return read_cable_sizes(raw_table_of(*table), told_before);
}

}  // namespace ferrule::facts
