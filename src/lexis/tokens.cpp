#include "lexis/tokens.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/text.h"
#include "lexis/plain_text.h"

namespace ferrule::lexis {
namespace {

enum class Start : std::uint8_t { kSign, kWord, kBeyond };

constexpr std::array<Start, 256> kStarts = [] {
  std::array<Start, 256> starts{};
  for (std::size_t c = '0'; c <= '9'; ++c) starts[c] = Start::kWord;
  for (std::size_t c = 'a'; c <= 'z'; ++c) starts[c] = Start::kWord;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) starts[c] = Start::kBeyond;
  starts[static_cast<std::size_t>(kGap)] = Start::kBeyond;  // a lost glyph is a letter
  return starts;
}();

bool between(char32_t c, char32_t from, char32_t to) { return c >= from && c <= to; }
// Scripts that put no blanks between words.
bool unparted(char32_t c) {
  return between(c, 0x2E80, 0x9FFF) || between(c, 0xAC00, 0xD7AF) || between(c, 0xF900, 0xFAFF) || between(c, 0x20000, 0x3FFFF) ||
         between(c, 0x0E00, 0x0EFF) || between(c, 0x1100, 0x11FF);
}
bool katakana(char32_t c) { return between(c, 0x30A1, 0x30FF); }
bool letter(char32_t c) { return between(c, 0xAA, 0x1FFF) && c != 0xD7 && c != 0xF7; }

constexpr Lexicon::Key kNoKey{~std::uint64_t{0}, ~std::uint64_t{0}};  // of no run: its bytes are in no text
constexpr std::uint32_t kLongestGlued = 48;
constexpr std::size_t kLongestPiece = 4;

// What PDF writers draw as one glyph and lose.
constexpr std::string_view kLigatures[] = {"ti", "fi", "fl", "ff", "ffi", "ffl", "tt", "ft", "st", "tti"};

std::array<Token, 128> all_signs() {  // every ASCII byte that stands between two runs, at 0
  std::array<Token, 128> signs{};
  for (Symbol c = 0; c < signs.size(); ++c) {
    const char sign = static_cast<char>(c);
    signs[c] = {0, 1, c, gap_of(sign), is_skipped(sign) ? TokenKind::kHyphen : TokenKind::kSign, 0};
  }
  return signs;
}
const std::array<Token, 128> kSigns = all_signs();

// Copied whole and then corrected: fewer steps than field by field.
void write_at(Token* token, const Token& kept, std::uint32_t begin, bool blank) {
  *token = kept;
  token->begin += begin;
  token->end += begin;
  token->gap = static_cast<std::uint16_t>(token->gap | static_cast<std::uint16_t>(blank));
}
static_assert(kBlankGap == 1);

bool blank_before(const char* text, std::uint32_t at) {
  return at == 0 || text[at - 1] == ' ';
}  // a line begins as if behind one

// Signs from `at` to the next run at `end`.
Token* write_signs(const char* text, std::uint32_t at, std::uint32_t end, Token* next) {
  for (; at < end; ++at)
    if (const auto c = static_cast<unsigned char>(text[at]); c != ' ')
      write_at(next++, kSigns[c & 0x7F], at, blank_before(text, at));
  return next;
}

template <class T>
void make_room(std::vector<T>& things, std::size_t count) {
  if (things.size() < count) things.resize(std::max(count, things.size() * 2));
}

// What may be said of a run by its first token alone.
void tell_first(KeptRun& run, const Token& first, const Lexicon& lexicon, char c) {
  const bool one = first.end - first.begin == 1, word = first.kind == TokenKind::kWord;
  run.enters = first.is_sign()
                   ? ~std::uint64_t{0}
                   : Lexicon::follower(first.symbol) | std::uint64_t{first.kind == TokenKind::kNumber} << Lexicon::kAnyNumber |
                         std::uint64_t{one} << Lexicon::kAnyLetter;
  const bool measures = word && first.symbol != 0 && lexicon.has(Lexicon::start(first.symbol), Lexicon::kMeasures);
  run.offers = measures || first.is_sign() || (one && c == 'x') ? Between::kTakesNumber : 0;
  if (first.kind == TokenKind::kNumber) run.offers |= Between::kIsNumber;
  if (one && word) run.offers |= Between::kIsLetter;
  if (first.is_sign()) run.offers |= Between::kIsSign;
  run.first = first.symbol;
}

}  // namespace

