#include "spec/paper/lint.h"

#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {

Census count_words(const Paper& paper) {
  Census census;
  census.products = paper.products.size();
  for (const Text& text : paper.texts) {
    if (text.heading) continue;
    const MarkWords marks = mark_words(text);
    census.mpo += marks.mpo != nullptr && marks.mtp == nullptr;
    census.mtp += marks.mtp != nullptr && marks.mpo == nullptr;
    census.both += marks.mtp != nullptr && marks.mpo != nullptr;
    census.mtp_marked += marks.mtp != nullptr && marks.claim != nullptr;
    census.elite_or_pro += marks.line != nullptr;
    census.likeness += marks.likeness != nullptr;
    for (const Word& word : text.words) {
      const std::string_view kind = polarity_word(text, word);
      census.type += kind == "type";
      census.method += kind == "method";
      census.polarity += kind == "polarity";
    }
    census.loss_words += loss_word(text) != nullptr;
    census.loss_figures += loss_figure(text) != nullptr;
  }
  return census;
}

void lint(const Paper& paper, const Policy& policy, const facts::Facts& facts, const diag::Sources& sources,
          diag::Findings& findings) {
  Report report(sources);
  check_names(paper, report);
  check_brands(paper, policy, report);
  check_polarity(paper, report);
  check_ends(paper, report);
  check_losses(paper, report);
  check_ratings(paper, report);
  check_prices(paper, report);
  check_codes(paper, facts, report);
  check_lengths(paper, report);
  check_contradictions(paper, report);
  check_unread(paper, report);
  report.give_to(findings);
}

}  // namespace ferrule::spec::paper
