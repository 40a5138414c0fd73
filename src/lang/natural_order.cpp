#include "lang/natural_order.h"

#include <cctype>
#include <cstddef>

namespace ferrule::lang {
namespace {

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}

// The digits from `at` on, without leading noughts; `at` moves behind them.
std::string_view digits_from(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t begin = at;
  while (digit_at(text, at)) ++at;
  return text.substr(begin, at - begin);
}

}  // namespace

bool natural_before(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (digit_at(a, i) && digit_at(b, j)) {
      const std::string_view x = digits_from(a, i), y = digits_from(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i, ++j;
    }
  }
  const std::size_t left_a = a.size() - i, left_b = b.size() - j;
  return left_a != left_b ? left_a < left_b : a < b;
}

}  // namespace ferrule::lang
