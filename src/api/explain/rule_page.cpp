#include "api/explain/rule_page.h"

#include <fmt/format.h>

#include "api/explain/tellers.h"
#include "base/text.h"
#include "facts/embedded.h"

namespace ferrule::api::telling {
namespace {

// "docs/rules/same-pins-meet.md" -> "same-pins-meet"
std::string_view rule_name(std::string_view path) {
  constexpr std::string_view kBefore = "docs/rules/", kBehind = ".md";
  if (!path.starts_with(kBefore) || !path.ends_with(kBehind)) return {};
  return path.substr(kBefore.size(), path.size() - kBefore.size() - kBehind.size());
}

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return trim(line);
}

// "code: M201   # never reused" -> "M201"
std::string_view value_of(std::string_view line) {
  std::string_view value = line.substr(line.find(':') + 1);
  return trim(value.substr(0, value.find(" #")));
}

std::string_view header_value(std::string_view page, std::string_view key) {
  for (next_line(page); !page.empty();) {
    const std::string_view line = next_line(page);
    if (line == "---") break;
    if (line.starts_with(key) && line.substr(key.size()).starts_with(':')) return value_of(line);
  }
  return {};
}

}  // namespace

std::optional<Explanation> read_rule_page(std::string_view name, std::string_view page) {
  std::string_view rest = page;
  if (next_line(rest) != "---") return std::nullopt;
  Explanation e;
  e.title = fmt::format("{} {}", header_value(page, "code"), name);
  e.kind = "rule";
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    if (line == "---") break;
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
      e.facts.push_back({std::string(trim(line.substr(0, colon))), std::string(value_of(line)), "", std::nullopt});
  }
  std::string_view body = trim(rest);
  if (body.starts_with("# ")) next_line(body);  // the heading repeats the name
  e.text = trim(body);
  return e;
}

void rules(const Query& query, Out& out) {
  for (const facts::EmbeddedFile& file : facts::embedded_files()) {
    const std::string_view name = rule_name(file.path);
    if (name.empty() || (!query.is(name) && !query.is(header_value(file.bytes, "code")))) continue;
    if (std::optional<Explanation> page = read_rule_page(name, file.bytes)) out.push_back(std::move(*page));
  }
}

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (const facts::EmbeddedFile& file : facts::embedded_files()) {
    const std::string_view name = rule_name(file.path);
    if (name.empty()) continue;
    names.emplace_back(name);
    names.emplace_back(header_value(file.bytes, "code"));
  }
  return names;
}

}  // namespace ferrule::api::telling
