// A word, a number or a sign of a plain line, with its place.
#pragma once

#include <cstdint>

#include "lexis/between.h"
#include "lexis/lexicon.h"

namespace ferrule::lexis {

// A hyphen is a sign that phrases skip: "low-loss".
enum class TokenKind : std::uint8_t { kWord, kNumber, kSign, kHyphen, kCode, kEnd };

struct Token {
  std::uint32_t begin = 0, end = 0;
  Symbol symbol = 0;      // of the word, of the number's digits, or the sign itself; 0: not in the lexicon
  std::uint16_t gap = 0;  // what a sign says, and kBlankGap where a blank stands before the token
  TokenKind kind = TokenKind::kWord;
  double number = 0;
  bool blank_before() const { return (gap & kBlankGap) != 0; }
  bool is_sign() const { return kind == TokenKind::kSign || kind == TokenKind::kHyphen; }
};

}  // namespace ferrule::lexis
