// Words, numbers and signs of a plain line, each with its place. No meaning yet, except what tells a word from a part number.
//
// Shape:  tokens in order; signs are tokens too, blanks are not. Places are bytes of the plain text.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "lexis/lexicon.h"

namespace ferrule::lexis {

enum class TokenKind : std::uint8_t { kWord, kNumber, kSign, kCode };

struct Token {
  std::uint32_t begin = 0, end = 0;
  Symbol symbol = 0;  // of the word, of the number's digits, or the sign itself; 0: not in the lexicon
  Node node = 0;      // where phrases that begin with the symbol begin
  TokenKind kind = TokenKind::kWord;
  bool blank_before = false;
  double number = 0;
};

// `plain` is followed by Lexicon::kPadding readable bytes.
class Tokenizer {
 public:
  explicit Tokenizer(const Lexicon& lexicon) : lexicon_(lexicon) {}
  std::span<const Token> read(std::string_view plain);  // valid until the next call

 private:
  void read_run();
  void read_number();
  void read_script();  // writing without blanks
  void read_letters(std::uint32_t begin, std::uint32_t end);
  void read_mixed(std::uint32_t begin, std::uint32_t end);  // letters and digits
  struct Piece {
    std::uint32_t begin, end;
    Symbol symbol;
    bool number;
  };
  struct Pieces {
    std::array<Piece, 8> all{};
    std::size_t count = 0;
    bool add(const Piece& piece) {
      if (count == all.size()) return false;
      all[count++] = piece;
      return true;
    }
  };
  bool take_apart(std::uint32_t begin, std::uint32_t end, Pieces& pieces);
  bool take_letters(std::uint32_t begin, std::uint32_t end, Pieces& pieces);
  bool reads_as_code(const Pieces& pieces, std::uint32_t end) const;
  bool push_glued(std::uint32_t begin, std::uint32_t end);
  static constexpr std::size_t kKept = 1024;
  struct KeptWord {  // a short word looked up before: lines repeat a few hundred words, and the lexicon is larger than the cache
    std::uint64_t key = 0;
    Symbol symbol = 0;
  };
  std::array<KeptWord, kKept> kept_{};
  Symbol mended(std::uint32_t begin, std::uint32_t end) const;
  Symbol symbol(std::uint32_t begin, std::uint32_t end);
  bool means(Symbol symbol, std::initializer_list<Sense> senses) const;
  void push(std::uint32_t begin, std::uint32_t end, Symbol symbol, TokenKind kind, double number = 0);
  void join_codes();

  const Lexicon& lexicon_;
  std::string_view text_;
  std::vector<Token> tokens_;  // as long as the longest text so far; count_ are used
  std::size_t count_ = 0;
  std::uint32_t at_ = 0;
  bool commas_part() const;
  Symbol symbol_of_decimal(std::uint32_t begin, std::uint32_t end) const;
  bool blank_ = false, codes_ = false;
};

}  // namespace ferrule::lexis
