// Letters that are no word as they stand: damaged, or several words without a blank.
#include <algorithm>
#include <string>

#include "lexis/fresh_tokens.h"

namespace ferrule::lexis {
namespace {

constexpr std::uint32_t kLongestGlued = 48;

// What PDF writers draw as one glyph and lose.
constexpr std::string_view kLigatures[] = {"ti", "fi", "fl", "ff", "ffi", "ffl", "tt", "ft", "st", "tti"};

}  // namespace

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

bool Tokenizer::means(Symbol symbol, std::initializer_list<Sense> senses) const {
  for (const Meaning& meaning : lexicon_.meanings(lexicon_.start(symbol)))
    if (std::find(senses.begin(), senses.end(), meaning.sense) != senses.end()) return true;
  return false;
}

}  // namespace ferrule::lexis
