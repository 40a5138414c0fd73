// A run that was not taken apart before: what it begins with says who reads it, and what can be said of it alone is kept for the next line.
#include "lexis/fresh_tokens.h"

namespace ferrule::lexis {
namespace {

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

// What the lexicon knows as a whole is a word; the rest is taken apart.
void Tokenizer::read_run_of(std::uint32_t begin, std::uint32_t end, bool digits) {
  // Words of letters and digits that mean something only in a phrase are parted: so is every phrase in the lexicon.
  if (const Symbol known = symbol(begin, end); known != 0 && (!digits || !meaningless(known)))
    return push(begin, end, known, TokenKind::kWord);
  digits ? read_mixed(begin, end) : read_letters(begin, end);
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

}  // namespace ferrule::lexis
