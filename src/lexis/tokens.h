// Words, numbers and signs of a plain line, each with its place. No meaning yet, except what tells a word from a part number.
//
// Shape:  tokens in order; signs are tokens too, blanks are not. Places are bytes of the plain text. The last kBehind tokens are of the
//         kind kEnd, so that whoever looks a few tokens ahead need not ask whether there are any.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexis/between.h"
#include "lexis/byte_maps.h"
#include "lexis/kept_runs.h"
#include "lexis/lexicon.h"
#include "lexis/token.h"

namespace ferrule::lexis {

// What stands in a line between blanks and signs.
struct Run {
  const KeptRun* what = nullptr;  // of one that is new, as much as can be known without looking beside it
  const Between* before = nullptr;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t fresh = 0, tokens = 0;  // where those of a new one are, and how many; none of one that is kept
};

// `plain` is followed by Lexicon::kPadding readable bytes.
class Tokenizer {
 public:
  explicit Tokenizer(const Lexicon& lexicon) : lexicon_(lexicon), tokens_(64) {}  // for those of two runs that are kept
  static constexpr std::size_t kBehind = 4;
  // The runs of a line, and one more for its end; valid until the next call.
  std::span<const Run> read(std::string_view plain, const ByteMaps& maps);
  std::size_t most_tokens() const { return most_tokens_; }  // that the line may have
  bool joins() const { return codes_; }                     // tokens of several runs may be one: only all() has them as they are
  const Token* all();
  void keep();  // what was new in the line, for the next

  // Tokens are made when they are asked for, from a run on. They stay where they are as long as the runs asked for rise.
  const Token* from(std::size_t run) {
    if (run < first_made_ || run >= next_) start_at(run, runs_[run].begin);
    return first_of(run);
  }
  const Token* from_signs_before(std::size_t run) {
    start_at(run, run == 0 ? 0 : runs_[run - 1].end);
    return tokens_.data();
  }
  const Token* first_of(std::size_t run) {  // of one not before that
    while (next_ <= run) make_more();
    return tokens_.data() + starts_[run];
  }
  void need(const Token* at) {  // until there is one at `at`
    while (at >= made_) make_more();
  }

  KeptRuns& kept() { return kept_; }
  KeptPairs& pairs() { return pairs_; }
  // The run that is kept there, or two with bytes between them, as if they were a line.
  std::span<const Token> recall(std::size_t place, std::string& text);
  const Token* before_comma(std::span<const Token> recalled, std::string& text);  // the same, and that it is not the end
  std::span<const Token> recall(std::size_t first, std::string_view between, std::size_t second, std::string& text);

 private:
  // What stands in a line between blanks and signs, taken apart into words and numbers: "mpo12f" is mpo, 12, f.
  struct Piece {
    std::uint32_t begin, end;
    Symbol symbol;
    TokenKind kind;
    bool is_number() const { return kind == TokenKind::kNumber; }
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
  void start_at(std::size_t run, std::uint32_t signs);
  void make_more();
  void make_end(Token* next);
  Token* write_kept(const KeptRun& run, std::uint32_t begin, bool blank, Token* next) const;
  std::span<const Token> recalled(Token* end, const std::string& text);

  // fresh_runs.cpp
  [[gnu::noinline]] void read_fresh(Run& run);
  bool is_kept(const Run& run) const;
  static bool is_common(double number);
  std::span<const Token> fresh_tokens(const Run& run) const { return {fresh_.data() + run.fresh, run.tokens}; }
  void read_ascii_run(std::uint32_t end);
  void read_run_of(std::uint32_t begin, std::uint32_t end, bool digits);
  void push_sign();

  // fresh_scripts.cpp
  void read_run_beyond_ascii();
  void read_script();  // writing without blanks

  // fresh_letters.cpp
  void read_letters(std::uint32_t begin, std::uint32_t end);
  bool push_glued(std::uint32_t begin, std::uint32_t end);
  [[gnu::noinline]] Symbol mended(std::uint32_t begin, std::uint32_t end) const;
  bool means(Symbol symbol, std::initializer_list<Sense> senses) const;

  // fresh_mixed.cpp
  void read_mixed(std::uint32_t begin, std::uint32_t end);  // letters and digits
  bool take_apart(std::uint32_t begin, std::uint32_t end, Pieces& pieces);
  bool take_letters(std::uint32_t begin, std::uint32_t end, Pieces& pieces);

  // fresh_codes.cpp
  bool is_serial(std::uint32_t begin, std::uint32_t end) const;
  bool reads_as_serial(std::uint32_t begin, std::uint32_t digits, std::uint32_t end) const;
  bool reads_as_code(const Pieces& pieces, std::uint32_t end) const;
  void join_codes();

  // fresh_numbers.cpp
  void read_number();
  Symbol symbol_of_number(double value) const;
  Symbol symbol_of_decimal(std::uint32_t begin, std::uint32_t end) const;
  bool commas_part();
  bool sizes_connector(std::uint32_t begin, double number) const;

  // fresh_tokens.h
  void push(std::uint32_t begin, std::uint32_t end, Symbol symbol, TokenKind kind, double number = 0);
  void note_code(const Token& token);

  bool digit_at(std::size_t i) const { return i < text_.size() && maps_->digit(i); }
  bool takes_number(Symbol word) const { return lexicon_.next(Lexicon::start(word), Lexicon::kAnyNumber) != 0; }
  bool meaningless(Symbol symbol) const { return lexicon_.meanings(lexicon_.start(symbol)).empty(); }
  Symbol symbol(std::uint32_t begin, std::uint32_t end) const { return lexicon_.symbol(text_.data() + begin, end - begin); }

  const Lexicon& lexicon_;
  std::string_view text_;
  const ByteMaps* maps_ = nullptr;
  std::vector<Token> fresh_;  // of new runs; as long as the longest text so far; count_ are used
  std::size_t count_ = 0;
  std::uint32_t at_ = 0;
  std::vector<std::uint32_t> edges_;  // of the runs
  bool blank_ = false, codes_ = false;
  std::int8_t commas_ = -1;  // whether commas part attributes; not asked yet
  std::vector<Run> runs_;
  std::vector<Lexicon::Key> sought_;  // of the runs
  std::size_t run_count_ = 0, most_tokens_ = 0;
  NearBlock block_{KeptRuns::kBytes + KeptPairs::kBytes};
  KeptRuns kept_{block_};
  KeptPairs pairs_{block_};
  std::vector<KeptRun> fresh_runs_;
  std::vector<std::uint32_t> to_keep_;  // runs
  Betweens betweens_;
  std::vector<Between> long_betweens_;
  KeptRun end_;

  std::vector<Token> tokens_;              // there is room for those of the whole text
  Token* made_ = nullptr;                  // behind the last
  std::size_t first_made_ = 0, next_ = 0;  // runs whose tokens there are
  std::uint32_t signs_from_ = 0;           // behind the last token
  std::vector<std::uint32_t> starts_;      // of runs
};

}  // namespace ferrule::lexis