// Most runs of a line were taken apart before. Whatever is new is left to the functions below.
std::span<const Run> Tokenizer::read(std::string_view plain, const ByteMaps& maps) {
  text_ = plain;
  maps_ = &maps;
  make_room(fresh_, plain.size() + kBehind);  // a token takes a byte at least
  make_room(tokens_, plain.size() + kBehind);
  codes_ = false;
  commas_ = -1;
  count_ = 0;
  const auto size = static_cast<std::uint32_t>(text_.size());
  const char* const text = text_.data();
  const std::size_t count = maps.find_runs(text_, edges_);
  make_room(runs_, count + 1);
  make_room(sought_, count + 1);
  make_room(starts_, count + 1);
  make_room(fresh_runs_, count + 1);
  make_room(long_betweens_, count + 1);
  run_count_ = count;
  first_made_ = next_ = 0;
  const std::uint32_t* edge = edges_.data();
  const KeptRun* const kept_runs = kept_.runs.data();
  Run* run = runs_.data();
  std::uint32_t before = 0;  // the end of the run before
  std::size_t signs = 0;     // and blanks
  const auto between = [&](std::uint32_t begin) -> const Between* {
    const std::uint32_t bytes = begin - before;
    if (bytes <= Betweens::kLongest)
      if (const Between* const known = betweens_.find(text + before, bytes)) return known;
    Between& found = long_betweens_[static_cast<std::size_t>(run - runs_.data())];
    found = between_of(text + before, bytes);
    return &found;
  };
  Lexicon::Key* key = sought_.data();
  // The two places of each run are asked for before any is looked at: they come from afar, and by then they are near.
  for (const std::uint32_t* const last = edge + 2 * count; edge != last; edge += 2, ++run, ++key) {
    const std::uint32_t begin = edge[0], end = edge[1];
    *key = end - begin <= KeptRuns::kLongest ? Lexicon::key_of(text + begin, end - begin) : kNoKey;
    const std::size_t place = KeptRuns::place_of(*key);
    __builtin_prefetch(&kept_runs[place]);
    __builtin_prefetch(&kept_runs[place ^ 1]);
    *run = {&kept_runs[place], between(begin), begin, end, 0, 0};
    signs += begin - before;
    before = end;
  }
  key = sought_.data();
  for (Run* sought = runs_.data(); sought != run; ++sought, ++key) {
    const auto is_it = [&] {  // one branch, and no call
      return ((sought->what->key[0] ^ (*key)[0]) | (sought->what->key[1] ^ (*key)[1])) == 0;
    };
    if (is_it()) continue;
    sought->what = &kept_runs[kept_.place_of(*sought->what) ^ 1];
    if (!is_it()) read_fresh(*sought);
  }
  end_.offers = Between::kIsEnd;
  *run = {&end_, between(size), size, size, 0, 0};
  most_tokens_ = signs + (size - before) + count * KeptRuns::kMostTokens + count_;
  return {runs_.data(), count + 1};
}

const Token* Tokenizer::all() {
  start_at(0, 0);
  while (next_ <= run_count_) make_more();
  count_ = starts_[run_count_];
  join_codes();
  make_end(tokens_.data() + count_);
  return tokens_.data();
}

// `signs`: where those before the run begin.
void Tokenizer::start_at(std::size_t run, std::uint32_t signs) {
  first_made_ = next_ = run;
  signs_from_ = signs;
  made_ = tokens_.data();
  make_more();
}

void Tokenizer::make_more() {
  const Run& run = runs_[next_];
  const char* const text = text_.data();
  Token* next = write_signs(text, signs_from_, run.begin, made_);
  starts_[next_] = static_cast<std::uint32_t>(next - tokens_.data());
  signs_from_ = run.end;
  if (next_++ == run_count_) return make_end(next);
  if (run.tokens != 0) {
    next = std::copy_n(fresh_.data() + run.fresh, run.tokens, next);
  } else {
    next = write_kept(*run.what, run.begin, blank_before(text, run.begin), next);
  }
  made_ = next;
}

