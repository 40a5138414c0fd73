#include "cli/wrap.h"

#include <algorithm>

#include "base/text.h"

namespace ferrule::cli {
namespace {

bool begins_item(std::string_view line) { return line.starts_with("- ") || line.starts_with("* "); }

std::string_view without_hashes(std::string_view heading) {
  return trim(heading.substr(std::min(heading.find_first_not_of('#'), heading.size())));
}

void add_wrapped(std::string& paragraph, std::size_t width, std::vector<std::string>& out) {
  if (paragraph.empty()) return;
  const bool item = begins_item(paragraph);
  std::vector<std::string> lines = wrap(paragraph, item ? width - 2 : width);
  for (std::size_t i = 0; i < lines.size(); ++i) out.push_back(item && i > 0 ? "  " + lines[i] : lines[i]);
  paragraph.clear();
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) == 0x80) continue;
    count += byte >= 0xE3 && byte <= 0xED ? 2 : 1;  // U+3000 to U+DFFF: CJK and Hangul
  }
  return count;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!lines.back().empty() && columns(lines.back()) + 1 + columns(word) > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

std::vector<std::string> wrap_page(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  std::string paragraph;
  bool fenced = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("```")) {
      add_wrapped(paragraph, width, out);
      fenced = !fenced;
    } else if (fenced) {
      out.push_back(line.empty() ? "" : "    " + std::string(line));
    } else if (trim(line).empty() || line.starts_with("#")) {
      add_wrapped(paragraph, width, out);
      if (!out.empty() && !out.back().empty()) out.emplace_back();
      if (line.starts_with("#")) out.emplace_back(without_hashes(line));
    } else {
      if (begins_item(line)) add_wrapped(paragraph, width, out);
      paragraph += (paragraph.empty() ? "" : " ") + std::string(trim(line));
      if (line.starts_with("|")) add_wrapped(paragraph, width, out);  // a row of a table
    }
  }
  add_wrapped(paragraph, width, out);
  return out;
}

}  // namespace ferrule::cli
