// Part numbers that tell something, held against the words beside them. Makers change their grammars, so that a difference is a
// question and never a proof: data/part_codes.csv, every row of low confidence.
#include "spec/part_codes.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/paper/checks.h"

namespace ferrule::spec::paper {
namespace {

struct Code {
  std::string text;
  diag::Place place;
  Span span;  // in the description; empty when it stands in a cell of its own
};

std::vector<Code> codes_of(const Paper& paper, const Product& product) {
  std::vector<Code> codes;
  const auto add = [&](std::string_view written, diag::Place place, Span span) {
    codes.push_back({std::string(written), place, span});
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

void compare(const Text& text, const Product& product, const Code& code, const CodeHint& hint, Report& report) {
  if (!product.specification.has(hint.field)) return;
  const Reading& reading = product.specification.get(hint.field);
  if (inside(reading.span, code.span)) return;  // the words say nothing: it was read from the code itself
  const std::optional<std::string> said = other_value(product.specification, hint.field, hint.value);
  if (!said) return;
  report
      .say(kCodeAgainstWords, code.place,
           fmt::format("the part number says {} {}, the words say {}", in_words(hint.field), in_words(hint.field, hint.value),
                       in_words(hint.field, *said)))
      .note(text.place(reading.span), fmt::format("{} here", in_words(hint.field, *said)))
      .note(fmt::format("{}, {}: {}; low confidence, makers change their codes", hint.maker, hint.pattern, hint.note))
      .help("ask which is meant, and have the words corrected: the number is what is delivered");
}

}  // namespace

void check_codes(const Paper& paper, const facts::Facts& facts, Report& report) {
  for (const Product& product : paper.products)
    for (const Code& code : codes_of(paper, product))
      for (const CodeHint& hint : hints_of_code(code.text, facts)) compare(paper.text_of(product), product, code, hint, report);
}

}  // namespace ferrule::spec::paper
