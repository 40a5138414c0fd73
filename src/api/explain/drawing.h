// Rows of cells under each other, for maps and lanes.
//
//     position    1    2    3 ..
//     does      Rx1  Rx2  Rx3 ..
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace ferrule::api::telling {

using Cells = std::vector<std::string>;
struct Line {
  std::string label;
  Cells cells;
};

// Lines of equally many cells, right-aligned in columns; a new block after `per_block` cells.
std::string draw(const std::vector<Line>& lines, std::size_t per_block);

std::string draw_permutation(const facts::Permutation& map);  // side 1 over side 2
std::string draw_face(const facts::Connector& connector);     // the numbering, key up

}  // namespace ferrule::api::telling
