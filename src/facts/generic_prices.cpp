#include "facts/generic_prices.h"

#include <fmt/format.h>

#include "facts/row_reader.h"

namespace ferrule::facts {
namespace {

std::int64_t money(RowReader& row, std::string_view column, bool required) {
  const std::string text = row.text(column);
  if (text.empty() && !required) return 0;
  const std::optional<std::int64_t> value = parse_decimal(text, 2);
  if (value && *value >= 0) return *value;
  row.bad(column, fmt::format("'{}' is no price", text));
  return 0;
}

}  // namespace

std::vector<GenericPrice> read_generic_prices(const RawTable& raw, diag::Findings& findings) {
  std::vector<GenericPrice> prices;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    GenericPrice price;
    row.fact(price);
    price.kind = row.required("kind");
    price.mode = row.one_of("mode", {"", "MM", "SM"});
    price.connector = row.one_of("connector", {"", "array", "duplex"});
    price.connectors_most = row.number("connectors_most", 1, 100'000);
    if (const std::string rate = row.text("rate_most_gbps"); !rate.empty()) {
      price.rate_most = parse_decimal(rate, 3);
      if (!price.rate_most) row.bad("rate_most_gbps", fmt::format("'{}' is no rate", rate));
    }
    price.price = money(row, "price", true);
    price.per_metre = money(row, "per_metre", false);
    price.currency = row.required("currency");
    if (row.good()) prices.push_back(std::move(price));
  }
  return prices;
}

std::vector<GenericPrice> generic_prices(const Facts& facts) {
  const Table* const table = facts.table("generic_prices");
  if (table == nullptr) return {};
  RawTable raw{*table, {}, {}};
  for (std::size_t row = 0; row < table->rows.size(); ++row)
    raw.cells.insert(raw.cells.end(), table->header.size(), table->places[row]);
  diag::Findings told_before;
  return read_generic_prices(raw, told_before);
}

}  // namespace ferrule::facts
