// "Low loss" has no common meaning, and a figure means little without the mate it was measured against: the same plug reads 0.1 dB
// against a reference plug and 0.35 dB against any other of its lot.
#include <algorithm>

#include "base/text.h"
#include "spec/paper/checks.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

bool lower_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// As a word: "typ" is in "typ." and not in "type".
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !lower_letter(text[at - 1])) && (end >= text.size() || !lower_letter(text[end]))) return true;
  }
  return false;
}

bool says(const Text& text, std::initializer_list<std::string_view> words) {
  const std::string written = lower(text.text());
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(written, word); });
}

bool says_bound(const Text& text) {
  return says(text, {"max", "maximum", "maxima", "typ", "typical", "average", "mean", "up to", "worst", "≤", "<", "<="});
}
bool says_mate(const Text& text) { return says(text, {"mated", "random", "reference", "master", "61300", "any-to-any"}); }

// A footnote may say it for all: "losses are maxima per mated pair, against a random plug".
bool says_for_all(const Paper& paper) {
  return std::any_of(paper.texts.begin(), paper.texts.end(),
                     [](const Text& text) { return loss_figure(text) == nullptr && says_bound(text) && says_mate(text); });
}

}  // namespace

void check_losses(const Paper& paper, Report& report) {
  const bool basis_for_all = says_for_all(paper);
  RowSays figure_beside(paper, [](const Text& cell) { return loss_figure(cell) != nullptr; });
  RowSays bound_beside(paper, says_bound), mate_beside(paper, says_mate);
  for (const Text& text : paper.texts) {
    if (text.heading) continue;
    if (const Word* word = loss_word(text); word != nullptr && !figure_beside(text))
      report.say(kLossWordWithoutFigure, text.place(*word), "a loss in words, without a figure")
          .note("low loss, ultra low loss and Elite mean something else with every maker")
          .help("write the largest insertion loss in dB per mated pair, against a random plug of the same grade");
    const Word* figure = loss_figure(text);
    if (figure == nullptr || basis_for_all || !(text.has(Sense::kMulti) || text.describes)) continue;
    const bool bound = bound_beside(text), mate = mate_beside(text);
    if (bound && mate) continue;
    report
        .say(kLossWithoutBasis, text.place(*figure),
             bound  ? "a loss without the mate it holds against"
             : mate ? "a loss that is neither maximum nor typical"
                    : "a loss without its basis")
        .note("typical is not maximum, and a reference plug flatters every plug")
        .help("write it whole: `0.35 dB max per mated pair, random mate`");
  }
}

}  // namespace ferrule::spec::paper
