// Part numbers, and how they are told from words and sizes.
#include "lexis/fresh_tokens.h"

namespace ferrule::lexis {

// "k96032", "ap8959", "m003": letters that no number goes with and a number too long for a size are a part number. So are they when taken
// apart (reads_as_code); but part numbers are what is new in most lines, and this way is shorter.
bool Tokenizer::is_serial(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 12;
  if (end - begin < 4 || end - begin > kLongest || !maps_->digit(end - 1)) return false;
  std::uint32_t digits = begin + 1;
  while (!maps_->digit(digits)) ++digits;
  if (maps_->end_of_digits(digits) != end || !reads_as_serial(begin, digits, end)) return false;
  if (lexicon_.ends_words(text_.data() + end))
    if (const Symbol known = symbol(begin, end); known != 0 && !meaningless(known)) return false;
  const Symbol letters = symbol(begin, digits);
  return letters == 0 || !takes_number(letters);
}

// "m003", "ap8959": no unit and no size has such a number behind it.
bool Tokenizer::reads_as_serial(std::uint32_t begin, std::uint32_t digits, std::uint32_t end) const {
  const std::uint32_t letters = digits - begin, figures = end - digits;
  return (letters == 1 && figures >= 3 && text_[begin] != 'g') || (letters <= 3 && figures >= 4);
}

bool Tokenizer::reads_as_code(const Pieces& pieces, std::uint32_t end) const {
  if (pieces.count < 2) return false;
  const Piece &first = pieces.all[0], &second = pieces.all[1];
  if (!first.is_number() && reads_as_serial(first.begin, first.end, second.end) && !takes_number(first.symbol)) return true;
  if (!second.is_number() && means(second.symbol, {Sense::kMulti, Sense::kConnector})) return false;  // 1mpo12
  const bool goes_on = end < text_.size() && text_[end] == '/';
  return pieces.count >= 3 && first.is_number() && pieces.all[2].is_number() && text_[second.begin] != 'x' &&
         !goes_on;  // "5f100"
}

// "d1329-lcu7102", "001-5r1ul-f03": what hangs together by hyphens around a code is one code, unless known words outweigh it.
void Tokenizer::join_codes() {
  const std::span<Token> tokens(tokens_.data(), count_);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    if (tokens[i].is_sign()) {
      tokens[kept++] = tokens[i++];
      continue;
    }
    std::size_t end = i;
    std::uint32_t strange = 0, known = 0;
    bool code = false;
    for (;; ++end) {
      const Token& token = tokens[end];
      const std::uint32_t size = token.end - token.begin;
      if (token.kind == TokenKind::kCode) code = true;
      if (!token.is_sign()) (token.kind == TokenKind::kWord && token.symbol != 0 && size > 2 ? known : strange) += size;
      const bool ends = end + 1 == tokens.size() || tokens[end + 1].blank_before() ||
                        (tokens[end + 1].is_sign() && tokens[end + 1].symbol != '-') ||
                        (tokens[end + 1].is_sign() && (end + 2 == tokens.size() || tokens[end + 2].blank_before()));
      if (ends) break;
    }
    if (code && end > i && strange > known) {
      Token joined = tokens[i];
      joined.end = tokens[end].end;
      joined.kind = TokenKind::kCode;
      joined.symbol = 0;
      tokens[kept++] = joined;
      i = end + 1;
    } else {
      while (i <= end) tokens[kept++] = tokens[i++];
    }
  }
  count_ = kept;
}

}  // namespace ferrule::lexis
