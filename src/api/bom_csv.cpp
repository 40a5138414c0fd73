#include "api/bom_csv.h"

#include <fmt/format.h>

#include "api/name_ranges.h"
#include "base/text.h"
#include "write/csv.h"

namespace ferrule::api {
namespace {

BomCell text(std::string_view value) { return {BomCell::Kind::kText, std::string(value), 0, value.empty()}; }
BomCell whole(std::int64_t value) { return {BomCell::Kind::kWhole, {}, value, false}; }
BomCell metres(const std::optional<Length>& length) {
  return {BomCell::Kind::kMetres, {}, length ? length->millimetre : 0, !length};
}
BomCell money(const std::optional<Price>& price) { return {BomCell::Kind::kMoney, {}, price ? price->hundredths : 0, !price}; }

std::optional<Length> known(Length length) { return length.millimetre > 0 ? std::optional(length) : std::nullopt; }

void add_prices(const Bom& bom, const BomLine& line, std::vector<BomCell>& cells) {
  const std::optional<BomPrice>& price = bom.articles[line.article].price;
  cells.push_back(money(price ? std::optional(price->each) : std::nullopt));
  cells.push_back(money(line.total));
  cells.push_back(text(bom.currency));
  cells.push_back(text(price ? price->from : ""));
  cells.push_back(text(!price ? "" : price->generic ? "low" : "stated"));
  const auto count = [&](std::optional<std::int64_t> value) {
    BomCell cell = whole(value.value_or(0));
    cell.blank = !value;
    cells.push_back(std::move(cell));
  };
  count(price && price->lead_weeks ? std::optional<std::int64_t>(*price->lead_weeks) : std::nullopt);
  count(price ? price->stock : std::nullopt);
  count(price ? price->least_order : std::nullopt);
}

std::string decimal(std::int64_t value, int digits) {
  const std::int64_t scale = digits == 2 ? 100 : 1000;
  return fmt::format("{}.{:0{}}", value / scale, value % scale, digits);
}

std::string written(const BomCell& cell) {
  if (cell.blank) return {};
  switch (cell.kind) {
    case BomCell::Kind::kText: return cell.text;
    case BomCell::Kind::kWhole: return std::to_string(cell.value);
    case BomCell::Kind::kMoney: return decimal(cell.value, 2);
    case BomCell::Kind::kMetres: break;
  }
  return write::csv_thousandths(cell.value);
}

}  // namespace

std::vector<std::string> piece_ranges(const Bom& bom, const BomLine& line) {
  NameRanges ranges;
  for (const BomPiece& piece : line.pieces) ranges.add(spelled(bom.loaded->plant, piece));
  return ranges.take();
}

std::vector<std::string> rack_ranges(const Bom& bom, const BomLine& line) {
  NameRanges ranges;
  for (const std::uint32_t rack : line.racks) ranges.add(bom.loaded->plant.racks[rack].name);
  return ranges.take();
}

std::vector<std::string> bom_columns(const Bom& bom) {
  std::vector<std::string> columns{"phase",          "hall",          "row",         "kind",       "part",
                                   "specification",  "beyond",        "receptacles", "ordered_as", "ordered_m",
                                   "needed_least_m", "needed_most_m", "pieces",      "spares",     "to_least_order",
                                   "quantity"};
  if (bom.priced)
    for (const char* column : {"unit_price", "total", "currency", "price_from", "price_confidence", "lead_weeks", "stock", "moq"})
      columns.emplace_back(column);
  columns.insert(columns.end(), {"racks", "ids", "not_stated"});
  return columns;
}

std::vector<BomCell> bom_cells(const Bom& bom, const BomLine& line) {
  const BomArticle& article = bom.articles[line.article];
  BomCell receptacles = whole(article.receptacles);
  receptacles.blank = article.receptacles == 0;
  std::vector<BomCell> cells{text(line.phase),
                             text(line.hall),
                             text(line.row),
                             text(spell(article.kind)),
                             text(article.part),
                             text(article.line),
                             text(article.beyond),
                             std::move(receptacles),
                             text(article.length_is == OrderLength::kNone ? "" : spell(article.length_is)),
                             metres(article.ordered),
                             metres(known(needed_by(line).least)),
                             metres(known(needed_by(line).most)),
                             whole(static_cast<std::int64_t>(line.pieces.size())),
                             whole(line.spares),
                             whole(line.more),
                             whole(line.quantity())};
  if (bom.priced) add_prices(bom, line, cells);
  cells.push_back(text(joined(rack_ranges(bom, line), " ")));
  cells.push_back(text(joined(piece_ranges(bom, line), " ")));
  cells.push_back(text(joined(article.not_stated, "; ")));
  return cells;
}

std::string bom_csv(const Bom& bom) {
  std::string out = write::csv_row(bom_columns(bom));
  std::vector<std::string> row;
  for (const BomLine& line : bom.lines) {
    row.clear();
    for (const BomCell& cell : bom_cells(bom, line)) row.push_back(written(cell));
    out += write::csv_row(row);
  }
  return out;
}

}  // namespace ferrule::api