Token* Tokenizer::write_kept(const KeptRun& run, std::uint32_t begin, bool blank, Token* next) const {
  const auto& tokens = kept_.tokens[kept_.place_of(run)];
  for (std::size_t i = 0; i < run.tokens; ++i, blank = false) write_at(next++, tokens[i], begin, blank);
  return next;
}

void Tokenizer::make_end(Token* next) {
  const auto size = static_cast<std::uint32_t>(text_.size());
  for (std::size_t i = 0; i < kBehind; ++i) *next++ = {size, size, 0, kBlankGap, TokenKind::kEnd, 0};
  made_ = tokens_.data() + tokens_.size();  // no more are needed
}

// A run in as many tokens as it has: "kabel电缆", "3,456.5".
void Tokenizer::read_fresh(Run& run) {
  const std::uint32_t begin = run.begin, end = run.end;
  run.fresh = static_cast<std::uint32_t>(count_);
  at_ = begin;
  for (blank_ = blank_before(text_.data(), begin); at_ < end; blank_ = false) {
    const char c = text_[at_];
    const Start start = kStarts[static_cast<unsigned char>(c)];
    if (start == Start::kWord) {
      const auto run_end = static_cast<std::uint32_t>(maps_->end_of_word(at_));
      kStarts[static_cast<unsigned char>(text_.data()[run_end])] == Start::kBeyond ? read_run_beyond_ascii()
                                                                                   : read_ascii_run(run_end);
    } else if (start == Start::kBeyond) {
      read_run_beyond_ascii();
    } else if (at_ == begin && end - begin > 1) {
      read_number();  // .35 dB
    } else {
      push_sign();
    }
  }
  run.tokens = static_cast<std::uint32_t>(count_) - run.fresh;
  const auto number = static_cast<std::size_t>(&run - runs_.data());
  KeptRun& what = fresh_runs_[number];
  const Token& first = fresh_[run.fresh];
  what = {};
  tell_first(what, first, lexicon_, text_[begin]);
  // Part numbers and words that nobody knows are what they are whatever stands beside them.
  const bool code = first.kind == TokenKind::kCode, strange = first.kind == TokenKind::kWord && first.symbol == 0;
  if (run.tokens == 1 && (code || strange)) {
    what.sense = code ? Sense::kCode : end - begin == 1 ? Sense::kLetter : Sense::kNone;
    what.items = what.tokens = 1;
  }
  run.what = &what;
  if (is_kept(run)) to_keep_.push_back(static_cast<std::uint32_t>(number));
}

void Tokenizer::push_sign() {
  push(at_, at_ + 1, static_cast<Symbol>(text_[at_]), TokenKind::kSign);
  ++at_;
}

void Tokenizer::push(std::uint32_t begin, std::uint32_t end, Symbol symbol, TokenKind kind, double number) {
  Token& token = fresh_[count_++];
  token = {begin, end, symbol, static_cast<std::uint16_t>(blank_ ? kBlankGap : 0), kind, number};
  blank_ = false;
  if (kind == TokenKind::kCode) note_code(token);
  if (kind != TokenKind::kSign) return;
  token.gap = static_cast<std::uint16_t>(token.gap | gap_of(text_[begin]));
  if (is_skipped(text_[begin])) token.kind = TokenKind::kHyphen;
}

// A code that hangs on something by a hyphen may be part of a longer one.
void Tokenizer::note_code(const Token& token) {
  codes_ |= (token.begin > 0 && text_[token.begin - 1] == '-') || (token.end < text_.size() && text_[token.end] == '-');
}

// Letters and digits of ASCII.
void Tokenizer::read_ascii_run(std::uint32_t end) {
  const std::uint32_t begin = at_;
  const std::size_t digits_end = maps_->end_of_digits(begin);
  if (digits_end >= end) return read_number();
  at_ = end;
  if (digits_end == begin && is_serial(begin, end)) return push(begin, end, 0, TokenKind::kCode);
  bool digits = digits_end > begin;
  for (std::uint32_t i = begin; i < end && !digits; ++i) digits = maps_->digit(i);
  read_run_of(begin, end, digits);
}

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

// A large number is mostly one of its own, but for those that measure: "1500mm", "12000 cm".
bool Tokenizer::is_common(double number) {
  constexpr double kSmall = 1000, kMeasured = 100'000;
  return number < kSmall || (number < kMeasured && static_cast<int>(number) % 100 == 0);
}

