// What texts for people are set with: columns of a width, lists behind a title.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ferrule::cli {

inline constexpr std::size_t kTextWidth = 100;  // of budgets and limits

std::string padded(std::string text, std::size_t width);                          // as it is when it is wider
std::string padded_left(const std::string& text, std::size_t width);              // figures, whose ends stand below each other
std::string list(std::string_view title, const std::vector<std::string>& lines);  // wrapped; the title before the first line
// Text behind a lead, wrapped to that width; further lines stand under the first.
std::string wrapped(std::string_view lead, std::string_view text);

// Rows of equally many cells, two columns in and two apart; nothing without rows.
std::string aligned(const std::vector<std::vector<std::string>>& rows);

}  // namespace ferrule::cli
