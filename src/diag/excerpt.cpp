#include "diag/excerpt.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace ferrule::diag {
namespace {

constexpr std::size_t kWidest = 120;  // columns of a line that are shown
constexpr std::size_t kBefore = 50;   // of them before the place, when the line must be cut
constexpr std::string_view kEllipsis = "\u2026";

struct Range {
  std::uint32_t first, last;
};

bool within(std::uint32_t point, const Range* ranges, std::size_t count) {
  return std::any_of(ranges, ranges + count, [&](Range r) { return point >= r.first && point <= r.last; });
}

std::size_t columns_of(std::uint32_t point) {
  constexpr Range kCombining[] = {{0x300, 0x36F},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                                  {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};
  constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},  {0xAC00, 0xD7A3},
                             {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6},
                             {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
  if (point < 0x300) return 1;
  if (within(point, kCombining, std::size(kCombining))) return 0;
  return within(point, kWide, std::size(kWide)) ? 2 : 1;
}

std::size_t bytes_at(std::string_view text, std::size_t at) { return std::max<std::size_t>(code_point_at(text, at).length, 1); }

// The character at `at` as it is shown.
std::string shown_at(std::string_view line, std::size_t at) {
  return line[at] == '\t' ? "    " : printable(line.substr(at, bytes_at(line, at)));
}

// Beginning of the character that ends before `at`.
std::size_t before(std::string_view line, std::size_t at) {
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && (line[start] & 0xC0) == 0x80) --start;
  return start + bytes_at(line, start) == at ? start : at - 1;
}

// Where the shown part begins: at the line's front when that is near, else kBefore columns before the place.
std::size_t cut_front(std::string_view line, std::size_t begin, std::size_t most) {
  std::size_t at = begin, used = 0;
  while (at > 0) {
    const std::size_t previous = before(line, at);
    used += columns(shown_at(line, previous));
    if (used > most) break;
    at = previous;
  }
  return at;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    count += next.length == 0 ? 1 : columns_of(next.point);
    at += std::max<std::size_t>(next.length, 1);
  }
  return count;
}

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t length) {
  begin = std::min(begin, line.size());
  const bool fits = line.size() <= 4 * kWidest && columns(printable(line)) <= kWidest;
  return excerpt(line, begin, length, fits ? 0 : cut_front(line, begin, kBefore));
}

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t length, std::size_t first_byte) {
  begin = std::min(begin, line.size());
  const std::size_t end = begin + std::min(length, line.size() - begin);
  Excerpt out;
  out.first_byte = first_byte;
  if (first_byte > 0) out.text = kEllipsis;
  std::size_t used = columns(out.text), place_end = 0, at = first_byte;
  while (at < line.size()) {
    const std::string shown = shown_at(line, at);
    const std::size_t after = used + columns(shown);
    if (after > kWidest) break;
    if (at <= begin) out.column = used;
    if (at < end) place_end = after;
    out.text += shown;
    used = after;
    at += bytes_at(line, at);
  }
  if (begin >= at) out.column = used;
  if (at < line.size()) out.text += kEllipsis;
  out.last_byte = at;
  out.width = place_end > out.column ? place_end - out.column : 1;
  return out;
}

}  // namespace ferrule::diag
