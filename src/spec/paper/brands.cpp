// MPO and MTP. The generic word leaves every maker in the race; the mark leaves one maker of connectors, and is owed where a warranty
// or a figure rests on it. Which of the two a paper wants is policy; that it says one of them is not.
#include <algorithm>
#include <fmt/format.h>

#include "spec/paper/checks.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

bool names_owner(const Paper& paper) {
  return std::any_of(paper.texts.begin(), paper.texts.end(), [](const Text& text) {
    return std::any_of(text.words.begin(), text.words.end(),
                       [](const Word& word) { return word.sense == Sense::kMaker && word.value == "US Conec"; });
  });
}

void both_words(const Text& text, const MarkWords& marks, Report& report) {
  report.say(kBothBrandWords, text.place(*marks.mtp), "MPO and MTP for one thing")
      .label("which of the two is wanted?")
      .help("write MPO where any maker's connector serves, MTP where the mark is demanded");
}

void likeness(const Text& text, const MarkWords& marks, Report& report) {
  report.say(kLikenessIsNoBrand, text.place(*marks.likeness), "like MTP, and so not MTP")
      .label("a likeness, no brand")
      .help("write MPO, with the figures that MTP was to stand for: dB per mated pair, polish, pins");
}

void without_need(const Text& text, const MarkWords& marks, const Policy& policy, Report& report) {
  const Severity severity = policy.brand == Brand::kMpo ? Severity::kWarning : Severity::kNote;
  report.say(kBrandWithoutNeed, severity, text.place(*marks.mtp), "MTP where only the interface is asked for")
      .note(
          "MTP is the mark of US Conec: asked for by that word, one maker of connectors is left, and every MPO offered is a "
          "deviation")
      .help(
          "write MPO, with fibres, pins, polish and dB per mated pair; MTP only where a warranty or a certified loss rests on "
          "the mark");
}

void missing(const Text& text, const MarkWords& marks, Report& report) {
  const Word& word = marks.likeness != nullptr ? *marks.likeness : *marks.mpo;
  const std::string_view what = marks.likeness != nullptr ? "a likeness of MTP" : marks.mtp != nullptr ? "MPO or MTP" : "MPO";
  // A sentence may explain what MPO is; a line orders it.
  const bool orders = text.describes;
  report
      .say(kBrandMissing, orders ? Severity::kError : Severity::kWarning, text.place(word),
           fmt::format("{} {}the policy asks for MTP", what, orders ? "where " : "mentioned where "))
      .note("every MTP is an MPO, not every MPO is an MTP: an offer of any maker fulfils this line")
      .help("write MTP by US Conec, or have the deviation declared");
}

void without_owner(const Text& text, const MarkWords& marks, Report& report) {
  const Word& word = marks.line != nullptr ? *marks.line : *marks.claim;
  report.say(kBrandWithoutOwner, text.place(word), "the brand is claimed, its owner is not named")
      .label("US Conec's")
      .help("name the maker of the connector: `MTP Elite by US Conec`, with the type on the data sheet");
}

}  // namespace

void check_brands(const Paper& paper, const Policy& policy, Report& report) {
  const bool owner = names_owner(paper);
  for (const Text& text : paper.texts) {
    if (text.heading) continue;
    const MarkWords marks = mark_words(text);
    const bool claims = marks.mtp != nullptr && (marks.claim != nullptr || marks.line != nullptr) && marks.likeness == nullptr;
    const bool both = marks.together || (marks.mtp != nullptr && marks.mpo != nullptr && text.describes);
    if (policy.brand == Brand::kMtp && (marks.likeness != nullptr || marks.mpo != nullptr))
      missing(text, marks, report);
    else if (marks.likeness != nullptr)
      likeness(text, marks, report);
    else if (both)
      both_words(text, marks, report);
    else if (marks.mtp != nullptr && marks.mpo == nullptr && !claims && policy.brand != Brand::kMtp)
      without_need(text, marks, policy, report);
    if (claims && !owner) without_owner(text, marks, report);
  }
}

}  // namespace ferrule::spec::paper
