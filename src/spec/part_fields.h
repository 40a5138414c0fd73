// A part of a plant given as one line of text: the product language read into the fields of the plant language.
//
// Shape:  keys as in a mapping of the plant language ("kind", "a.connector"), each with the place of the words it came from. What the line
//         does not say is no field, and stays unknown to the plant.
//         A product line that is a grade of its own name (MTP Elite, data/connector_grades.csv) is one where the line says no other.
// Errors: L220 line-not-understood: the line does not say what the part is or which connectors it has, or contradicts itself; it gives
//         nothing then. L221 words-passed-over is a note: words that nobody knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "facts/facts.h"
#include "spec/read_line.h"

namespace ferrule::spec {

struct PartField {
  std::string key, value;
  diag::Place place;
};

// `place` is where the line stands, with its quotes if it has any.
std::optional<std::vector<PartField>> part_fields(std::string_view line, diag::Place place, LineReader& reader,
                                                  const facts::Facts& facts, diag::Findings& findings);

}  // namespace ferrule::spec
