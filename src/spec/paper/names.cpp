// One name for one thing. Two lines are one thing when they state the same and what they leave unread is the same too; the words that
// may differ are those this file looks for.
#include <algorithm>
#include <unordered_map>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/paper/checks.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

constexpr int kFewestToBeOneThing = 4;                           // fields; "LC cord OM4" twice may be two lengths
constexpr std::size_t kShortestCode = 4, kShortestInColumn = 2;  // in a column of part numbers T1 is one

bool says_what_it_is(Field field) {
  switch (field) {
    case Field::kBrandTerm:
    case Field::kMtpBrandClaimed:
    case Field::kPartNumber: return false;
    default: return true;
  }
}

std::string value_of(const Specification& specification, Field field) {
  return type_of(field) == FieldType::kText ? std::string(specification.text(field))
                                            : fmt::format("{:g}", specification.get(field).number);
}

// Words that nobody understood, in order of the alphabet: what may still tell two lines apart.
std::string unread(const Text& text) {
  std::vector<std::string> words;
  for (const Word& word : text.words)
    if (word.sense == Sense::kNone || word.sense == Sense::kCode || word.sense == Sense::kNumber ||
        word.sense == Sense::kUnitOther)
      words.push_back(text.written(word));
  std::sort(words.begin(), words.end());
  return joined(words, " ");
}

// What the thing is, as one text; empty when too little is stated to tell.
std::string identity(const Paper& paper, const Product& product) {
  const Specification& specification = product.specification;
  if (product.prose || product.broken || !specification.contradictions.empty()) return {};
  std::string key;
  int stated = 0;
  for (std::size_t i = 0; i < kFields; ++i) {
    const Field field = static_cast<Field>(i);
    if (!says_what_it_is(field) || !specification.has(field)) continue;
    key += fmt::format("{}={};", i, value_of(specification, field));
    ++stated;
  }
  return stated < kFewestToBeOneThing ? std::string() : key + unread(paper.text_of(product));
}

// Of the cell, else of the text; folded, so that hyphens and blanks do not part ECM-UM12 from ECMUM12.
std::string part_number(const Product& product) {
  const std::string_view written =
      product.part_number != nullptr ? product.part_number->text : product.specification.text(Field::kPartNumber);
  std::string code = folded(written);
  const bool digit = std::any_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::size_t shortest = product.part_number != nullptr ? kShortestInColumn : kShortestCode;
  return digit && code.size() >= shortest ? code : std::string();
}

struct Wording {
  const Word* brand = nullptr;
  std::string_view polarity;
  const Word* polarity_at = nullptr;
};

Wording wording_of(const Text& text) {
  Wording out;
  out.brand = text.first(Sense::kMulti);
  for (const Word& word : text.words)
    if (const std::string_view found = polarity_word(text, word); !found.empty() && out.polarity_at == nullptr) {
      out.polarity = found;
      out.polarity_at = &word;
    }
  return out;
}

