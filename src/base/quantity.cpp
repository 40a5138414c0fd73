#include "base/quantity.h"

#include <array>
#include <cstdlib>
#include <fmt/format.h>

namespace ferrule {
namespace {

constexpr std::int64_t kLargest = 1'000'000'000'000'000;  // far beyond any cable, far below overflow

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::int64_t> parse_decimal(std::string_view text, int digits) {
  text = trimmed(text);
  bool negative = false;
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  std::int64_t value = 0;
  int decimals = -1;  // digits seen after the point, -1 before it
  bool any = false, round_up = false, round_seen = false;
  for (char c : text) {
    if (c == '.') {
      if (decimals >= 0) return std::nullopt;
      decimals = 0;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    any = true;
    if (decimals >= digits) {
      if (!round_seen) round_up = c >= '5';
      round_seen = true;
      continue;
    }
    value = value * 10 + (c - '0');
    if (value > kLargest) return std::nullopt;
    if (decimals >= 0) ++decimals;
  }
  if (!any) return std::nullopt;
  for (int i = decimals < 0 ? 0 : decimals; i < digits; ++i) {
    value *= 10;
    if (value > kLargest) return std::nullopt;
  }
  value += round_up ? 1 : 0;
  return negative ? -value : value;
}

std::optional<Length> parse_length(std::string_view text) {
  text = trimmed(text);
  std::size_t split = 0;
  while (split < text.size() && (is_digit(text[split]) || text[split] == '.')) ++split;
  const std::string_view number = text.substr(0, split);
  const std::string_view unit = trimmed(text.substr(split));
  struct Unit {
    std::string_view name;
    std::int64_t tenth_of_millimetre;
  };
  constexpr std::array<Unit, 9> kUnits{{{"m", 10'000},
                                        {"cm", 100},
                                        {"mm", 10},
                                        {"km", 10'000'000},
                                        {"ft", 3'048},
                                        {"'", 3'048},
                                        {"in", 254},
                                        {"\"", 254},
                                        {"feet", 3'048}}};
  for (const Unit& known : kUnits) {
    if (unit != known.name) continue;
    const std::optional<std::int64_t> micro = parse_decimal(number, 6);
    if (!micro) return std::nullopt;
    const Wide tenths = static_cast<Wide>(*micro) * known.tenth_of_millimetre;
    const Wide millimetre = (tenths + 5'000'000) / 10'000'000;
    if (millimetre > 1'000'000'000) return std::nullopt;  // 1,000 km: no building holds it
    return Length{static_cast<std::int64_t>(millimetre)};
  }
  return std::nullopt;
}

std::string spell(Length length) {
  const std::int64_t magnitude = std::abs(length.millimetre);
  std::string text = fmt::format("{}{}.{:03}", length.millimetre < 0 ? "-" : "", magnitude / 1000, magnitude % 1000);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + " m";
}

std::string spell(Loss loss) {
  // Up means towards more loss, also below zero (headroom may be negative), and division truncates towards zero.
  const std::int64_t centi = loss.microdecibel > 0 ? (loss.microdecibel + 9'999) / 10'000 : loss.microdecibel / 10'000;
  return fmt::format("{}{}.{:02} dB", centi < 0 ? "-" : "", std::abs(centi) / 100, std::abs(centi) % 100);
}

}  // namespace ferrule