bool Tokenizer::is_kept(const Run& run) const {
  const std::uint32_t size = run.end - run.begin;
  if (size > KeptRuns::kLongest || run.tokens > KeptRuns::kMostTokens) return false;
  if (text_.data()[run.end] == '/') return false;  // a slash tells some codes from words (reads_as_code)
  for (const Token& token : fresh_tokens(run)) {
    const bool known = token.is_sign() || (token.kind == TokenKind::kWord && token.symbol != 0) ||
                       (token.kind == TokenKind::kNumber && is_common(token.number));
    if (!known) return false;
  }
  return text_.substr(run.begin, size).find(',') == std::string_view::npos;  // commas_part
}

void Tokenizer::keep() {
  if (kept_.count + to_keep_.size() > ~std::uint32_t{0}) to_keep_.clear();  // their numbers have run out
  for (const std::uint32_t number : to_keep_) {
    const Run& run = runs_[number];
    const Lexicon::Key key = Lexicon::key_of(text_.data() + run.begin, run.end - run.begin);
    const std::size_t place = kept_.place_for(key);
    KeptRun& kept = kept_.runs[place];
    const std::uint16_t slot = kept.slot;
    kept = *run.what;
    kept.key = key;
    kept.slot = slot;
    kept.number = ++kept_.count;
    kept.tokens = 0;
    for (Token token : fresh_tokens(run)) {
      token.begin -= run.begin;
      token.end -= run.begin;
      token.gap = static_cast<std::uint16_t>(token.gap & ~kBlankGap);
      kept_.tokens[place][kept.tokens++] = token;
    }
  }
  to_keep_.clear();
}

namespace {
std::string_view text_of(const KeptRun& run) {
  const char* const bytes = reinterpret_cast<const char*>(run.key.data());
  return {bytes, std::find(bytes, bytes + KeptRuns::kLongest, '\0')};
}
}  // namespace

std::span<const Token> Tokenizer::recall(std::size_t place, std::string& text) {
  const KeptRun& run = kept_.runs[place];
  text = text_of(run);
  return recalled(write_kept(run, 0, false, tokens_.data()), text);
}

std::span<const Token> Tokenizer::recall(std::size_t first, std::string_view between, std::size_t second, std::string& text) {
  const KeptRun &one = kept_.runs[first], &other = kept_.runs[second];
  text = text_of(one);
  const auto behind = static_cast<std::uint32_t>(text.size());
  text += between;
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += text_of(other);
  Token* const signs = write_kept(one, 0, false, tokens_.data());
  return recalled(write_kept(other, begin, blank_before(text.data(), begin), write_signs(text.data(), behind, begin, signs)),
                  text);
}

const Token* Tokenizer::before_comma(std::span<const Token> recalled, std::string& text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  text += ',';
  text_ = text;
  make_end(write_signs(text.data(), size, size + 1, tokens_.data() + recalled.size()));
  return tokens_.data();
}

std::span<const Token> Tokenizer::recalled(Token* end, const std::string& text) {
  text_ = text;
  make_end(end);
  return {tokens_.data(), end};
}

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

// What the lexicon knows as a whole is a word; the rest is taken apart.
void Tokenizer::read_run_of(std::uint32_t begin, std::uint32_t end, bool digits) {
  // Words of letters and digits that mean something only in a phrase are parted: so is every phrase in the lexicon.
  if (const Symbol known = symbol(begin, end); known != 0 && (!digits || !meaningless(known)))
    return push(begin, end, known, TokenKind::kWord);
  digits ? read_mixed(begin, end) : read_letters(begin, end);
}

namespace {
bool is_number(const auto& piece) { return piece.kind == TokenKind::kNumber; }
}  // namespace

bool Tokenizer::means(Symbol symbol, std::initializer_list<Sense> senses) const {
  for (const Meaning& meaning : lexicon_.meanings(lexicon_.start(symbol)))
    if (std::find(senses.begin(), senses.end(), meaning.sense) != senses.end()) return true;
  return false;
}

