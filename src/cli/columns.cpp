#include "cli/columns.h"

#include <algorithm>
#include <fmt/format.h>

#include "cli/wrap.h"

namespace ferrule::cli {

std::string padded(std::string text, std::size_t width) {
  for (std::size_t have = columns(text); have < width; ++have) text += ' ';
  return text;
}

std::string padded_left(const std::string& text, std::size_t width) {
  const std::size_t have = columns(text);
  return have < width ? std::string(width - have, ' ') + text : text;
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

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return "";
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& line : rows)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], columns(line[i]));
  std::string out;
  for (const auto& line : rows) {
    std::string text = " ";
    for (std::size_t i = 0; i < line.size(); ++i) text += " " + padded(line[i], widths[i]) + (i + 1 < line.size() ? " " : "");
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
  return out;
}

std::string wrapped(std::string_view lead, std::string_view text) {
  std::string out;
  const std::string further(lead.size(), ' ');
  for (const std::string& line : wrap(text, kTextWidth - lead.size()))
    out += fmt::format("{}{}\n", out.empty() ? std::string(lead) : further, line);
  return out;
}

}  // namespace ferrule::cli
