// Words, numbers and signs of a plain line, each with its place. No meaning yet, except what tells a word from a part number.
//
// Shape:  tokens in order; signs are tokens too, blanks are not. Places are bytes of the plain text. The last kBehind tokens are of the
//         kind kEnd, so that whoever looks a few tokens ahead need not ask whether there are any.
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

// A hyphen is a sign that phrases skip: "low-loss".
enum class TokenKind : std::uint8_t { kWord, kNumber, kSign, kHyphen, kCode, kEnd };

// Signs between two items, as a set.
enum Gap : std::uint16_t {
  kBlankGap = 1,
  kHyphenGap = 2,
  kSlashGap = 4,
  kCommaGap = 8,
  kStopGap = 16,  // ; | : and the end of a line
  kOpenGap = 32,
  kCloseGap = 64,
  kPlusGap = 128,
  kDotGap = 256,
  kArrowGap = 512,  // > <> ->
  kLessGap = 1024,  // < <=
  kTildeGap = 8192,
  kTimesGap = 16384,
  kLineGap = 2048,
  kOtherGap = 4096,
};

struct Token {
  std::uint32_t begin = 0, end = 0;
  Symbol symbol = 0;      // of the word, of the number's digits, or the sign itself; 0: not in the lexicon
  std::uint16_t gap = 0;  // what a sign says, and kBlankGap where a blank stands before the token
  TokenKind kind = TokenKind::kWord;
  std::uint8_t pieces = 1;  // of the first of a run that is kept: how many tokens it has
  double number = 0;
  bool blank_before() const { return (gap & kBlankGap) != 0; }
  bool is_sign() const { return kind == TokenKind::kSign || kind == TokenKind::kHyphen; }
};

// `plain` is followed by Lexicon::kPadding readable bytes.
class Tokenizer {
 public:
  explicit Tokenizer(const Lexicon& lexicon) : lexicon_(lexicon), kept_(kPlaces), kept_thirds_(kPlaces) {}
  static constexpr std::size_t kBehind = 4;
  std::span<const Token> read(std::string_view plain, const ByteMaps& maps);  // valid until the next call

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
  // A run of the text taken apart before: lines repeat a few hundred of them, and the lexicon is larger than the cache. The tokens'
  // places are those in the run.
  static constexpr std::size_t kMostKept = 3, kPlaces = 2048, kLongestKept = 16;
  struct alignas(64) Kept {  // one line of the cache; a third token, which few have, lies elsewhere
    Lexicon::Key key{};
    std::array<Token, 2> tokens{};
  };
  static_assert(sizeof(Kept) == 64);

  static std::size_t place_of(const Lexicon::Key& key);
  void read_fresh(std::uint32_t begin, std::uint32_t end, bool blank);
  void keep(std::uint32_t begin, std::uint32_t end, std::size_t first);
  void read_ascii_run(std::uint32_t end);
  void read_run_beyond_ascii();
  void read_run_of(std::uint32_t begin, std::uint32_t end, bool digits);
  void read_number();
  void read_script();  // writing without blanks
  void read_letters(std::uint32_t begin, std::uint32_t end);
  void read_mixed(std::uint32_t begin, std::uint32_t end);  // letters and digits
  bool take_apart(std::uint32_t begin, std::uint32_t end, Pieces& pieces);
  bool take_letters(std::uint32_t begin, std::uint32_t end, Pieces& pieces);
  bool is_serial(std::uint32_t begin, std::uint32_t end) const;
  bool reads_as_serial(std::uint32_t begin, std::uint32_t digits, std::uint32_t end) const;
  bool takes_number(Symbol word) const { return lexicon_.next(Lexicon::start(word), Lexicon::kAnyNumber) != 0; }
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
  bool sizes_connector(std::uint32_t begin, double number) const;
  bool digit_at(std::size_t i) const { return i < text_.size() && maps_->digit(i); }

  const Lexicon& lexicon_;
  std::string_view text_;
  const ByteMaps* maps_ = nullptr;
  std::vector<Token> tokens_;  // as long as the longest text so far; count_ are used
  std::size_t count_ = 0;
  std::uint32_t at_ = 0;
  std::vector<std::uint32_t> edges_;  // of the runs
  bool blank_ = false, codes_ = false;
  std::int8_t commas_ = -1;  // whether commas part attributes; not asked yet
  std::vector<Kept> kept_;
  std::vector<Token> kept_thirds_;
};

}  // namespace ferrule::lexis
