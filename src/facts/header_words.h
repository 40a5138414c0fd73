// Headers of tables that people keep, as words to be looked up: "A-Node Name" and "a_node_name" are the same.
#pragma once

#include <cctype>
#include <string>
#include <string_view>

namespace ferrule::facts {

inline constexpr std::size_t kLongestHeader = 60;  // longer is a sentence

// Lower case, words parted by one blank; bytes beyond ASCII are letters, as they are.
inline std::string header_words(std::string_view header) {
  std::string out;
  for (const char c : header) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      out += byte >= 0x80 ? c : static_cast<char>(std::tolower(byte));
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace ferrule::facts
