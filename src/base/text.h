// Small text helpers that several modules need: folding case, splitting, and the nearest known word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ferrule {

std::string_view trim(std::string_view text);
std::string lower(std::string_view text);                             // ASCII only
bool same_ignoring_case(std::string_view a, std::string_view b);      // ASCII only
std::string folded(std::string_view text);                            // lower case, no blanks, hyphens or underscores
bool same_folded(std::string_view a, std::string_view b);             // folded(a) == folded(b), without making them
std::vector<std::string_view> split(std::string_view text, char by);  // trimmed parts; empty text gives none
std::string joined(std::span<const std::string> parts, std::string_view by);
std::string with_thousands(std::uint64_t number);                   // 2044 -> "2,044"
std::string counted(std::uint64_t number, std::string_view thing);  // "1 link", "2,044 links", "2 harnesses", "3 assemblies"

// A word of our own tables as people say it: "adapter-panel", "patch_cord" -> "adapter panel", "patch cord".
std::string as_said(std::string_view word);
std::string with_article(std::string_view word);  // "an adapter panel", "a patch cord"; by its first letter, which does for ours

// The known word closest to `word`, for "did you mean"; nothing when none is near enough to be a likely slip.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

// Text made safe for one line of a terminal: control characters, bidirectional marks and broken UTF-8 are spelled \xNN or \u{...}.
std::string printable(std::string_view text);

// The first `most` characters and an ellipsis when there are more: for messages that quote what someone wrote.
std::string shortened(std::string_view text, std::size_t most);

// Offset of the first byte that is not part of well-formed UTF-8; nothing when all is well.
std::optional<std::size_t> first_bad_utf8(std::string_view text);

// The text with U+FFFD in place of every byte that is not part of well-formed UTF-8.
std::string with_valid_utf8(std::string_view text);

// The code point at `at` and its length in bytes; length 0 when no well-formed UTF-8 sequence begins there.
struct CodePoint {
  std::uint32_t point = 0;
  std::size_t length = 0;
};
CodePoint code_point_at(std::string_view text, std::size_t at);

}  // namespace ferrule
