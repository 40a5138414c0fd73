#include "lang/port_ranges.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kMostDigits = 9;

bool digit(char c) { return c >= '0' && c <= '9'; }

// Of the number at its end; nothing when there is none.
std::optional<std::size_t> begin_of_number(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && digit(text[at - 1])) --at;
  if (at == text.size() || text.size() - at > kMostDigits) return std::nullopt;
  return at;
}

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "swp[1-4]" is swp1-4.
std::string without_brackets(std::string_view cell) {
  std::string out(cell);
  if (out.empty() || out.back() != ']' || std::count(out.begin(), out.end(), '[') != 1) return out;
  out.pop_back();
  out.erase(out.find('['), 1);
  return out;
}

}  // namespace

std::vector<std::string> ports_in_cell(std::string_view cell, std::uint32_t count) {
  const std::string text = without_brackets(trim(cell));
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string::npos || count < 2) return {};
  const std::string_view first = trim(std::string_view(text).substr(0, hyphen)),
                         last = trim(std::string_view(text).substr(hyphen + 1));
  const std::optional<std::size_t> from = begin_of_number(first), to = begin_of_number(last);
  if (!from || !to) return {};
  const std::string_view name = first.substr(0, *from);
  if (*to > 0 && last.substr(0, *to) != name) return {};
  const std::uint32_t low = number_of(first.substr(*from)), high = number_of(last.substr(*to));
  if (high < low || high - low + 1 != count) return {};
  const std::size_t width = first[*from] == '0' ? first.size() - *from : 0;
  std::vector<std::string> names;
  for (std::uint32_t i = low; i <= high; ++i) names.push_back(fmt::format("{}{:0{}}", name, i, width));
  return names;
}

}  // namespace ferrule::lang
