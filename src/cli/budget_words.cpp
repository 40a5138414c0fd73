#include "cli/budget_words.h"

#include <cmath>
#include <fmt/format.h>

namespace ferrule::cli {

std::string spell_db(double db) { return spell(Loss{std::llround(db * 1e6)}); }

std::string spell_chance(double chance) {
  if (chance < 1e-8) return "below 1e-8";
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
