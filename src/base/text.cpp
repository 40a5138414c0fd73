#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>

namespace ferrule {
namespace {

bool folds_away(char c) { return c == ' ' || c == '-' || c == '_'; }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Edits that turn a into b; transposed neighbours count as one. Stops caring beyond `limit`.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lowered(a[i - 1]) == lowered(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0u : 1u)});
      if (i > 1 && j > 1 && lowered(a[i - 1]) == lowered(b[j - 2]) && lowered(a[i - 2]) == lowered(b[j - 1]))
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

bool hides_or_reorders(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x061C || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x2028 && point <= 0x202E) || (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0xAD ||
         (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE007F);
}

// Length of the ASCII text at the front, whole words at a time: most files are ASCII, and every file is checked.
std::size_t leading_ascii(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  std::size_t at = 0;
  for (; at + 32 <= text.size(); at += 32) {
    std::uint64_t words[4];
    std::memcpy(words, text.data() + at, sizeof words);
    if ((words[0] | words[1] | words[2] | words[3]) & kHighBits) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lowered);
  return out;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lowered(x) == lowered(y); });
}

std::string folded(std::string_view text) {
  std::string out;
  for (char c : text)
    if (!folds_away(c)) out += lowered(c);
  return out;
}

bool same_folded(std::string_view a, std::string_view b) {
  for (std::size_t i = 0, k = 0;; ++i, ++k) {
    while (i < a.size() && folds_away(a[i])) ++i;
    while (k < b.size() && folds_away(b[k])) ++k;
    if (i == a.size() || k == b.size()) return i == a.size() && k == b.size();
    if (lowered(a[i]) != lowered(b[k])) return false;
  }
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  if (trim(text).empty()) return parts;
  while (true) {
    const std::size_t at = text.find(by);
    parts.push_back(trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string joined(std::span<const std::string> parts, std::string_view by) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += by;
    out += part;
  }
  return out;
}

std::string with_thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::uint64_t number, std::string_view thing) {
  if (number == 1) return fmt::format("1 {}", thing);
  const auto ends = [&](std::string_view with) { return thing.ends_with(with); };
  const bool vowel_y = ends("ay") || ends("ey") || ends("oy") || ends("uy");
  if (ends("y") && !vowel_y) return fmt::format("{} {}ies", with_thousands(number), thing.substr(0, thing.size() - 1));
  const bool hisses = ends("s") || ends("x") || ends("ch") || ends("sh");
  return fmt::format("{} {}{}", with_thousands(number), thing, hisses ? "es" : "s");
}

std::string as_said(std::string_view word) {
  std::string out(word);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return out;
}

std::string with_article(std::string_view word) {
  const bool vowel = !word.empty() && std::string_view("aeioAEIO").find(word.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + as_said(word);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known) {
  const std::size_t limit = std::min<std::size_t>(3, std::max<std::size_t>(1, word.size() / 3));
  std::optional<std::string> best;
  std::size_t fewest = limit + 1;
  if (word.size() > 100) return best;
  for (const std::string& candidate : known) {
    const std::size_t count = edits(word, candidate, limit);
    if (count < fewest) {
      fewest = count;
      best = candidate;
    }
  }
  return best;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  std::size_t length = 0;
  if (lead >= 0xC2 && lead <= 0xDF) length = 2;
  if (lead >= 0xE0 && lead <= 0xEF) length = 3;
  if (lead >= 0xF0 && lead <= 0xF4) length = 4;
  if (length == 0) return {};
  std::uint32_t point = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    point = point << 6 | (byte(at + i) & 0x3F);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (overlong || surrogate || point > 0x10FFFF) return {};
  return {point, length};
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = code_point_at(text, at);
    if (length == 0)
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[at]));
    else if (hides_or_reorders(point))
      out += fmt::format("\\u{{{:04X}}}", point);
    else
      out.append(text.substr(at, length));
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < most; ++count)
    at += std::max<std::size_t>(code_point_at(text, at).length, 1);
  std::string out(text.substr(0, at));
  if (at < text.size()) out += "\u2026";
  return out;
}

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t ascii = leading_ascii(text.substr(at)); ascii > 0) {
      at += ascii;
      continue;
    }
    const std::size_t length = code_point_at(text, at).length;
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::string with_valid_utf8(std::string_view text) {
  std::string out;
  while (const auto bad = first_bad_utf8(text)) {
    out.append(text.substr(0, *bad)).append("\uFFFD");
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

}  // namespace ferrule
