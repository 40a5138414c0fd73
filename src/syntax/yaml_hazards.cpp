#include "syntax/yaml_hazards.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::syntax {
namespace {

constexpr std::size_t kLongestBlank = 1 << 14;

// Bytes of the line break at `at`, 0 when there is none. YAML 1.1 breaks lines at U+0085, U+2028 and U+2029 too.
std::size_t break_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\r\n")) return 2;
  if (rest.starts_with('\n') || rest.starts_with('\r')) return 1;
  if (rest.starts_with("\xC2\x85")) return 2;
  return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

std::size_t blank_at(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == ' ' || text[at] == '\t') ? 1 : break_at(text, at);
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  while (at < text.size() && break_at(text, at) == 0) ++at;
  return at;
}

bool may_begin_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\xC2' || c == '\xE2'; }

std::optional<Hazard> long_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_begin_blank(text[at])) continue;
    const std::size_t from = at;
    while (const std::size_t length = blank_at(text, at)) at += length;
    if (at - from > kLongestBlank)
      return Hazard{kYamlSyntax, from, 1, fmt::format("{} bytes of nothing but blanks", with_thousands(at - from)),
                    "remove the blanks"};
  }
  return std::nullopt;
}

// Only %YAML is left to libyaml, which refuses a second one by itself.
std::optional<Hazard> directive(std::string_view text) {
  for (std::size_t at = skip_blank_and_comments(text, 0); at < text.size() && text[at] == '%';
       at = skip_blank_and_comments(text, at)) {
    const std::size_t end = end_of_line(text, at);
    const std::string_view line = text.substr(at, end - at);
    if (!line.starts_with("%YAML"))
      return Hazard{kYamlFeature, at, line.size(), fmt::format("a directive, {}", shortened(line, 40)), "remove the line"};
    at = end;
  }
  return std::nullopt;
}

}  // namespace

std::size_t skip_blank_and_comments(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (const std::size_t length = blank_at(text, at))
      at += length;
    else if (text[at] == '#')
      at = end_of_line(text, at);
    else
      break;
  }
  return at;
}

std::optional<Hazard> first_hazard(std::string_view text) {
  if (auto hazard = directive(text)) return hazard;
  return long_blank(text);
}

}  // namespace ferrule::syntax
