#include "facts/price_columns.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "facts/header_words.h"
#include "facts/row_reader.h"

namespace ferrule::facts {
namespace {

constexpr std::pair<std::string_view, PriceField> kPriceMeanings[] = {{"part", PriceField::kPart},
                                                                      {"description", PriceField::kDescription},
                                                                      {"length", PriceField::kLength},
                                                                      {"length-metres", PriceField::kLengthInMetres},
                                                                      {"price", PriceField::kPrice},
                                                                      {"per-metre", PriceField::kPerMetre},
                                                                      {"from-quantity", PriceField::kFromQuantity},
                                                                      {"lead-weeks", PriceField::kLeadWeeks},
                                                                      {"lead-time", PriceField::kLeadTime},
                                                                      {"stock", PriceField::kStock},
                                                                      {"moq", PriceField::kLeastOrder},
                                                                      {"currency", PriceField::kCurrency}};

bool is_currency_code(std::string_view word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

const PriceField* field_called(std::string_view word) {
  const auto at =
      std::find_if(std::begin(kPriceMeanings), std::end(kPriceMeanings), [&](const auto& row) { return row.first == word; });
  return at == std::end(kPriceMeanings) ? nullptr : &at->second;
}

}  // namespace

std::vector<PriceColumn> read_price_columns(const RawTable& raw, diag::Findings& findings) {
  std::vector<PriceColumn> columns;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    PriceColumn column;
    row.fact(column);
    column.words = row.list("words");
    if (column.words.empty()) row.bad("words", "no words");
    column.means = row.text("means");
    if (field_called(column.means) == nullptr && !is_currency_code(column.means))
      row.bad("means", "neither a column of a price list nor the code of a currency");
    if (row.good()) columns.push_back(std::move(column));
  }
  return columns;
}

PriceWords::PriceWords(const Facts& facts) {
  const Table* const table = facts.table("price_columns");
  if (table == nullptr) return;
  diag::Findings told_before;
  for (const PriceColumn& column : read_price_columns(raw_table_of(*table), told_before))
    for (const std::string& word : column.words) {
      if (const PriceField* const field = field_called(column.means))
        fields_.emplace(header_words(word), *field);
      else
        currencies_.emplace(header_words(word), column.means);
    }
}

std::string_view PriceWords::currency(std::string_view word) const {
  if (word.size() > kLongestHeader) return {};
  const auto found = currencies_.find(header_words(word));
  return found == currencies_.end() ? std::string_view() : std::string_view(found->second);
}

PriceHeader PriceWords::meaning(std::string_view header) const {
  if (header.size() > kLongestHeader) return {};
  const std::string words = header_words(header);
  if (const auto whole = fields_.find(words); whole != fields_.end()) return {whole->second};
  const auto with_currency = [&](std::string_view rest, std::string_view code) -> PriceHeader {
    const auto field = fields_.find(std::string(rest));
    const auto currency = currencies_.find(std::string(code));
    if (field == fields_.end() || currency == currencies_.end()) return {};
    const bool price = field->second == PriceField::kPrice || field->second == PriceField::kPerMetre;
    return price ? PriceHeader{field->second, currency->second} : PriceHeader{};
  };
  const std::size_t first = words.find(' '), last = words.rfind(' ');
  if (first == std::string::npos) return {};
  const std::string_view text = words;
  const PriceHeader behind = with_currency(text.substr(0, last), text.substr(last + 1));
  return behind.field != PriceField::kNone ? behind : with_currency(text.substr(first + 1), text.substr(0, first));
}

}  // namespace ferrule::facts
