// A Type is of a cable or an adapter, a Method of a whole system: its cables, adapters and cords together. A Method B system uses
// Type B cables, but a Type B cable also serves elsewhere, so that the wrong word orders the wrong set.
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/paper/checks.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

bool cable(std::string_view kind) { return one_of(kind, {"trunk", "patch_cord", "breakout", "pigtail", "conversion"}); }

std::vector<std::string_view> split_at_any(std::string_view text, std::string_view signs) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; (at = text.find_first_not_of(signs, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(signs, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end;
  }
  return parts;
}

std::string noun(std::string_view kind) {
  return kind == "patch_cord" ? "cord" : kind == "conversion" ? "conversion cable" : std::string(kind);
}

// The letter as it is understood, whatever its width and place: "Method B", "B-method", "MethodＢ" -> "B". Of what has no such letter
// the words beside: "polarity AF" -> "AF".
std::string letter(const Text& text, const Word& word) {
  if (word.value != "other") return std::string(word.value);
  const std::string_view written = text.text().substr(word.begin, word.end - word.begin);
  std::vector<std::string> beside;
  for (const std::string_view part : split_at_any(written, " :-=._/")) {
    if (text.vocabulary->polarity_stem(lower(part)).empty()) beside.emplace_back(part);
  }
  return joined(beside, " ");
}

bool system_follows(const Text& text, std::size_t i) {
  return i + 1 < text.words.size() && text.vocabulary->is_channel(text.written(text.words[i + 1]));
}

// The kind of cable that stands right behind: "Method B trunk".
std::string_view noun_behind(const Text& text, std::size_t i) {
  if (i + 1 >= text.words.size() || text.words[i + 1].sense != Sense::kKind || !cable(text.words[i + 1].value)) return {};
  return text.words[i + 1].value;
}

struct Said {
  const Text& text;
  std::size_t at;         // index of the word
  std::string_view kind;  // of the thing it is said of; empty when that is not named
  const Word& word() const { return text.words[at]; }
};

void method(const Said& said, Report& report) {
  if (!cable(said.kind) || system_follows(said.text, said.at)) return;
  report
      .say(kMethodOfACable, said.text.place(said.word()),
           fmt::format("Method {} said of {}", letter(said.text, said.word()), with_article(noun(said.kind))))
      .note("a Method is of a system: cables, adapters and cords together; a cable has a Type")
      .help(fmt::format("write Type {}, if the cable's map is meant; name the Method once, for the system",
                        letter(said.text, said.word())));
}

void polarity(const Said& said, Report& report) {
  const std::string what = letter(said.text, said.word());
  if (cable(said.kind)) {
    report
        .say(kPolarityWithoutObject, Severity::kNote, said.text.place(said.word()),
             fmt::format("polarity {} of {}", what, with_article(noun(said.kind))))
        .help(fmt::format("write Type {}: the map of the cable, whatever the system", what));
  } else if (said.kind.empty() || said.kind == "cassette") {
    report.say(kPolarityWithoutObject, said.text.place(said.word()), fmt::format("polarity {} without its object", what))
        .note("a cable's map, an adapter's keys, a cassette's wiring and a system's method are all called polarity")
        .help("write Type for a cable or an adapter, Method for a system, the transition for a cassette");
  }
}

void cassette_type(const Said& said, Report& report) {
  if (said.kind != "cassette" || said.word().value.size() != 1) return;
  report
      .say(kPolarityWithoutObject, Severity::kNote, said.text.place(said.word()),
           fmt::format("Type {} of a cassette", letter(said.text, said.word())))
      .note("makers name the wiring so, some the adapter inside")
      .help("write both: the transition of the fibres, and the adapter's keys opposed or aligned");
}

bool tells_pinout(const Text& text) {
  const std::string words = lower(text.text());
  for (const std::string_view word :
       {"pinout", "pin-out", "pin out", "fibre map", "fiber map", "wiring diagram", "drawing", "1-24", "1 to 24"})
    if (words.find(word) != std::string::npos) return true;
  return false;
}

void two_rows(const Paper& paper, const Product& product, RowSays& pinout_beside, Report& report) {
  const Specification& specification = product.specification;
  // A plain "MPO" with 24 fibres may be two of 12, and then the line has to say so.
  const bool unsized = specification.text(Field::kAType) == "MPO" && specification.number(Field::kFibreCount) == 24;
  const bool two_rows = specification.text(Field::kAType) == "MPO-24" || specification.text(Field::kBType) == "MPO-24" || unsized;
  if (!two_rows || specification.text(Field::kPolarity) != "B" || !cable(specification.text(Field::kKind))) return;
  if (pinout_beside(paper.text_of(product))) return;
  report
      .say(kTypeBWithoutPinout, paper.text_of(product).place(specification.get(Field::kPolarity).span),
           "Type B with 24 fibres, without its pin-out")
      .note("sources disagree which row meets which; one wiring lights, the other is dark")
      .help("add the pin-out: fibre 1 to 24 or 1 to 12, row by row");
}

}  // namespace

void check_polarity(const Paper& paper, Report& report) {
  std::vector<const Product*> of_text(paper.texts.size());
  RowSays pinout_beside(paper, tells_pinout);
  for (const Product& product : paper.products) {
    of_text[product.text] = &product;
    two_rows(paper, product, pinout_beside, report);
  }
  for (std::size_t t = 0; t < paper.texts.size(); ++t) {
    const Text& text = paper.texts[t];
    const bool sentence = of_text[t] == nullptr || of_text[t]->prose;
    if (text.heading) continue;
    for (std::size_t i = 0; i < text.words.size(); ++i) {
      const std::string_view word = polarity_word(text, text.words[i]);
      if (word.empty()) continue;
      // In a sentence only the noun right behind counts: "Method B links with Type B trunks".
      const std::string_view kind = sentence ? noun_behind(text, i) : of_text[t]->specification.text(Field::kKind);
      if (sentence && kind.empty() && text.has(Sense::kKind)) continue;  // its thing is named somewhere
      const Said said{text, i, kind};
      if (word == "method") method(said, report);
      if (word == "polarity") polarity(said, report);
      if (word == "type") cassette_type(said, report);
    }
  }
}

}  // namespace ferrule::spec::paper
