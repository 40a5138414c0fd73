// Any line of text into a specification.
//
// Limits: of a text longer than kLongest its beginning is read.
// Shape:  one reader per thread; it keeps its memory between lines. A specification points into the text and the lexicon.
// Errors: none: what is not understood is left unsaid, what is said twice and differently is a contradiction.
#pragma once

#include <string_view>

#include "lexis/items.h"
#include "spec/line.h"
#include "spec/specification.h"

namespace ferrule::spec {

class LineReader {
 public:
  explicit LineReader(const lexis::Lexicon& lexicon) : items_(lexicon), line_(items_) {}
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  static constexpr std::size_t kLongest = 16'384;

  void read(std::string_view text, Specification& out);

  // Words of the line read last that no table knows, as spans of its text: names of products, or words that say something we cannot read.
  std::vector<Span> passed_over() const;

 private:
  lexis::ItemReader items_;
  Line line_;
};

}  // namespace ferrule::spec
