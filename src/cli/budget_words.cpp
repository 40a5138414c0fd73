#include "cli/budget_words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/wrap.h"

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

std::string spell_expected(const loss::HallYield& yield, double not_told_apart) {
  const double from = told_apart_from(not_told_apart, 1e-6);
  return yield.expected_failing < from ? "below " + spell_power(from) : fmt::format("{:.3g}", yield.expected_failing);
}

std::string spell_none_fails(const loss::HallYield& yield, double not_told_apart) {
  const double from = told_apart_from(not_told_apart, 1e-6);
  if (yield.chance_of_some < from) return fmt::format("above {:g}", std::max(1 - from, 0.0));
  return yield.chance_of_none < 1e-6 ? std::string("below 1e-6") : fmt::format("{:.6f}", yield.chance_of_none);
}

std::string correlation_words(const api::BudgetOptions& asked) {
  return fmt::format("{:g}{}", asked.correlation, asked.correlation_assumed ? ", an assumption" : "");
}

}  // namespace ferrule::cli