void Tokenizer::read_letters(std::uint32_t begin, std::uint32_t end) {
  if (const Symbol known = mended(begin, end); known != 0) return push(begin, end, known, TokenKind::kWord);
  if (end - begin >= 4 && end - begin <= kLongestGlued && push_glued(begin, end)) return;
  push(begin, end, 0, TokenKind::kWord);
}

// A word that lost a glyph is any word that a ligature completes.
Symbol Tokenizer::mended(std::uint32_t begin, std::uint32_t end) const {
  const std::size_t gap = text_.substr(begin, end - begin).find(kGap);
  if (gap == std::string_view::npos) return 0;
  std::string word;
  const auto try_with = [&](std::string_view lost) {
    word.assign(text_.substr(begin, gap)).append(lost).append(text_.substr(begin + gap + 1, end - begin - gap - 1));
    const std::size_t size = word.size();
    word.append(Lexicon::kPadding, '\0');
    return lexicon_.symbol(word.data(), size);
  };
  for (const std::string_view ligature : kLigatures)
    if (const Symbol known = try_with(ligature); known != 0) return known;
  if (end - begin < 5) return 0;
  for (char c = 'a'; c <= 'z'; ++c)
    if (const Symbol known = try_with(std::string_view(&c, 1)); known != 0) return known;
  return 0;
}

// Two or more words without a blank: "lcupc", "cassettemodule". Short pieces only where they can belong together.
bool Tokenizer::push_glued(std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kShort = 4;
  for (std::uint32_t cut = end - 2; cut >= begin + 2; --cut) {
    if ((static_cast<unsigned char>(text_[cut]) & 0xC0) == 0x80) continue;  // not inside a code point
    const Symbol head = symbol(begin, cut);
    if (head == 0 || meaningless(head)) continue;
    const bool connector = means(head, {Sense::kConnector, Sense::kMulti});
    if (cut - begin <= kShort && !connector) continue;
    const Symbol tail = symbol(cut, end);
    if (tail != 0) {
      const bool fits = connector ? means(tail, {Sense::kPolish, Sense::kStyle, Sense::kConnector, Sense::kKind, Sense::kMulti})
                                  : end - cut > kShort && !meaningless(tail);
      if (!fits) continue;
      push(begin, cut, head, TokenKind::kWord);
      push(cut, end, tail, TokenKind::kWord);
      return true;
    }
    if (end - cut <= kShort) continue;
    const std::size_t before = count_;
    const bool blank = blank_;
    push(begin, cut, head, TokenKind::kWord);
    if (push_glued(cut, end)) return true;
    count_ = before;
    blank_ = blank;
  }
  return false;
}

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
  const bool times = pieces.count > 1 && is_number(pieces.all[0]) && text_[pieces.all[1].begin] == 'x';  // 2xmtp12f
  return pieces.count <= kLongestPiece + (times ? 2 : 0);
}

bool Tokenizer::take_letters(std::uint32_t begin, std::uint32_t end, Pieces& pieces) {
  Symbol known = symbol(begin, end);
  if (known == 0) known = mended(begin, end);
  const bool factor = pieces.count > 0 && text_[begin] == 'x' && end - begin > 1;
  const bool times = factor && is_number(pieces.all[pieces.count - 1]);  // "2xdr4" is two of DR4, no XDR4
  if (factor && (known == 0 || times)) {
    if (const Symbol behind = symbol(begin + 1, end); behind != 0) {
      if (!pieces.add({begin, begin + 1, symbol(begin, begin + 1), TokenKind::kWord})) return false;
      known = behind;
      ++begin;
    }
  }
  return known != 0 && pieces.add({begin, end, known, TokenKind::kWord});
}

// "m003", "ap8959": no unit and no size has such a number behind it.
bool Tokenizer::reads_as_serial(std::uint32_t begin, std::uint32_t digits, std::uint32_t end) const {
  const std::uint32_t letters = digits - begin, figures = end - digits;
  return (letters == 1 && figures >= 3 && text_[begin] != 'g') || (letters <= 3 && figures >= 4);
}

