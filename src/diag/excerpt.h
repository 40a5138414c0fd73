// One line of a text as a terminal shows it, with the place that is to be underlined.
//
// Units:  columns of a terminal: tabs are four, wide East Asian characters two, combining marks none. What printable() spells out
//         (control characters, bidirectional marks, broken UTF-8) takes the columns of its spelling.
// Shape:  a line wider than about 120 columns is cut around the place, with an ellipsis at each cut end, and costs no more than
//         what is shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ferrule::diag {

struct Excerpt {
  std::string text;
  std::size_t column = 0;                     // of the place, from 0, in `text`
  std::size_t width = 1;                      // of the place; at least 1
  std::size_t first_byte = 0, last_byte = 0;  // the part of the line that is shown
};

// `begin` and `length` are bytes of the line; what lies behind its end is cut.
Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t length);

// The same for a second place in a line that is already shown from `first_byte` on.
Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t length, std::size_t first_byte);

std::size_t columns(std::string_view text);  // of text as shown

}  // namespace ferrule::diag
