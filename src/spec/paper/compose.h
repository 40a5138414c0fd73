// A row of a table that has a column for each attribute, said as one line: "MPO-12 (F) to LC, polarity B, 12 fibres, 30 m".
//
// Shape:  the parts of the line know the cells that they came from. A bare number or letter is said in the phrase of its column
//         ("polarity {}") or with the unit that the header names in brackets; what is more than that is said as it stands.
// Errors: none; empty cells are left out.
#pragma once

#include <span>
#include <string_view>

#include "spec/paper/paper.h"

namespace ferrule::spec::paper {

struct Attribute {
  const syntax::TableCell* cell = nullptr;
  const Header* header = nullptr;
  std::string_view name;  // the header as written
};

Composed compose(std::span<const Attribute> attributes);  // in the order in which they are said

}  // namespace ferrule::spec::paper