bool Tokenizer::reads_as_code(const Pieces& pieces, std::uint32_t end) const {
  if (pieces.count < 2) return false;
  const Piece &first = pieces.all[0], &second = pieces.all[1];
  if (!is_number(first) && reads_as_serial(first.begin, first.end, second.end) && !takes_number(first.symbol)) return true;
  if (!is_number(second) && means(second.symbol, {Sense::kMulti, Sense::kConnector})) return false;  // 1mpo12
  const bool goes_on = end < text_.size() && text_[end] == '/';
  return pieces.count >= 3 && is_number(first) && is_number(pieces.all[2]) && text_[second.begin] != 'x' && !goes_on;  // "5f100"
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

Symbol Tokenizer::symbol_of_number(double value) const {
  constexpr std::uint32_t kUnknown = 1024;
  return lexicon_.symbol_of_number(value < kUnknown ? static_cast<std::uint32_t>(value) : kUnknown);
}

// "62.5" and "62,5" are one word of the lexicon, where it knows the number at all.
Symbol Tokenizer::symbol_of_decimal(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::size_t kLongest = 8;
  if (end - begin > kLongest) return 0;
  char word[kLongest + Lexicon::kPadding] = {};
  for (std::uint32_t i = begin; i < end; ++i) word[i - begin] = text_[i] == ',' ? '.' : text_[i];
  return lexicon_.symbol(word, end - begin);
}

// In a list of attributes without blanks ("LC/PC,9/125,12 cores") a comma is no decimal sign.
bool Tokenizer::commas_part() {
  constexpr int kMany = 3;
  if (commas_ >= 0) return commas_ != 0;
  int found = 0;
  for (std::size_t i = text_.find(','); i != std::string_view::npos && i + 1 < text_.size() && found < kMany;
       i = text_.find(',', i + 1))
    found += text_[i + 1] != ' ';
  commas_ = found >= kMany ? 1 : 0;
  return commas_ != 0;
}

// "MTP-12,10m", "MPO12,500m": what hangs on a connector is its size, and the comma parts it from the next.
bool Tokenizer::sizes_connector(std::uint32_t begin, double number) const {
  constexpr double kSizes[] = {8, 12, 16, 24, 32};
  constexpr std::uint32_t kLongestName = 8;
  if (std::find(std::begin(kSizes), std::end(kSizes), number) == std::end(kSizes)) return false;
  const std::uint32_t end = begin > 0 && text_[begin - 1] == '-' ? begin - 1 : begin;
  std::uint32_t first = end;
  while (first > 0 && text_[first - 1] >= 'a' && text_[first - 1] <= 'z' && end - first < kLongestName) --first;
  const Symbol name = first == end ? 0 : symbol(first, end);
  return name != 0 && means(name, {Sense::kMulti});
}

// Digits with a fraction or with thousands: 12, 0.35, 2,0, 3,456.
void Tokenizer::read_number() {
  const std::uint32_t begin = at_;
  double value = 0;
  const auto digits = [&] {
    std::uint32_t count = 0;
    for (; digit_at(at_); ++at_, ++count) value = value * 10 + (text_[at_] - '0');
    return count;
  };
  const std::uint32_t whole = digits();
  const bool parts = at_ < text_.size() && (text_[at_] == '.' || (text_[at_] == ',' && !sizes_connector(begin, value)));
  if (parts && digit_at(at_ + 1)) {
    std::uint32_t behind = at_ + 1;
    while (digit_at(behind)) ++behind;
    const std::uint32_t places = behind - at_ - 1;
    const bool more = behind < text_.size() && text_[behind] == text_[at_] && digit_at(behind + 1);  // a date, a list
    const bool thousands = text_[at_] == ',' && places == 3 && whole > 0 && whole <= 3 && text_[begin] != '0';
    if (!more && thousands) {
      ++at_;
      digits();
    } else if (!more && whole <= 9 && places <= 9 && (text_[at_] == '.' || (places <= 2 && !commas_part()))) {
      ++at_;
      const double head = value;
      value = 0;
      double scale = 1;
      for (std::uint32_t i = digits(); i > 0; --i) scale *= 10;
      return push(begin, at_, symbol_of_decimal(begin, at_), TokenKind::kNumber, head + value / scale);
    }
  }
  if (at_ == begin) return push_sign();  // ".35.4": a point that no number takes; every token is at least a byte long
  if (at_ - begin >= 6) return push(begin, at_, 0, TokenKind::kCode);
  push(begin, at_, symbol_of_number(value), TokenKind::kNumber, value);
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
