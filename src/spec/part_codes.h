// What the form of a part number says of the part. Makers change their grammars: a hint that raises a question, never a fact.
//
// Shape:  one row of data/part_codes.csv after the other that the code fits; values as in the fields, a length in metres.
// Source: data/part_codes.csv, every row of low confidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"
#include "spec/field.h"

namespace ferrule::spec {

struct CodeHint {
  Field field = Field::kKind;
  std::string value;
  std::string_view maker, pattern, note, source;  // of the row
};

// Hyphens, blanks and case of the code carry nothing. A code of more than 40 characters fits nothing.
std::vector<CodeHint> hints_of_code(std::string_view code, const facts::Facts& facts);

}  // namespace ferrule::spec
