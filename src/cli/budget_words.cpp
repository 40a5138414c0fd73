#include "cli/budget_words.h"

#include <cmath>
#include <fmt/format.h>

namespace ferrule::cli {

std::string spell_db(double db) { return spell(Loss{std::llround(db * 1e6)}); }

double told_apart_from(double not_told_apart, double interest) {
  double from = interest;
  while (from < not_told_apart) from *= 10;
  return from;
}

std::string spell_power(double power_of_ten) {
  const int exponent = static_cast<int>(std::lround(std::log10(power_of_ten)));
  return exponent < -4 ? fmt::format("1e{}", exponent) : fmt::format("{:g}", power_of_ten);
}

std::string spell_chance(double chance, double not_told_apart) {
  const double from = told_apart_from(not_told_apart, 1e-8);
  if (chance < from) return "below " + spell_power(from);
  return fmt::format("{:.2g}", chance);
}

// A margin is never made to look larger: rounded down where a loss is rounded up.
std::string spell_margin(const std::optional<Loss>& loss, const std::optional<Loss>& limit) {
  if (!loss || !limit) return "?";
  const std::int64_t more = loss->microdecibel - limit->microdecibel;
  if (more > 0) return "-" + spell(Loss{more});
  constexpr std::int64_t kHundredth = 10'000;
  return spell(Loss{-more / kHundredth * kHundredth});
}

std::string correlation_words(const api::BudgetOptions& asked) {
  return fmt::format("{:g}{}", asked.correlation, asked.correlation_assumed ? ", an assumption" : "");
}

}  // namespace ferrule::cli
