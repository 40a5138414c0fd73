// What a multi-fibre end has to say besides its name: pins, polish. Single-mode MPO is angled by habit; multimode was flat by habit
// until 400G and 800G, whose receivers do not bear the reflections of flat faces.
#include <algorithm>
#include <fmt/format.h>

#include "spec/paper/checks.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

constexpr int kFewestOfHeading = 5;  // fields; a sentence that says less only mentions the thing

bool must_say_ends(const Product& product) {
  if (product.broken) return false;
  const Specification& specification = product.specification;
  if (!one_of(specification.text(Field::kKind), {"trunk", "patch_cord", "breakout", "conversion", "cassette", "loopback"}))
    return false;
  if (!product.prose) return true;
  int stated = 0;
  for (std::size_t i = 0; i < kFields; ++i) stated += specification.has(static_cast<Field>(i)) ? 1 : 0;
  return stated >= kFewestOfHeading;
}

const Reading* lacking(const Specification& specification, Field type, Field wanted) {
  const bool contradicted = std::any_of(specification.contradictions.begin(), specification.contradictions.end(),
                                        [&](const Contradiction& c) { return c.field == wanted; });
  if (contradicted || !multi_fibre(specification.text(type)) || specification.has(wanted)) return nullptr;
  return &specification.get(type);
}

// The connector that says nothing of `what`, on end A or else B; null when every multi-fibre end says it.
const Reading* end_without(const Specification& specification, Field of_a) {
  const Reading* a = lacking(specification, Field::kAType, of_a);
  return a != nullptr ? a : lacking(specification, Field::kBType, at_end(of_a, true));
}

bool says_pins(const Text& text) { return text.has(Sense::kGender); }

void pins(const Paper& paper, const Product& product, RowSays& pins_beside, Report& report) {
  const Reading* end = end_without(product.specification, Field::kAGender);
  if (end == nullptr || pins_beside(paper.text_of(product))) return;
  const bool cassette = product.specification.text(Field::kKind) == "cassette";
  report
      .say(
          kLineWithoutPins, paper.text_of(product).place(end->span),
          cassette ? "a cassette's multi-fibre port without a word on its pins" : "a multi-fibre plug without a word on its pins")
      .note("pinned meets unpinned: two pinned faces strike each other, two unpinned have nothing that aligns them")
      .help(cassette ? "write rear pinned (male) or unpinned (female); most are pinned"
                     : "write unpinned (female) or pinned (male) for each end; into a transceiver: unpinned");
}

// "flat" is a shape of cable to the reader of lines; whoever writes it beside an MPO has thought of the polish.
bool says_polish(const Text& text) {
  return text.has(Sense::kPolish) || std::any_of(text.words.begin(), text.words.end(),
                                                 [&](const Word& word) { return text.written(word).starts_with("flat"); });
}

// 400G and more of the text: "400G", "800GBASE".
const Word* fast(const Text& text) {
  for (const Word& word : text.words)
    if (word.sense == Sense::kUnitSpeed && word.number * word.second >= 400) return &word;
  return nullptr;
}

void polish(const Paper& paper, const Product& product, RowSays& polish_beside, Report& report) {
  const Text& text = paper.text_of(product);
  const Reading* end = end_without(product.specification, Field::kAPolish);
  if (end == nullptr || polish_beside(text)) return;
  const std::string_view mode = product.specification.text(Field::kMode);
  if (mode == "SM") {
    report.say(kLineWithoutPolish, text.place(end->span), "a single-mode multi-fibre end without its polish")
        .note("angled (APC) is what single-mode MPO is by habit; habit is not in the order")
        .help("write APC");
  } else if (fast(text) != nullptr) {
    report
        .say(kLineWithoutPolish, Severity::kWarning, text.place(end->span),
             "a multi-fibre end for 400G or more without its polish")
        .note("multimode for 400G and 800G is angled; a flat plug on an angled port strikes its edge and leaves a gap")
        .help("write APC, if the transceivers' ports are angled");
  } else {
    report.say(kLineWithoutPolish, text.place(end->span), "a multi-fibre end without its polish")
        .help("write flat (PC) or angled (APC): 10G to 100G over multimode is flat, single-mode and 400G over multimode angled");
  }
}

void flat(const Paper& paper, const Product& product, Report& report) {
  const Text& text = paper.text_of(product);
  for (const bool b : {false, true}) {
    const Specification& specification = product.specification;
    const Field field = at_end(Field::kAPolish, b);
    if (!multi_fibre(specification.text(at_end(Field::kAType, b)))) continue;
    if (!one_of(specification.text(field), {"PC", "UPC"})) continue;
    const bool single = specification.text(Field::kMode) == "SM";
    if (!single && fast(text) == nullptr) continue;
    report
        .say(kPolishAgainstUse, text.place(specification.get(field).span),
             single ? "a flat single-mode multi-fibre end" : "a flat multi-fibre end for 400G or more")
        .note(single ? "single-mode MPO is angled: flat faces reflect too much, and a flat plug does not meet an angled one"
                     : "multimode for 400G and 800G is angled")
        .help("write APC, or say why flat is meant");
    return;
  }
}

}  // namespace

void check_ends(const Paper& paper, Report& report) {
  RowSays pins_beside(paper, says_pins), polish_beside(paper, says_polish);
  for (const Product& product : paper.products) {
    flat(paper, product, report);
    if (!must_say_ends(product)) continue;
    pins(paper, product, pins_beside, report);
    polish(paper, product, polish_beside, report);
  }
}

}  // namespace ferrule::spec::paper
