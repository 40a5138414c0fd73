// What texts for people are set with: columns of a width, lists behind a title.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ferrule::cli {

std::string padded(std::string text, std::size_t width);                          // as it is when it is wider
std::string list(std::string_view title, const std::vector<std::string>& lines);  // wrapped; the title before the first line

}  // namespace ferrule::cli
