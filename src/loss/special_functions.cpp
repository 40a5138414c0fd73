#include "loss/special_functions.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace ferrule::loss {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr int kMostTerms = 1'000'000;  // the series needs some six times the root of the shape

double density(double z) { return std::exp(-0.5 * z * z) * 0.5 * std::numbers::inv_sqrtpi * std::numbers::sqrt2; }

// x^shape e^-x / gamma(shape + 1), by which both expansions are multiplied.
double front(double shape, double x) { return std::exp(shape * std::log(x) - x - log_gamma(shape + 1)); }

// Converges fast where x is below the mean.
double below_by_series(double shape, double x) {
  double term = 1, sum = 1;
  for (int i = 1; i < kMostTerms && term > sum * kEpsilon; ++i) sum += term *= x / (shape + i);
  return front(shape, x) * sum;
}

// Lentz's evaluation from the front; converges fast where x is above the mean.
double above_by_fraction(double shape, double x) {
  constexpr double kTiny = 1e-300;
  double b = x + 1 - shape;
  double c = 1 / kTiny, d = 1 / b, value = d;
  for (int i = 1; i < kMostTerms; ++i) {
    const double a = -i * (i - shape);
    b += 2;
    d = a * d + b;
    c = b + a / c;
    d = 1 / (std::abs(d) < kTiny ? kTiny : d);
    if (std::abs(c) < kTiny) c = kTiny;
    value *= d * c;
    if (std::abs(d * c - 1) < kEpsilon) break;
  }
  return front(shape, x) * shape * value;
}

// Newton inside a bracket that every step narrows. `error(x)` grows with x and is nought at the answer.
template <class Error>
double gamma_root(double shape, double start, const Error& error) {
  double low = 0, high = std::max(start, shape) + 1;
  while (error(high) < 0) high *= 2;
  double x = std::clamp(start, high * 1e-300, high);
  // A rounding of the share is one of x to the power of 1 / shape.
  const double enough = 16 * kEpsilon * std::max(1.0, 1 / shape);
  for (int i = 0; i < 200; ++i) {
    const double miss = error(x);
    const double step = miss * x / (front(shape, x) * shape);
    if (std::abs(step) <= enough * x) return x - step;
    (miss < 0 ? low : high) = x;
    x -= step;
    if (!(x > low && x < high)) x = low > 0 ? std::sqrt(low * high) : high / 16;  // shares of small shapes live far below one
  }
  return x;
}

// Wilson and Hilferty: the cube root of a gamma variable is nearly normal.
double gamma_guess(double shape, double z) {
  const double root = 1 - 1 / (9 * shape) + z / (3 * std::sqrt(shape));
  return shape * std::max(root * root * root, 1e-6);
}

}  // namespace

// Stirling's series, after steps up to where it is exact to the last digits.
double log_gamma(double x) {
  assert(x > 0);
  double steps = 1;
  for (; x < 10; x += 1) steps *= x;
  const double by = 1 / (x * x);
  const double series =
      (1. / 12 - by * (1. / 360 - by * (1. / 1260 - by * (1. / 1680 - by * (1. / 1188 - by * (691. / 360360)))))) / x;
  return (x - 0.5) * std::log(x) - x + 0.5 * std::log(2 * std::numbers::pi) + series - std::log(steps);
}

double normal_below(double z) { return 0.5 * std::erfc(-z * (std::numbers::sqrt2 / 2)); }
double normal_above(double z) { return 0.5 * std::erfc(z * (std::numbers::sqrt2 / 2)); }

double normal_quantile(double chance) {
  assert(chance > 0 && chance < 1);
  const bool upper = chance > 0.5;
  const double tail = upper ? 1 - chance : chance;
  const double t = std::sqrt(-2 * std::log(tail));
  double z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (int i = 0; i < 3; ++i) {  // Halley's step: each triples the digits, the start has three
    const double miss = (normal_below(z) - tail) / density(z);
    z -= miss / (1 + 0.5 * z * miss);
  }
  return upper ? -z : z;
}

GammaShares gamma_shares(double shape, double x) {
  assert(shape >= 0.01 && shape <= 1e9 && x >= 0);
  if (x <= 0) return {0, 1};
  if (x < shape + 1) {
    const double below = std::min(below_by_series(shape, x), 1.0);
    return {below, 1 - below};
  }
  const double above = std::min(above_by_fraction(shape, x), 1.0);
  return {1 - above, above};
}

double gamma_quantile(double shape, double below) {
  assert(below > 0 && below < 1);
  const double power = std::exp((std::log(below) + log_gamma(shape + 1)) / shape);  // the series cut after its first term
  return gamma_root(shape, power < 0.1 * (shape + 1) ? power : gamma_guess(shape, normal_quantile(below)),
                    [=](double x) { return gamma_shares(shape, x).below - below; });
}

double gamma_quantile_above(double shape, double above) {
  assert(above > 0 && above < 1);
  return gamma_root(shape, gamma_guess(shape, -normal_quantile(above)),
                    [=](double x) { return above - gamma_shares(shape, x).above; });
}

}  // namespace ferrule::loss
