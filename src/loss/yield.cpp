#include "loss/yield.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <fmt/format.h>

#include "loss/special_functions.h"

namespace ferrule::loss {
namespace {

bool is_chance(double value) { return value >= 0 && value <= 1; }

// 1 - (1 - fails)^n without losing small chances.
double one_of(double fails, unsigned n) { return fails >= 1 ? 1 : -std::expm1(n * std::log1p(-fails)); }

double normal_density(double z) { return std::exp(-z * z / 2) * std::numbers::inv_sqrtpi * (std::numbers::sqrt2 / 2); }

// Gauss and Legendre with eight points on each of `panels` equal parts.
template <class F>
double integral(double from, double to, int panels, const F& f) {
  constexpr std::array<double, 4> kAt = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};
  constexpr std::array<double, 4> kWeight = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763};
  const double half = (to - from) / panels / 2;
  double sum = 0;
  for (int panel = 0; panel < panels; ++panel) {
    const double middle = from + (2 * panel + 1) * half;
    for (std::size_t i = 0; i < kAt.size(); ++i) sum += kWeight[i] * (f(middle - half * kAt[i]) + f(middle + half * kAt[i]));
  }
  return sum * half;
}

// Given the ferrule's common score m, fibres are apart and each fails with normal_above((limit - sqrt(r) m) / sqrt(1 - r)). Near
// r = 1 that is a step, so the stretch where it rises is integrated by itself.
double correlated(const LinkOfFibres& link) {
  constexpr double kFar = 12;  // what lies further adds less than 1e-32
  const double limit = -normal_quantile(link.fibre_fails);
  const double common = std::sqrt(link.correlation), own = std::sqrt(1 - link.correlation);
  const auto share = [&](double m) { return normal_density(m) * one_of(normal_above((limit - common * m) / own), link.fibres); };
  const double step = limit / common, width = 12 * own / common;
  const double low = std::clamp(step - width, -kFar, kFar), high = std::clamp(step + width, -kFar, kFar);
  return integral(-kFar, low, 32, share) + integral(low, high, 48, share) + integral(high, kFar, 32, share);
}

}  // namespace

Result<double> chance_link_fails(const LinkOfFibres& link) {
  if (!is_chance(link.fibre_fails)) return refusal("", fmt::format("{} is not the chance that a fibre fails", link.fibre_fails));
  if (!is_chance(link.correlation))
    return refusal("", fmt::format("correlation {} of fibres is not from 0 to 1", link.correlation));
  if (link.fibres == 0) return refusal("", "a link without fibres has no yield");
  const double apart = one_of(link.fibre_fails, link.fibres), as_one = link.fibre_fails;
  if (link.fibres == 1 || link.correlation >= 1 || as_one <= 0 || as_one >= 1) return as_one;
  // Correlation so small that the common factor has no weight, or chances beyond the integral, are as good as apart.
  if (link.correlation < 1e-12 || link.fibre_fails < 1e-20) return apart;
  return std::clamp(correlated(link), as_one, apart);
}

Result<HallYield> hall_yield(std::span<const LinkGroup> groups) {
  HallYield hall;
  double log_of_none = 0;
  for (const LinkGroup& group : groups) {
    if (!is_chance(group.link_fails)) return refusal("", fmt::format("{} is not the chance that a link fails", group.link_fails));
    if (group.links == 0) continue;
    const double links = static_cast<double>(group.links);
    hall.expected_failing += links * group.link_fails;
    log_of_none += group.link_fails >= 1 ? -HUGE_VAL : links * std::log1p(-group.link_fails);
  }
  hall.chance_of_none = std::exp(log_of_none);
  hall.chance_of_some = -std::expm1(log_of_none);
  hall.log10_of_none = std::max(log_of_none / std::numbers::ln10, -1e300);
  return hall;
}

}  // namespace ferrule::loss
