// Runs with letters beyond ASCII, and scripts that put no blanks between words.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "lexis/fresh_tokens.h"

namespace ferrule::lexis {
namespace {

bool between(char32_t c, char32_t from, char32_t to) { return c >= from && c <= to; }
// Scripts that put no blanks between words.
bool unparted(char32_t c) {
  return between(c, 0x2E80, 0x9FFF) || between(c, 0xAC00, 0xD7AF) || between(c, 0xF900, 0xFAFF) || between(c, 0x20000, 0x3FFFF) ||
         between(c, 0x0E00, 0x0EFF) || between(c, 0x1100, 0x11FF);
}
bool katakana(char32_t c) { return between(c, 0x30A1, 0x30FF); }
bool letter(char32_t c) { return between(c, 0xAA, 0x1FFF) && c != 0xD7 && c != 0xF7; }

}  // namespace

// The longest stretch of letters and digits of any alphabet.
void Tokenizer::read_run_beyond_ascii() {
  const std::uint32_t begin = at_;
  bool digits = false, letters = false;
  for (; at_ < text_.size(); ++at_) {
    if (maps_->digit(at_)) {
      digits = true;
    } else if (maps_->word(at_) || text_[at_] == kGap) {
      letters = true;
    } else if (kStarts[static_cast<unsigned char>(text_[at_])] == Start::kBeyond) {
      const CodePoint point = code_point_at(text_, at_);
      if (point.length == 0 || unparted(point.point) || !letter(point.point)) break;
      letters = true;
      at_ += static_cast<std::uint32_t>(point.length) - 1;
    } else {
      break;
    }
  }
  const std::uint32_t end = at_;
  if (begin == end) return read_script();
  if (letters) return read_run_of(begin, end, digits);
  at_ = begin;
  read_number();
}

// Chinese, Japanese, Korean, Thai: the longest known word from here on, or one character that says nothing.
void Tokenizer::read_script() {
  const std::uint32_t begin = at_;
  std::array<std::uint32_t, 16> ends{};
  std::size_t count = 0;
  for (std::uint32_t at = at_; at < text_.size() && count < ends.size();) {
    const CodePoint point = code_point_at(text_, at);
    if (point.length == 0 || !unparted(point.point)) break;
    at += static_cast<std::uint32_t>(point.length);
    ends[count++] = at;
  }
  for (std::size_t i = count; i > 0; --i) {
    const Symbol known = symbol(begin, ends[i - 1]);
    if (known == 0) continue;
    push(begin, ends[i - 1], known, TokenKind::kWord);
    at_ = ends[i - 1];
    return;
  }
  if (count > 0) {
    // A foreign word in katakana is one word: nothing inside it is a word of its own.
    std::size_t used = 1;
    while (katakana(code_point_at(text_, begin).point) && used < count && katakana(code_point_at(text_, ends[used - 1]).point))
      ++used;
    push(begin, ends[used - 1], 0, TokenKind::kWord);
    at_ = ends[used - 1];
    return;
  }
  const CodePoint point = code_point_at(text_, at_);  // a sign beyond ASCII
  at_ += static_cast<std::uint32_t>(std::max<std::size_t>(point.length, 1));
  push(begin, at_, static_cast<Symbol>('|'), TokenKind::kSign);
}

}  // namespace ferrule::lexis
