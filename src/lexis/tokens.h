// Words, numbers and signs of a plain line, each with its place. No meaning yet, except what tells a word from a part number.
//
// Shape:  tokens in order; signs are tokens too, blanks are not. Places are bytes of the plain text. Behind the last token stand kBehind
//         tokens of the kind kEnd, so that whoever looks a few tokens ahead need not ask whether there are any.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "lexis/byte_maps.h"
#include "lexis/lexicon.h"

namespace ferrule::lexis {

enum class TokenKind : std::uint8_t { kWord, kNumber, kSign, kCode, kEnd };

struct Token {
  std::uint32_t begin = 0, end = 0;
  Symbol symbol = 0;  // of the word, of the number's digits, or the sign itself; 0: not in the lexicon
  Node node = 0;      // where phrases that begin with the word or number begin
  TokenKind kind = TokenKind::kWord;
  bool blank_before = false;
  double number = 0;
};

// `plain` is followed by Lexicon::kPadding readable bytes.
class Tokenizer {
 public:
  explicit Tokenizer(const Lexicon& lexicon) : lexicon_(lexicon), kept_(kKept) {}
  static constexpr std::size_t kBehind = 4;
  std::span<const Token> read(std::string_view plain,
                              const ByteMaps& maps);  // valid until the next call, as are the kBehind tokens behind it

 private:
  // What stands in a line between blanks and signs, taken apart into words and numbers: "mpo12f" is mpo, 12, f.
  struct Piece {
    std::uint32_t begin, end;
    Symbol symbol;
    TokenKind kind;
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
  // A run of letters and digits taken apart before: lines repeat a few hundred of them, and the lexicon is larger than the cache.
  struct KeptPiece {
    std::uint8_t begin = 0, end = 0;  // in the run
    TokenKind kind = TokenKind::kWord;
    std::uint8_t count = 0;  // of the first piece: how many there are
    Symbol symbol = 0;
    Node node = 0;
    std::int32_t number = 0;
  };
  static constexpr std::size_t kMostKeptPieces = 3, kKept = 1024, kLongestKept = 16;
  struct alignas(64) KeptRun {
    Lexicon::Key key{};
    std::array<KeptPiece, kMostKeptPieces> pieces{};
  };

  KeptRun& place_of(const Lexicon::Key& key);
  const KeptRun* kept_run(std::uint32_t begin, std::uint32_t end);
  bool goes_on(std::uint32_t end) const;
  void read_fresh_run(std::uint32_t end);
  void keep(std::uint32_t begin, std::uint32_t end, std::size_t first);
  void read_run_beyond_ascii();
  void read_run_of(std::uint32_t begin, std::uint32_t end, bool digits);
  void read_number();
  void read_script();  // writing without blanks
  void read_letters(std::uint32_t begin, std::uint32_t end);
  void read_mixed(std::uint32_t begin, std::uint32_t end);  // letters and digits
  bool take_apart(std::uint32_t begin, std::uint32_t end, Pieces& pieces);
  bool take_letters(std::uint32_t begin, std::uint32_t end, Pieces& pieces);
  bool reads_as_code(const Pieces& pieces, std::uint32_t end) const;
  bool push_glued(std::uint32_t begin, std::uint32_t end);
  Symbol mended(std::uint32_t begin, std::uint32_t end) const;
  Symbol symbol(std::uint32_t begin, std::uint32_t end) const { return lexicon_.symbol(text_.data() + begin, end - begin); }
  Symbol symbol_of_number(double value) const;
  Symbol symbol_of_decimal(std::uint32_t begin, std::uint32_t end) const;
  bool means(Symbol symbol, std::initializer_list<Sense> senses) const;
  bool meaningless(Symbol symbol) const { return lexicon_.meanings(lexicon_.start(symbol)).empty(); }
  void push(std::uint32_t begin, std::uint32_t end, Symbol symbol, TokenKind kind, double number = 0);
  void push_sign();
  void note_code(const Token& token);
  void join_codes();
  bool commas_part();
  bool digit_at(std::size_t i) const { return i < text_.size() && maps_->digit(i); }

  const Lexicon& lexicon_;
  std::string_view text_;
  const ByteMaps* maps_ = nullptr;
  std::vector<Token> tokens_;  // as long as the longest text so far; count_ are used
  std::size_t count_ = 0;
  std::uint32_t at_ = 0;
  bool blank_ = false, codes_ = false;
  std::int8_t commas_ = -1;  // whether commas part attributes; not asked yet
  std::vector<KeptRun> kept_;
};

}  // namespace ferrule::lexis
