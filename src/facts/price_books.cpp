#include "facts/price_books.h"

#include <fmt/format.h>

#include "facts/distinct.h"
#include "facts/row_reader.h"

namespace ferrule::facts {

std::vector<PriceSegment> read_price_segments(const RawTable& raw, diag::Findings& findings) {
  std::vector<PriceSegment> segments;
  Distinct keys;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    PriceSegment segment;
    row.fact(segment);
    segment.book = row.required("book");
    segment.cable = row.required("cable");
    segment.currency = row.required("currency");
    segment.upto = row.metres("upto_m");
    segment.fixed = row.ten_thousandths("fixed");
    segment.per_metre = row.ten_thousandths("per_metre");
    segment.factor = row.ten_thousandths("factor");
    segment.adder = row.ten_thousandths("adder");
    keys.add(row, "upto_m", fmt::format("{} of {} up to '{}'", segment.cable, segment.book, row.text("upto_m")));
    if (row.good()) segments.push_back(std::move(segment));
  }
  return segments;
}

std::vector<PriceSegment> price_segments(const Facts& facts) {
  const Table* const table = facts.table("price_books");
  if (table == nullptr) return {};
  diag::Findings told_before;
  return read_price_segments(raw_table_of(*table), told_before);
}

}  // namespace ferrule::facts
