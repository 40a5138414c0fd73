// A part given as one line of text: "LC duplex OM4 patch cord, A-to-B", "12x MPO-12 trunk OS2 APC pinned Type A low-loss OFNP".
//
// A small strict vocabulary: kinds, connectors, fibre classes, polarity, pins, polish, jackets and grades, in any order, parted by
// blanks, commas and semicolons. One connector stands for both ends; "X to Y" names both. Words of facts are recognised as the tables
// spell them. The product language will take its place.
// Errors: a word that is not of the vocabulary, or that says a second time what was said, is a finding (L220) and the line gives
//         nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "facts/facts.h"

namespace ferrule::spec {

struct PartField {
  std::string key;  // as in a mapping of the plant language: "kind", "a.connector"
  std::string value;
  diag::Place place;  // of the words it came from
};

// `place` is where the line stands, with its quotes if it has any.
std::optional<std::vector<PartField>> read_part_line(std::string_view line, diag::Place place, const facts::Facts& facts,
                                                     diag::Findings& findings);

}  // namespace ferrule::spec
