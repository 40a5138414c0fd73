// What a line says twice and differently, as the reader of lines found it.
#include <algorithm>
#include <fmt/format.h>

#include "spec/paper/checks.h"

namespace ferrule::spec::paper {
void check_contradictions(const Paper& paper, Report& report) {
  for (const Product& product : paper.products) {
    const Text& text = paper.text_of(product);
    for (const Contradiction& contradiction : product.specification.contradictions)
      report
          .say(kLineContradictsItself, safety_critical(contradiction.field) ? Severity::kError : Severity::kWarning,
               text.place(contradiction.second_span),
               fmt::format("{} is {} and {}", in_words(contradiction.field), in_words(contradiction.field, contradiction.first),
                           in_words(contradiction.field, contradiction.second)))
          .note(text.place(contradiction.first_span), "said otherwise here")
          .help("ask which is meant; nothing may be ordered on either");
  }
}

}  // namespace ferrule::spec::paper
