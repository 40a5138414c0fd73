// Letters and digits in one run.
#include "lexis/fresh_tokens.h"

namespace ferrule::lexis {
namespace {
constexpr std::size_t kLongestPiece = 4;
}  // namespace

// "12f", "mpo12", "100gbase", "6xlc" are words and numbers; "nkfpx1bn3" is a code.
void Tokenizer::read_mixed(std::uint32_t begin, std::uint32_t end) {
  Pieces pieces;
  if (!take_apart(begin, end, pieces) || reads_as_code(pieces, end)) return push(begin, end, 0, TokenKind::kCode);
  for (std::size_t i = 0; i < pieces.count; ++i) {
    const Piece& piece = pieces.all[i];
    if (piece.kind == TokenKind::kWord) {
      push(piece.begin, piece.end, piece.symbol, TokenKind::kWord);
      continue;
    }
    at_ = piece.begin;
    if (i + 1 == pieces.count) return read_number();  // may go on behind a point: "om4,5m" is no case, "sr4.2" is
    double value = 0;
    for (std::uint32_t k = piece.begin; k < piece.end; ++k) value = value * 10 + (text_[k] - '0');
    push(piece.begin, piece.end, symbol_of_number(value), TokenKind::kNumber, value);
  }
  at_ = end;
}

// False: a piece that is no word, a number too long for one, or more pieces than a phrase has.
bool Tokenizer::take_apart(std::uint32_t begin, std::uint32_t end, Pieces& pieces) {
  constexpr std::uint32_t kLongestNumber = 5;
  for (std::uint32_t at = begin; at < end;) {
    const bool number = maps_->digit(at);
    std::uint32_t to = at;
    while (to < end && maps_->digit(to) == number) ++to;
    if (number) {
      if (to - at > kLongestNumber || !pieces.add({at, to, 0, TokenKind::kNumber})) return false;
    } else if (!take_letters(at, to, pieces)) {
      return false;
    }
    at = to;
  }
  const bool times = pieces.count > 1 && pieces.all[0].is_number() && text_[pieces.all[1].begin] == 'x';  // 2xmtp12f
  return pieces.count <= kLongestPiece + (times ? 2 : 0);
}

bool Tokenizer::take_letters(std::uint32_t begin, std::uint32_t end, Pieces& pieces) {
  Symbol known = symbol(begin, end);
  if (known == 0) known = mended(begin, end);
  const bool factor = pieces.count > 0 && text_[begin] == 'x' && end - begin > 1;
  const bool times = factor && pieces.all[pieces.count - 1].is_number();  // "2xdr4" is two of DR4, no XDR4
  if (factor && (known == 0 || times)) {
    if (const Symbol behind = symbol(begin + 1, end); behind != 0) {
      if (!pieces.add({begin, begin + 1, symbol(begin, begin + 1), TokenKind::kWord})) return false;
      known = behind;
      ++begin;
    }
  }
  return known != 0 && pieces.add({begin, end, known, TokenKind::kWord});
}

}  // namespace ferrule::lexis
