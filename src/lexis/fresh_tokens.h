// What the files that take new runs apart have in common (fresh_*.cpp), and nobody else needs. The token that each of them writes is
// written without a call.
#pragma once

#include <array>
#include <cstdint>

#include "lexis/plain_text.h"
#include "lexis/tokens.h"

namespace ferrule::lexis {

enum class Start : std::uint8_t { kSign, kWord, kBeyond };

inline constexpr std::array<Start, 256> kStarts = [] {
  std::array<Start, 256> starts{};
  for (std::size_t c = '0'; c <= '9'; ++c) starts[c] = Start::kWord;
  for (std::size_t c = 'a'; c <= 'z'; ++c) starts[c] = Start::kWord;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) starts[c] = Start::kBeyond;
  starts[static_cast<std::size_t>(kGap)] = Start::kBeyond;  // a lost glyph is a letter
  return starts;
}();

// A line begins as if behind a blank.
inline bool blank_before(const char* text, std::uint32_t at) { return at == 0 || text[at - 1] == ' '; }

// A code that hangs on something by a hyphen may be part of a longer one.
inline void Tokenizer::note_code(const Token& token) {
  codes_ |= (token.begin > 0 && text_[token.begin - 1] == '-') || (token.end < text_.size() && text_[token.end] == '-');
}

inline void Tokenizer::push(std::uint32_t begin, std::uint32_t end, Symbol symbol, TokenKind kind, double number) {
  Token& token = fresh_[count_++];
  token = {begin, end, symbol, static_cast<std::uint16_t>(blank_ ? kBlankGap : 0), kind, number};
  blank_ = false;
  if (kind == TokenKind::kCode) note_code(token);
  if (kind != TokenKind::kSign) return;
  token.gap = static_cast<std::uint16_t>(token.gap | gap_of(text_[begin]));
  if (is_skipped(text_[begin])) token.kind = TokenKind::kHyphen;
}

}  // namespace ferrule::lexis
