// Text broken at blanks to a width, counted in columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ferrule::cli {

// Columns that well-formed UTF-8 takes; Chinese, Japanese and Korean characters take two.
std::size_t columns(std::string_view text);

// Lines no wider than `width` unless one word is; at least one line. Line ends count as blanks.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// Paragraphs separated by blank lines, each wrapped; list items and table rows begin a line,
// headings stand alone without their #; blocks fenced by ``` stay as they are, without the fences
// and four columns further in.
std::vector<std::string> wrap_page(std::string_view text, std::size_t width);

}  // namespace ferrule::cli
