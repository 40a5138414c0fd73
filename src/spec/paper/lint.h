// Everything that is wrong with the words of one paper.
//
// Shape:  findings by place; the census counts texts (cells, lines of prose), not words.
// Errors: none.
#pragma once

#include <cstddef>

#include "diag/finding.h"
#include "spec/paper/checks.h"

namespace ferrule::spec::paper {

// How a paper uses the words that decide too much.
struct Census {
  std::size_t products = 0;
  std::size_t mpo = 0, mtp = 0, both = 0;          // texts that say only MPO, only MTP, both
  std::size_t mtp_marked = 0;                      // MTP with the trademark sign or its owner
  std::size_t elite_or_pro = 0;                    // a line of the mark
  std::size_t likeness = 0;                        // MTP style, MTP compatible
  std::size_t type = 0, method = 0, polarity = 0;  // by the word in front of the letter
  std::size_t loss_words = 0, loss_figures = 0;
};

Census count_words(const Paper& paper);
void lint(const Paper& paper, const Policy& policy, const facts::Facts& facts, const diag::Sources& sources,
          diag::Findings& findings);

}  // namespace ferrule::spec::paper
