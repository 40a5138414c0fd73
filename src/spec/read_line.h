// Any line of text into a specification.
//
// Limits: of a text longer than kLongest its beginning is read.
// Speed:  the code of all steps is as large as the nearest cache. Lines that are read together pass each group of steps one behind the
//         other, so that its code is fetched once for all of them: a seventh of the time, more where the caller does other work between
//         lines.
// Shape:  one reader per thread; it keeps its memory between lines. A specification points into the text and the lexicon.
// Errors: none: what is not understood is left unsaid, what is said twice and differently is a contradiction.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lexis/items.h"
#include "spec/line.h"
#include "spec/specification.h"

namespace ferrule::spec {

class LineReader {
 public:
  explicit LineReader(const lexis::Lexicon& lexicon);
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  static constexpr std::size_t kLongest = 16'384;

  void read(std::string_view text, Specification& out) { read({&text, 1}, {&out, 1}); }

  // At most kTogether texts, each into its own specification.
  static constexpr std::size_t kTogether = 16;
  void read(std::span<const std::string_view> texts, std::span<Specification> out);

  // Words of the line read last, alone, that no table knows, as spans of its text: names of products, or words that say something we
  // cannot read.
  std::vector<Span> passed_over() const;

 private:
  lexis::ItemReader first_;        // whose memory all lines share
  const std::vector<Kind> kinds_;  // by value of the lexicon
  std::vector<Line> lines_;        // one, until several are read together
};

}  // namespace ferrule::spec
