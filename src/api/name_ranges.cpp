#include "api/name_ranges.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <fmt/format.h>

namespace ferrule::api {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// Where two names differ, widened to whole numbers: [begin, begin + length) of each.
struct Difference {
  std::size_t begin = 0, behind = 0;  // behind: characters after the number
};

Difference difference(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t begin = 0, behind = 0;
  while (begin < shorter && a[begin] == b[begin]) ++begin;
  while (behind < shorter - begin && a[a.size() - 1 - behind] == b[b.size() - 1 - behind]) ++behind;
  while (begin > 0 && digit(a[begin - 1])) --begin;
  while (behind > 0 && digit(a[a.size() - behind])) --behind;
  return {begin, behind};
}

bool number(std::string_view text, unsigned long long& value) {
  if (text.empty() || text.size() > 9 || !std::all_of(text.begin(), text.end(), digit)) return false;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
}

std::string written(unsigned long long value, std::size_t width) { return fmt::format("{:0{}}", value, width); }

}  // namespace

bool NameRanges::goes_on(std::string_view name) {
  if (numbered_) {
    if (name.size() <= before_.size() + behind_.size() || !name.starts_with(before_) || !name.ends_with(behind_)) return false;
    const std::string_view there = name.substr(before_.size(), name.size() - before_.size() - behind_.size());
    if (there != written(high_ + 1, width_)) return false;
    ++high_;
    return true;
  }
  const std::string_view first = first_;
  const Difference at = difference(first, name);
  if (at.begin + at.behind >= std::min(first.size(), name.size())) return false;
  const std::string_view one = first.substr(at.begin, first.size() - at.begin - at.behind);
  const std::string_view two = name.substr(at.begin, name.size() - at.begin - at.behind);
  unsigned long long low = 0, high = 0;
  if (!number(one, low) || !number(two, high) || high != low + 1) return false;
  const std::size_t width = one.front() == '0' && one.size() > 1 ? one.size() : 0;
  if (two != written(high, width)) return false;
  before_ = first.substr(0, at.begin);
  behind_ = first.substr(first.size() - at.behind);
  width_ = width;
  low_ = low;
  high_ = high;
  numbered_ = true;
  return true;
}

void NameRanges::close() {
  if (!open_) return;
  ranges_.push_back(numbered_ ? fmt::format("{}[{}-{}]{}", before_, written(low_, width_), written(high_, width_), behind_)
                              : first_);
  open_ = numbered_ = false;
}

void NameRanges::add(std::string_view name) {
  if (open_ && goes_on(name)) return;
  close();
  first_ = name;
  open_ = true;
}

std::vector<std::string> NameRanges::take() {
  close();
  return std::exchange(ranges_, {});
}

std::string in_short(const std::vector<std::string>& ranges, std::size_t most) {
  std::string out;
  const bool all = ranges.size() <= most + 1;
  for (std::size_t i = 0; i < (all ? ranges.size() : most); ++i) out += (i == 0 ? "" : ", ") + ranges[i];
  return all ? out : out + ", ..., " + ranges.back();
}

}  // namespace ferrule::api
