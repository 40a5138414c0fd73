// The product language as the program has it, loaded once for a test program, and lines read with it.
#pragma once

#include <string_view>

#include "lexis/lexicon.h"
#include "spec/needs.h"
#include "spec/paper/paper_words.h"
#include "spec/specification.h"

namespace ferrule::tests {

struct Words {
  diag::Sources sources;
  diag::Findings findings;
  facts::Facts facts;
  lexis::Lexicon lexicon;
  spec::Needs needs;
  spec::paper::PaperWords paper_words;
};
const Words& words();

// Reads one line; `line` must outlive the answer.
spec::Specification read(std::string_view line);

}  // namespace ferrule::tests
