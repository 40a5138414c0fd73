// Which of the words that decide too much a text uses: the mark and its generic, the word before a polarity letter, loss words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "spec/paper/paper.h"

namespace ferrule::spec::paper {

// Null where the text has no such word.
struct MarkWords {
  const Word* mpo = nullptr;
  const Word* mtp = nullptr;       // both point at one word where it is "MTP/MPO"
  bool together = false;           // "MTP/MPO", "MPO (MTP)": beside each other, for one thing
  const Word* claim = nullptr;     // the trademark sign behind MTP, or its owner
  const Word* line = nullptr;      // Elite, PRO
  const Word* likeness = nullptr;  // "style", "compatible", "equivalent to", beside MTP
};
MarkWords mark_words(const Text& text);

// "type", "method" or "polarity" for a word that names a polarity so: "Method B", "Typ B". Empty for others.
std::string_view polarity_word(const Text& text, const Word& word);

const Word* loss_word(const Text& text);    // "low loss", "Elite": a promise in words
const Word* loss_figure(const Text& text);  // a loss in dB, and no attenuation per length

bool one_of(std::string_view word, std::initializer_list<std::string_view> words);

// Whether a text, or a cell of its row that describes no other product, passes. What is offered beside says nothing of what was asked
// for. The cells beside are asked once for each row, as long as texts are asked about row by row: a wide row costs what it holds.
class RowSays {
 public:
  using Test = bool (*)(const Text&);
  RowSays(const Paper& paper, Test passes) : paper_(paper), passes_(passes) {}
  bool operator()(const Text& text);

 private:
  bool beside(const Text& text) const;

  const Paper& paper_;
  Test passes_;
  std::optional<std::uint32_t> row_;  // which `said_` is of
  bool said_ = false;
};

}  // namespace ferrule::spec::paper
