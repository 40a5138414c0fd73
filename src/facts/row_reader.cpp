#include "facts/row_reader.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::facts {
namespace {

std::optional<int> parse_int(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

void RowReader::fact(Row& row) {
  row.source = required("source");
  row.confidence = confidence("confidence");
  row.place = place();
}

std::string RowReader::text(std::string_view column) const { return std::string(raw_.table.cell(row_, column)); }

std::string RowReader::required(std::string_view column) {
  std::string value = text(column);
  if (value.empty()) bad(column, fmt::format("{} is empty", column));
  return value;
}

std::vector<std::string> RowReader::list(std::string_view column) const {
  std::vector<std::string> items;
  for (std::string_view item : split(raw_.table.cell(row_, column), ';'))
    if (!item.empty()) items.emplace_back(item);
  return items;
}

std::string RowReader::one_of(std::string_view column, std::initializer_list<std::string_view> words) {
  std::string value = text(column);
  if (std::find(words.begin(), words.end(), value) == words.end())
    bad(column, fmt::format("{} is '{}', not one of {}", column, printable(value), fmt::join(words, ", ")));
  return value;
}

std::optional<int> RowReader::number(std::string_view column, int least, int most) {
  const std::string_view cell = raw_.table.cell(row_, column);
  if (cell.empty()) return std::nullopt;
  const std::optional<int> value = parse_int(cell);
  if (value && *value >= least && *value <= most) return value;
  bad(column, fmt::format("{} is '{}', not a whole number from {} to {}", column, printable(cell), least, most));
  return std::nullopt;
}

int RowReader::required_number(std::string_view column, int least, int most) {
  if (required(column).empty()) return least;
  return number(column, least, most).value_or(least);
}

std::optional<bool> RowReader::yes_no(std::string_view column) {
  const std::string_view cell = raw_.table.cell(row_, column);
  if (cell.empty()) return std::nullopt;
  if (cell == "y" || cell == "n") return cell == "y";
  bad(column, fmt::format("{} is '{}', neither y nor n", column, printable(cell)));
  return std::nullopt;
}

std::optional<std::int64_t> RowReader::decimal(std::string_view column, int digits, std::string_view what) {
  const std::string_view cell = raw_.table.cell(row_, column);
  if (cell.empty()) return std::nullopt;
  const std::optional<std::int64_t> value = parse_decimal(cell, digits);
  if (value && *value >= 0) return value;
  bad(column, fmt::format("{} is '{}', not a number of {}", column, printable(cell), what));
  return std::nullopt;
}

std::optional<Loss> RowReader::decibel(std::string_view column) {
  const auto value = decimal(column, 6, "dB");
  return value ? std::optional(Loss{*value}) : std::nullopt;
}

std::optional<Attenuation> RowReader::decibel_per_km(std::string_view column) {
  const auto value = decimal(column, 6, "dB/km");
  return value ? std::optional(Attenuation{*value}) : std::nullopt;
}

std::optional<Length> RowReader::metres(std::string_view column) {
  const auto value = decimal(column, 3, "metres");
  return value ? std::optional(Length{*value}) : std::nullopt;
}

std::int64_t RowReader::ten_thousandths(std::string_view column) {
  required(column);
  const auto value = decimal(column, 4, "at most four decimals");
  return value.value_or(0);
}

Confidence RowReader::confidence(std::string_view column) {
  const std::string_view cell = raw_.table.cell(row_, column);
  if (const std::optional<Confidence> known = parse_confidence(cell)) return *known;
  bad(column, fmt::format("{} is '{}', not one of high, medium, low", column, printable(cell)));
  return Confidence::kLow;
}

int RowReader::position(std::string_view column, int size) { return required_number(column, 1, size) - 1; }

std::vector<int> RowReader::positions(std::string_view column, int size) {
  std::vector<int> found;
  for (std::string_view word : split(raw_.table.cell(row_, column), ' ')) {
    const std::optional<int> value = parse_int(word);
    if (!value || *value < 1 || *value > size) {
      bad(column, fmt::format("{} holds '{}', not a position from 1 to {}", column, printable(word), size));
      return {};
    }
    if (std::find(found.begin(), found.end(), *value - 1) != found.end()) {
      bad(column, fmt::format("{} holds position {} twice", column, *value));
      return {};
    }
    found.push_back(*value - 1);
  }
  return found;
}

diag::Place RowReader::place(std::string_view column) const {
  const std::optional<std::size_t> at = raw_.table.column(column);
  return at ? raw_.place(row_, *at) : place();
}

void RowReader::bad(std::string_view column, std::string message) {
  complain("D101", "bad-cell", column, std::move(message)).unreadable();
}

diag::Findings::Builder RowReader::complain(std::string code, std::string name, std::string_view column, std::string message) {
  good_ = false;
  return findings_.add(std::move(code), std::move(name), diag::Severity::kError, place(column), std::move(message));
}

}  // namespace ferrule::facts
