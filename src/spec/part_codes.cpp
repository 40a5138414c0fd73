#include "spec/part_codes.h"

#include <algorithm>

namespace ferrule::spec {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// ECM-UM12-05-93Q -> ECMUM120593Q: hyphens and blanks move from list to list.
std::string bare(std::string_view code) {
  std::string out;
  for (const char c : code) {
    if (digit(c) || (c >= 'A' && c <= 'Z')) out += c;
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// # takes a digit, * anything; `digits` gathers what the last run of # took.
bool matches(std::string_view pattern, std::string_view code, std::string& digits) {
  if (pattern.empty()) return code.empty();
  if (pattern.front() == '*') {
    for (std::size_t skip = 0; skip <= code.size(); ++skip) {
      std::string taken = digits;
      if (!matches(pattern.substr(1), code.substr(skip), taken)) continue;
      digits = taken;
      return true;
    }
    return false;
  }
  if (code.empty()) return false;
  if (pattern.front() != '#') return pattern.front() == code.front() && matches(pattern.substr(1), code.substr(1), digits);
  if (!digit(code.front())) return false;
  digits += code.front();
  if (pattern.size() > 1 && pattern[1] != '#' && pattern.find('#', 1) != std::string_view::npos)
    digits.clear();  // another run follows
  return matches(pattern.substr(1), code.substr(1), digits);
}

std::optional<Field> field_named(std::string_view name) {
  if (name == "length") return Field::kLength;
  for (std::size_t i = 0; i < kFields; ++i)
    if (spell(static_cast<Field>(i)) == name) return static_cast<Field>(i);
  return std::nullopt;
}

}  // namespace

std::vector<CodeHint> hints_of_code(std::string_view code, const facts::Facts& facts) {
  constexpr std::size_t kShortest = 4, kLongest = 40;  // matching stays cheap
  std::vector<CodeHint> out;
  const std::string text = bare(code);
  const facts::Table* const table = facts.table("part_codes");
  if (table == nullptr || text.size() < kShortest || text.size() > kLongest) return out;
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    std::string digits;
    const std::optional<Field> field = field_named(table->cell(row, "field"));
    if (!field || !matches(table->cell(row, "pattern"), text, digits)) continue;
    std::string value(table->cell(row, "value"));
    if (value == "#") value = digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
    out.push_back({*field, std::move(value), table->cell(row, "maker"), table->cell(row, "pattern"), table->cell(row, "note"),
                   table->cell(row, "source")});
  }
  return out;
}

}  // namespace ferrule::spec
