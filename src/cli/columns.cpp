#include "cli/columns.h"

#include <fmt/format.h>

#include "cli/wrap.h"

namespace ferrule::cli {

std::string padded(std::string text, std::size_t width) {
  for (std::size_t have = columns(text); have < width; ++have) text += ' ';
  return text;
}

std::string list(std::string_view title, const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    for (const std::string& part : wrap(line, 80)) {
      out += padded(out.empty() ? fmt::format("  {}", title) : std::string(), 16) + part + "\n";
    }
  }
  return out;
}

}  // namespace ferrule::cli
