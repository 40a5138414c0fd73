// Part numbers that tell something, held against the words beside them. Makers change their grammars, so that a difference is a
// question and never a proof: data/part_codes.csv, every row of low confidence.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/paper/checks.h"

namespace ferrule::spec::paper {
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

struct Code {
  std::string text;
  diag::Place place;
  Span span;  // in the description; empty when it stands in a cell of its own
};

std::vector<Code> codes_of(const Paper& paper, const Product& product) {
  constexpr std::size_t kLongest = 40;  // what is longer is no code, and matching stays cheap
  std::vector<Code> codes;
  const auto add = [&](std::string_view written, diag::Place place, Span span) {
    std::string text = bare(written);
    if (text.size() >= 4 && text.size() <= kLongest) codes.push_back({std::move(text), place, span});
  };
  if (product.part_number != nullptr) add(product.part_number->text, product.part_number->place, {});
  const Text& text = paper.text_of(product);
  if (product.specification.has(Field::kPartNumber)) {
    const Reading& reading = product.specification.get(Field::kPartNumber);
    add(reading.text, text.place(reading.span), reading.span);
  }
  for (const Word& word : text.words)
    if (word.sense == Sense::kCode) add(text.written(word), text.place(word), {word.begin, word.end});
  return codes;
}

bool inside(const Span& inner, const Span& outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end && outer.end > 0;
}

// What the words say of the field, when it is not what the code says.
std::optional<std::string> other_value(const Specification& specification, Field field, std::string_view value) {
  if (type_of(field) == FieldType::kNumber) {
    double wanted = 0;
    std::from_chars(value.data(), value.data() + value.size(), wanted);
    const double said = specification.get(field).number;
    if (wanted <= 0 || std::abs(said - wanted) <= 0.05 * std::max(said, wanted)) return std::nullopt;
    return fmt::format("{:g}", said);
  }
  if (specification.text(field) == value) return std::nullopt;
  return std::string(specification.text(field));
}

void compare(const Text& text, const Product& product, const Code& code, const facts::Table& table, std::size_t row,
             Report& report) {
  std::string digits;
  if (!matches(table.cell(row, "pattern"), code.text, digits)) return;
  const std::optional<Field> field = field_named(table.cell(row, "field"));
  if (!field || !product.specification.has(*field)) return;
  const Reading& reading = product.specification.get(*field);
  if (inside(reading.span, code.span)) return;  // the words say nothing: it was read from the code itself
  std::string value(table.cell(row, "value"));
  if (value == "#") value = digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
  const std::optional<std::string> said = other_value(product.specification, *field, value);
  if (!said) return;
  report
      .say(kCodeAgainstWords, code.place,
           fmt::format("the part number says {} {}, the words say {}", in_words(*field), value, *said))
      .note(text.place(reading.span), fmt::format("{} here", *said))
      .note(fmt::format("{}, {}: {}; low confidence, makers change their codes", table.cell(row, "maker"),
                        table.cell(row, "pattern"), table.cell(row, "note")))
      .help("ask which is meant, and have the words corrected: the number is what is delivered");
}

}  // namespace

void check_codes(const Paper& paper, const facts::Facts& facts, Report& report) {
  const facts::Table* table = facts.table("part_codes");
  if (table == nullptr) return;
  for (const Product& product : paper.products) {
    const Text& text = paper.text_of(product);
    for (const Code& code : codes_of(paper, product))
      for (std::size_t row = 0; row < table->rows.size(); ++row) compare(text, product, code, *table, row, report);
  }
}

}  // namespace ferrule::spec::paper