std::string in_capitals(std::string_view word) {  // "Method", as it is written before a letter
  std::string out(word);
  if (!out.empty()) out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

bool same_words(const Wording& a, const Wording& b) {
  const bool brand = a.brand == nullptr || b.brand == nullptr || a.brand->value == b.brand->value;
  return brand && (a.polarity.empty() || b.polarity.empty() || a.polarity == b.polarity);
}

void two_names(const Paper& paper, const Product& first, const Product& second, Report& report) {
  const Text &one = paper.text_of(first), &other = paper.text_of(second);
  const Wording a = wording_of(one), b = wording_of(other);
  if (a.brand != nullptr && b.brand != nullptr && a.brand->value != b.brand->value)
    report
        .say(kOneThingTwoNames, other.place(*b.brand),
             fmt::format("{} here, {} there, for one thing", b.brand->value, a.brand->value))
        .note(one.place(*a.brand), "the same thing, everything else alike")
        .help("use one word: MPO for the interface, MTP where the mark is demanded");
  if (!a.polarity.empty() && !b.polarity.empty() && a.polarity != b.polarity)
    report
        .say(kOneThingTwoNames, other.place(*b.polarity_at),
             fmt::format("{} here, {} there, for one thing", in_capitals(b.polarity), in_capitals(a.polarity)))
        .note(one.place(*a.polarity_at), "the same thing, everything else alike")
        .help("use one word: Type for a cable or an adapter, Method for a system");
}

void two_numbers(const Paper& paper, const Product& first, const Product& second, Report& report) {
  report
      .say(kOneNameTwoThings, paper.text_of(second).cell->place,
           fmt::format("the words of {} with another part number", report.where(paper.text_of(first).cell->place)))
      .note(paper.text_of(first).cell->place, "the same words")
      .help("say in words what tells the two apart, or strike one");
}

void twice(const Paper& paper, const Product& first, const Product& second, Report& report) {
  report
      .say(kLineTwice, paper.text_of(second).cell->place,
           fmt::format("the product of {} again", report.where(paper.text_of(first).cell->place)))
      .note(paper.text_of(first).cell->place, "first here")
      .help("add the quantities in one line; if one is a price for more pieces, say so in the line");
}

void again(const Paper& paper, const Product& first, const Product& second, Report& report) {
  const std::string one = part_number(first), other = part_number(second);
  const bool numbers_differ = !one.empty() && !other.empty() && one != other;
  (numbers_differ ? two_numbers : twice)(paper, first, second, report);
}

// Of lines that are one thing the first of each wording is kept, and the next are held against it. A requested and an offered product
// of one row are meant to be alike.
void compare_alike(const Paper& paper, Report& report) {
  std::unordered_map<std::string, std::vector<const Product*>> seen;
  for (const Product& product : paper.products) {
    const std::string key = identity(paper, product);
    if (key.empty()) continue;
    std::vector<const Product*>& alike = seen[key];
    const Wording wording = wording_of(paper.text_of(product));
    const auto same = std::find_if(alike.begin(), alike.end(), [&](const Product* other) {
      return other->row != product.row && same_words(wording_of(paper.text_of(*other)), wording);
    });
    if (same != alike.end()) {
      again(paper, **same, product, report);
      continue;
    }
    if (!alike.empty() && alike.front()->row != product.row) two_names(paper, *alike.front(), product, report);
    alike.push_back(&product);
  }
}

// The field that tells two things apart that go by one name; the one that harms most if taken for the other.
std::optional<Field> difference(const Specification& a, const Specification& b) {
  std::optional<Field> found;
  for (std::size_t i = 0; i < kFields; ++i) {
    const Field field = static_cast<Field>(i);
    if (!says_what_it_is(field) || field == Field::kVendor || !a.has(field) || !b.has(field)) continue;
    if (value_of(a, field) == value_of(b, field)) continue;
    if (!found || (safety_critical(field) && !safety_critical(*found))) found = field;
  }
  return found;
}

void one_name(const Paper& paper, const Product& first, const Product& second, std::string_view name, diag::Place place,
              Report& report) {
  const std::optional<Field> field = difference(first.specification, second.specification);
  if (!field) return;
  const auto value = [&](const Product& product) { return in_words(*field, value_of(product.specification, *field)); };
  const auto at = [&](const Product& product) { return paper.text_of(product).place(product.specification.get(*field).span); };
  report
      .say(
          kOneNameTwoThings, safety_critical(*field) ? Severity::kError : Severity::kWarning, place,
          fmt::format("{} names two things: {} is {} and {}", shortened(name, 60), in_words(*field), value(first), value(second)))
      .note(at(first), fmt::format("{} here", value(first)))
      .note(at(second), fmt::format("{} here", value(second)))
      .help("give each thing a name of its own, or correct the words of one");
}

void compare_named(const Paper& paper, Report& report) {
  std::unordered_map<std::string, const Product*> numbers, names;
  for (const Product& product : paper.products) {
    if (product.prose || product.broken) continue;
    if (const std::string number = part_number(product); !number.empty()) {
      const auto [known, first] = numbers.try_emplace(number, &product);
      const bool cell = product.part_number != nullptr;
      const std::string_view written = cell ? product.part_number->text : product.specification.text(Field::kPartNumber);
      const diag::Place place =
          cell ? product.part_number->place : paper.text_of(product).place(product.specification.get(Field::kPartNumber).span);
      if (!first && known->second->row != product.row) one_name(paper, *known->second, product, written, place, report);
    }
    if (product.name == nullptr) continue;
    const auto [known, first] = names.try_emplace(folded(product.name->text), &product);
    if (!first && known->second->row != product.row)
      one_name(paper, *known->second, product, product.name->text, product.name->place, report);
  }
}

}  // namespace

void check_names(const Paper& paper, Report& report) {
  compare_alike(paper, report);
  compare_named(paper, report);
}

}  // namespace ferrule::spec::paper
