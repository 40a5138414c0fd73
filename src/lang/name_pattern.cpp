#include "lang/name_pattern.h"

#include <algorithm>

namespace ferrule::lang {
namespace {

// Each * takes as little as it can, which finds a way whenever there is one.
bool wild_fits(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, from = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = n;
    } else if (p < pattern.size() && pattern[p] == name[n]) {
      ++p, ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++from;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

std::optional<NamePattern> NamePattern::parse(std::string_view text, RangeFault& why) {
  NamePattern out;
  if (text.find('*') != std::string_view::npos) {
    out.wild_ = text;
    return out;
  }
  const std::optional<RangedText> names = parse_ranges(text, why);
  if (!names) return std::nullopt;
  out.runs_ = names->runs();
  return out;
}

bool NamePattern::matches(std::string_view name) const {
  if (!wild_.empty()) return wild_fits(wild_, name);
  return std::any_of(runs_.begin(), runs_.end(), [&](const plant::NameRun& run) { return run.index_of(name).has_value(); });
}

}  // namespace ferrule::lang
