#include "checks/checks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ferrule::checks {

double difference(const Check& check) {
  if (check.stated.size() != check.computed.size()) return std::numeric_limits<double>::quiet_NaN();
  double most = 0;
  for (std::size_t i = 0; i < check.stated.size(); ++i) {
    const double here = std::abs(check.computed[i] - check.stated[i]);
    if (!(here <= most)) most = here;  // NaN stays
  }
  return most;
}

bool passes(const Check& check) {
  if (check.stated.empty() || check.stated.size() != check.computed.size()) return false;
  if (check.claim == Claim::kEqual) return difference(check) <= check.tolerance;
  if (check.claim == Claim::kDoesNotFollow) return difference(check) > check.tolerance;
  for (std::size_t i = 0; i < check.stated.size(); ++i) {
    const double least = check.claim == Claim::kAtLeast ? check.stated[i] : check.computed[i];
    const double most = check.claim == Claim::kAtLeast ? check.computed[i] : check.stated[i];
    if (!(least <= most)) return false;
  }
  return true;
}

std::vector<Check> all_checks() {
  std::vector<Check> all;
  for (const auto& family : {uhing_checks, distribution_checks, geometry_checks, budget_checks})
    for (Check& check : family()) all.push_back(std::move(check));
  return all;
}

double value(const Result<double>& result) { return result ? *result : std::numeric_limits<double>::quiet_NaN(); }
Loss db(double value) { return {std::llround(value * 1e6)}; }
Attenuation db_per_km(double value) { return {std::llround(value * 1e6)}; }
Length metres(double value) { return {std::llround(value * 1e3)}; }

}  // namespace ferrule::checks
