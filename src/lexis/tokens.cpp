#include "lexis/tokens.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "lexis/plain_text.h"

namespace ferrule::lexis {
namespace {

enum Class : std::uint8_t { kOther, kDigit, kLower, kHigh, kSpace };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes{};
  for (int c = '0'; c <= '9'; ++c) classes[static_cast<std::size_t>(c)] = kDigit;
  for (int c = 'a'; c <= 'z'; ++c) classes[static_cast<std::size_t>(c)] = kLower;
  for (int c = 0x80; c <= 0xFF; ++c) classes[static_cast<std::size_t>(c)] = kHigh;
  classes[static_cast<std::size_t>(kGap)] = kHigh;  // a lost glyph is a letter
  classes[static_cast<std::size_t>(' ')] = kSpace;
  return classes;
}();
Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

bool between(char32_t c, char32_t from, char32_t to) { return c >= from && c <= to; }
// Scripts that put no blanks between words.
bool unparted(char32_t c) {
  return between(c, 0x2E80, 0x9FFF) || between(c, 0xAC00, 0xD7AF) || between(c, 0xF900, 0xFAFF) || between(c, 0x20000, 0x3FFFF) ||
         between(c, 0x0E00, 0x0EFF) || between(c, 0x1100, 0x11FF);
}
bool katakana(char32_t c) { return between(c, 0x30A1, 0x30FF); }
bool letter(char32_t c) { return between(c, 0xAA, 0x1FFF) && c != 0xD7 && c != 0xF7; }

constexpr std::uint32_t kLongestGlued = 48;
constexpr std::size_t kLongestPiece = 4;

// What PDF writers draw as one glyph and lose.
constexpr std::string_view kLigatures[] = {"ti", "fi", "fl", "ff", "ffi", "ffl", "tt", "ft", "st", "tti"};

}  // namespace

Symbol Tokenizer::symbol(std::uint32_t begin, std::uint32_t end) {
  const char* const word = text_.data() + begin;
  const std::size_t size = end - begin;
  if (size > 8) return lexicon_.symbol(word, size);
  std::uint64_t key = 0;
  std::memcpy(&key, word, 8);
  if (size < 8) key &= (std::uint64_t{1} << (8 * size)) - 1;
  KeptWord& kept = kept_[(key * 0x9E3779B97F4A7C15ull) >> 54];
  if (kept.key == key) return kept.symbol;
  const Symbol found = lexicon_.symbol(word, size);
  if (found != 0) kept = {key, found};  // what is unknown is mostly a number of its own
  return found;
}

void Tokenizer::push(std::uint32_t begin, std::uint32_t end, Symbol symbol, TokenKind kind, double number) {
  tokens_[count_++] = {begin, end, symbol, kind == TokenKind::kWord ? lexicon_.start(symbol) : 0, kind, blank_, number};
  blank_ = false;
  // A code that hangs on something by a hyphen may be part of a longer one.
  codes_ |= kind == TokenKind::kCode && ((begin > 0 && text_[begin - 1] == '-') || (end < text_.size() && text_[end] == '-'));
}

std::span<const Token> Tokenizer::read(std::string_view plain) {
  text_ = plain;
  if (tokens_.size() < plain.size()) tokens_.resize(plain.size() * 2);  // a token takes a byte at least
  count_ = 0;
  at_ = 0;
  blank_ = true;
  codes_ = false;
  const std::size_t size = text_.size();
  while (at_ < size) {
    const char c = text_[at_];
    switch (class_of(c)) {
      case kSpace:
        blank_ = true;
        ++at_;
        break;
      case kDigit:
      case kLower:
      case kHigh: read_run(); break;
      case kOther:
        if (c == '.' && at_ + 1 < text_.size() && class_of(text_[at_ + 1]) == kDigit &&
            (blank_ || (at_ > 0 && text_[at_ - 1] == '='))) {
          read_number();  // .35 dB
          break;
        }
        push(at_, at_ + 1, static_cast<Symbol>(c), TokenKind::kSign);
        ++at_;
        break;
    }
  }
  if (codes_) join_codes();
  return {tokens_.data(), count_};
}

