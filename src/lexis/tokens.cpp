#include "lexis/tokens.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "lexis/fresh_tokens.h"

namespace ferrule::lexis {
namespace {

constexpr Lexicon::Key kNoKey{~std::uint64_t{0}, ~std::uint64_t{0}};  // of no run: its bytes are in no text

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

}  // namespace

// Most runs of a line were taken apart before. Whatever is new is left to fresh_runs.cpp.
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

}  // namespace ferrule::lexis
