// Numbers with a fraction or with thousands, where a comma may be either or part two attributes.
#include <algorithm>
#include <iterator>

#include "lexis/fresh_tokens.h"

namespace ferrule::lexis {

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

}  // namespace ferrule::lexis