// The longest stretch of letters and digits. What the lexicon knows as a whole is a word; the rest is taken apart.
void Tokenizer::read_run() {
  const std::uint32_t begin = at_;
  const char* const text = text_.data();
  std::uint32_t at = begin;
  unsigned seen = 0;
  for (Class c = class_of(text[at]); c == kDigit || c == kLower; c = class_of(text[++at]))
    seen |= 1u << c;  // ends in the padding
  bool digits = (seen >> kDigit & 1) != 0, letters = (seen >> kLower & 1) != 0;
  for (at_ = at; at_ < text_.size() && class_of(text_[at_]) != kOther && class_of(text_[at_]) != kSpace; ++at_) {
    const Class c = class_of(text_[at_]);
    if (c == kDigit) {
      digits = true;
    } else if (c == kLower || text_[at_] == kGap) {
      letters = true;
    } else if (c == kHigh) {
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
  if (!letters) {
    at_ = begin;
    return read_number();
  }
  // Words of letters and digits that mean something only in a phrase are parted: so is every phrase in the lexicon.
  if (const Symbol known = symbol(begin, end); known != 0 && (!digits || !lexicon_.meanings(lexicon_.start(known)).empty()))
    return push(begin, end, known, TokenKind::kWord);
  return digits ? read_mixed(begin, end) : read_letters(begin, end);
}

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
    if (head == 0 || lexicon_.meanings(lexicon_.start(head)).empty()) continue;
    const bool connector = means(head, {Sense::kConnector, Sense::kMulti});
    if (cut - begin <= kShort && !connector) continue;
    const Symbol tail = symbol(cut, end);
    if (tail != 0) {
      const bool fits = connector ? means(tail, {Sense::kPolish, Sense::kStyle, Sense::kConnector, Sense::kKind, Sense::kMulti})
                                  : end - cut > kShort && !lexicon_.meanings(lexicon_.start(tail)).empty();
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
    if (!piece.number) {
      push(piece.begin, piece.end, piece.symbol, TokenKind::kWord);
      continue;
    }
    at_ = piece.begin;
    if (i + 1 == pieces.count) return read_number();  // may go on behind a point: "om4,5m" is no case, "sr4.2" is
    double value = 0;
    for (std::uint32_t k = piece.begin; k < piece.end; ++k) value = value * 10 + (text_[k] - '0');
    push(piece.begin, piece.end, lexicon_.symbol_of_number(value < 1024 ? static_cast<std::uint32_t>(value) : 1024),
         TokenKind::kNumber, value);
  }
  at_ = end;
}

// False: a piece that is no word, a number too long for one, or more pieces than a phrase has.
bool Tokenizer::take_apart(std::uint32_t begin, std::uint32_t end, Pieces& pieces) {
  constexpr std::uint32_t kLongestNumber = 5;
  for (std::uint32_t at = begin; at < end;) {
    const bool number = class_of(text_[at]) == kDigit;
    std::uint32_t to = at;
    while (to < end && (class_of(text_[to]) == kDigit) == number) ++to;
    if (number) {
      if (to - at > kLongestNumber || !pieces.add({at, to, 0, true})) return false;
    } else if (!take_letters(at, to, pieces)) {
      return false;
    }
    at = to;
  }
  const bool times = pieces.count > 1 && pieces.all[0].number && text_[pieces.all[1].begin] == 'x';  // 2xmtp12f
  return pieces.count <= kLongestPiece + (times ? 2 : 0);
}

bool Tokenizer::take_letters(std::uint32_t begin, std::uint32_t end, Pieces& pieces) {
  Symbol known = symbol(begin, end);
  if (known == 0) known = mended(begin, end);
  const bool factor = pieces.count > 0 && text_[begin] == 'x' && end - begin > 1;
  const bool times = factor && pieces.all[pieces.count - 1].number;  // "2xdr4" is two of DR4, no XDR4
  if (factor && (known == 0 || times)) {
    if (const Symbol behind = symbol(begin + 1, end); behind != 0) {
      if (!pieces.add({begin, begin + 1, symbol(begin, begin + 1), false})) return false;
      known = behind;
      ++begin;
    }
  }
  return known != 0 && pieces.add({begin, end, known, false});
}

bool Tokenizer::reads_as_code(const Pieces& pieces, std::uint32_t end) const {
  if (pieces.count < 2) return false;
  const Piece &first = pieces.all[0], &second = pieces.all[1];
  if (!first.number && lexicon_.next(lexicon_.start(first.symbol), Lexicon::kAnyNumber) == 0) {
    // "m003", "ap8959": no unit and no size has such a number behind it
    const std::uint32_t word = first.end - first.begin, digits = second.end - second.begin;
    if ((word == 1 && digits >= 3 && text_[first.begin] != 'g') || (word <= 3 && digits >= 4)) return true;
  }
  const bool goes_on = end < text_.size() && text_[end] == '/';
  return pieces.count >= 3 && first.number && pieces.all[2].number && text_[second.begin] != 'x' && !goes_on;  // "5f100"
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

// "62.5" and "62,5" are one word of the lexicon, where it knows the number at all.
Symbol Tokenizer::symbol_of_decimal(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::size_t kLongest = 8;
  if (end - begin > kLongest) return 0;
  char word[kLongest + Lexicon::kPadding] = {};
  for (std::uint32_t i = begin; i < end; ++i) word[i - begin] = text_[i] == ',' ? '.' : text_[i];
  return lexicon_.symbol(word, end - begin);
}

// In a list of attributes without blanks ("LC/PC,9/125,12 cores") a comma is no decimal sign.
bool Tokenizer::commas_part() const {
  constexpr int kMany = 3;
  int found = 0;
  for (std::size_t i = text_.find(','); i != std::string_view::npos && i + 1 < text_.size() && found < kMany;
       i = text_.find(',', i + 1))
    found += class_of(text_[i + 1]) != kSpace;
  return found >= kMany;
}

// Digits with a fraction or with thousands: 12, 0.35, 2,0, 3,456.
void Tokenizer::read_number() {
  const std::uint32_t begin = at_;
  double value = 0;
  const auto digits = [&] {
    std::uint32_t count = 0;
    for (; at_ < text_.size() && class_of(text_[at_]) == kDigit; ++at_, ++count) value = value * 10 + (text_[at_] - '0');
    return count;
  };
  const auto digit_at = [&](std::size_t i) { return i < text_.size() && class_of(text_[i]) == kDigit; };
  const std::uint32_t whole = digits();
  if (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == ',') && digit_at(at_ + 1)) {
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
  if (at_ == begin) {  // ".35.4": a point that no number takes; every token is at least a byte long
    push(begin, begin + 1, static_cast<Symbol>(text_[begin]), TokenKind::kSign);
    ++at_;
    return;
  }
  if (at_ - begin >= 6) return push(begin, at_, 0, TokenKind::kCode);
  push(begin, at_, lexicon_.symbol_of_number(value < 1024 ? static_cast<std::uint32_t>(value) : 1024), TokenKind::kNumber, value);
}

// "d1329-lcu7102", "001-5r1ul-f03": what hangs together by hyphens around a code is one code, unless known words outweigh it.
void Tokenizer::join_codes() {
  const std::span<Token> tokens(tokens_.data(), count_);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    if (tokens[i].kind == TokenKind::kSign) {
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
      if (token.kind != TokenKind::kSign)
        (token.kind == TokenKind::kWord && token.symbol != 0 && size > 2 ? known : strange) += size;
      const bool ends = end + 1 == tokens.size() || tokens[end + 1].blank_before ||
                        (tokens[end + 1].kind == TokenKind::kSign && tokens[end + 1].symbol != '-') ||
                        (tokens[end + 1].kind == TokenKind::kSign && (end + 2 == tokens.size() || tokens[end + 2].blank_before));
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
