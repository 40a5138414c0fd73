#include "api/bom_xlsx.h"

#include <algorithm>

#include "api/bom_csv.h"
#include "write/workbook.h"

namespace ferrule::api {
namespace {

using write::SheetNumber;
using write::SheetValue;

SheetValue value_of(const BomCell& cell) {
  if (cell.blank) return {};
  switch (cell.kind) {
    case BomCell::Kind::kText: return cell.text;
    case BomCell::Kind::kWhole: return SheetNumber{cell.value, 0};
    case BomCell::Kind::kMetres: return SheetNumber{cell.value, 3};
    case BomCell::Kind::kMoney: break;
  }
  return SheetNumber{cell.value, 2};
}

std::vector<double> widths_of(const std::vector<std::string>& columns) {
  std::vector<double> widths;
  for (const std::string& column : columns) {
    const bool wide = column == "specification" || column == "ids" || column == "not_stated" || column == "beyond";
    widths.push_back(wide ? 50 : std::max<double>(12, static_cast<double>(column.size()) + 2));
  }
  return widths;
}

std::vector<SheetValue> total_row(const Bom& bom, std::string_view of, const BomTotal& total) {
  std::vector<SheetValue> row{std::string(of), total.name, SheetNumber{total.quantity, 0},
                              SheetNumber{static_cast<std::int64_t>(total.lines), 0}};
  if (!bom.priced) return row;
  row.push_back(total.beyond_reason ? SheetValue() : SheetNumber{total.sum.hundredths, 2});
  row.emplace_back(std::string(total.without_price > 0 ? "at least" : ""));
  row.emplace_back(SheetNumber{static_cast<std::int64_t>(total.without_price), 0});
  row.emplace_back(SheetNumber{static_cast<std::int64_t>(total.generic), 0});
  if (total.lead_weeks) row.emplace_back(SheetNumber{*total.lead_weeks, 0});
  return row;
}

void add_totals(const Bom& bom, write::Workbook& book) {
  std::vector<std::string> columns{"of", "name", "quantity", "lines"};
  if (bom.priced)
    for (const char* column : {"sum", "sum_is", "lines_without_price", "lines_of_low_confidence", "lead_weeks"})
      columns.emplace_back(column);
  book.begin_sheet("totals", columns, widths_of(columns));
  for (const BomTotal& total : bom.by_phase) book.row(total_row(bom, "phase", total));
  for (const BomTotal& total : bom.by_kind) book.row(total_row(bom, "kind", total));
  book.row(total_row(bom, "all", bom.total));
}

}  // namespace

Result<std::string> bom_xlsx(const Bom& bom) {
  Result<write::Workbook> book = write::Workbook::make();
  if (!book) return tl::unexpected(book.error());
  const std::vector<std::string> columns = bom_columns(bom);
  book->begin_sheet("bill", columns, widths_of(columns));
  std::vector<SheetValue> row;
  for (const BomLine& line : bom.lines) {
    row.clear();
    for (const BomCell& cell : bom_cells(bom, line)) row.push_back(value_of(cell));
    book->row(row);
  }
  add_totals(bom, *book);
  return book->finish();
}

}  // namespace ferrule::api
