#include "loss/cells.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "loss/special_functions.h"

namespace ferrule::loss {
namespace {

constexpr double kSkippedAboveZ = 6.361340902404056, kSkippedBelowZ = 7.034483825301132;  // normal quantiles of the two

// First and last cell of a law whose own zero is the centre of cell 0.
struct Reach {
  double first = 0, last = 0;

  Reach(double low_db, double high_db, double step_db) : first(std::floor(std::min(low_db, kDarkDb) / step_db + 0.5)) {
    last = std::max(first, std::ceil(std::min(high_db, kDarkDb) / step_db));
    last = std::min(last, first + static_cast<double>(kMostCells - 1));
  }
  std::size_t count() const { return static_cast<std::size_t>(last - first) + 1; }
  double centre(std::size_t i) const { return first + static_cast<double>(i); }  // in steps
};

Cells make(const FixedLaw& law, double step_db) { return {law.loss_db, step_db, {1.0}, 0}; }

// A value between two centres is shared by both, so that the mean stays.
Cells make(const LotLaw& law, double step_db) {
  const double low = law.rising_db->front();
  const Reach reach(0, law.rising_db->back() - low, step_db);
  Cells cells{low, step_db, std::vector<double>(reach.count() + 1), 0};
  const double share = 1 / static_cast<double>(law.rising_db->size());
  for (const double db : *law.rising_db) {
    const double at = (db - low) / step_db;
    if (at > reach.last) {
      cells.beyond += share;
      continue;
    }
    const double cell = std::floor(at + 1e-9);  // hundredths of a decibel are not whole in binary
    const double upper = std::max(at - cell, 0.0);
    cells.mass[static_cast<std::size_t>(cell)] += share * (1 - upper);
    cells.mass[static_cast<std::size_t>(cell) + 1] += share * upper;
  }
  return cells;
}

Cells make(const LognormalLaw& law, double step_db) {
  const Reach reach(std::exp(law.mu - kSkippedBelowZ * law.s), std::exp(law.mu + kSkippedAboveZ * law.s), step_db);
  Cells cells{law.shift_db + reach.first * step_db, step_db, std::vector<double>(reach.count()), 1};
  for (std::size_t i = 0; i < cells.mass.size(); ++i) {
    const double above = normal_above((std::log((reach.centre(i) + 0.5) * step_db) - law.mu) / law.s);
    cells.mass[i] = std::max(cells.beyond - above, 0.0);  // rounding may say less than none
    cells.beyond = above;
  }
  return cells;
}

// The integral of a gamma density from x - half to x + half over its value at x, by its Taylor series there:
// x f' = (shape - 1 - x) f gives each coefficient from the two before it. Far faster than two incomplete gamma functions.
double gamma_cell(double shape, double x, double half) {
  constexpr std::array<double, 13> kOneBy = {0,      1,      1. / 2, 1. / 3,  1. / 4,  1. / 5, 1. / 6,
                                             1. / 7, 1. / 8, 1. / 9, 1. / 10, 1. / 11, 1. / 12};
  double before = 0, now = 1, sum = 1;
  for (unsigned m = 0; m < 10; ++m) {
    const double next = ((shape - 1 - x - m) * now - half * before) * (half / x) * kOneBy[m + 1];
    before = now;
    now = next;
    if (m % 2 == 1) sum += now * kOneBy[m + 2];
  }
  return 2 * half * sum;
}

Cells make(const GammaLaw& law, double step_db) {
  const double step = step_db / law.scale_db, root = std::sqrt(law.shape);
  const double low =
      law.shape * std::pow(std::max(1 - 1 / (9 * law.shape) - 8 / (3 * root), 0.0), 3);  // Wilson and Hilferty, at z = -8
  const Reach reach(low * law.scale_db, gamma_quantile_above(law.shape, kSkippedAbove) * law.scale_db, step_db);
  Cells cells{reach.first * step_db, step_db, std::vector<double>(reach.count()), 1};
  const double log_front = log_gamma(law.shape);
  // Near nought the density has no series, and a step of several scales needs too many terms.
  const double series_from = step <= std::max(1.0, root / 4) ? std::max(8.0, reach.first + 1) : HUGE_VAL;
  for (std::size_t i = 0; i < cells.mass.size(); ++i) {
    const double at = reach.centre(i), x = at * step;
    if (at >= series_from) {
      cells.mass[i] = std::exp((law.shape - 1) * std::log(x) - x - log_front) * gamma_cell(law.shape, x, step / 2);
      continue;
    }
    const double above = gamma_shares(law.shape, x + step / 2).above;
    cells.mass[i] = std::max(cells.beyond - above, 0.0);
    cells.beyond = above;
  }
  cells.beyond = gamma_shares(law.shape, (reach.last + 0.5) * step).above;
  return cells;
}

// The part of a law's mean, above its own zero, that values up to `limit_db` above that zero make.
double mean_up_to(const GammaLaw& law, double limit_db) {
  return law.shape * law.scale_db * gamma_shares(law.shape + 1, limit_db / law.scale_db).below;
}
double mean_up_to(const LognormalLaw& law, double limit_db) {
  return std::exp(law.mu + law.s * law.s / 2) * normal_below((std::log(limit_db) - law.mu) / law.s - law.s);
}

// Rounding to cells moves the mean. Where the law begins at nought, steeply, that is the first cell's doing, and mended between
// it and the second; what then is left, of a law away from nought, moves the whole by at most half a step.
template <class Law>
void keep_mean(const Law& law, double zero_db, Cells& cells) {
  const double low_db = cells.first_db - zero_db, step_db = cells.step_db;
  double mean = 0, held = 0;
  for (std::size_t i = 0; i < cells.mass.size(); ++i) {
    mean += cells.mass[i] * static_cast<double>(i);
    held += cells.mass[i];
  }
  const double top_db = low_db + (static_cast<double>(cells.mass.size()) - 0.5) * step_db;
  double missing_db = mean_up_to(law, top_db) - (low_db * held + step_db * mean);
  if (low_db <= 0) {
    if (cells.mass.size() == 1) cells.mass.push_back(0);
    const double moved = std::clamp(missing_db / step_db, -cells.mass[1], cells.mass[0]);
    cells.mass[0] -= moved;
    cells.mass[1] += moved;
    missing_db -= moved * step_db;
  }
  cells.first_db += std::clamp(missing_db / held, -step_db / 2, step_db / 2);
}
void keep_mean(const FixedLaw&, double, Cells&) {}
void keep_mean(const LotLaw&, double, Cells&) {}

void trim_ends(Cells& cells) {
  while (cells.mass.size() > 1 && cells.first_db + static_cast<double>(cells.mass.size() - 1) * cells.step_db > kDarkDb) {
    cells.beyond += cells.mass.back();
    cells.mass.pop_back();
  }
  double skipped = 0;
  while (cells.mass.size() > 1 && skipped + cells.mass.back() < kSkippedAbove) {
    skipped += cells.mass.back();
    cells.mass.pop_back();
  }
  cells.beyond += skipped;
  std::size_t low = 0;
  for (; low + 1 < cells.mass.size() && cells.mass[low] < kSkippedBelow; ++low) cells.mass[low + 1] += cells.mass[low];
  cells.mass.erase(cells.mass.begin(), cells.mass.begin() + static_cast<std::ptrdiff_t>(low));
  cells.first_db += static_cast<double>(low) * cells.step_db;
}

// out[i + j] += a[i] b[j]. Eight of `a` at a time, so that each sum is loaded and stored once for eight products; `b` has seven
// zeros on either side.
void add_products(const std::vector<double>& a, const std::vector<double>& padded_b, std::vector<double>& out) {
  const std::size_t span = padded_b.size() - 7;
  for (std::size_t i = 0; i < a.size(); i += 8) {
    double f[8];
    for (std::size_t k = 0; k < 8; ++k) f[k] = i + k < a.size() ? a[i + k] : 0;
    const double f0 = f[0], f1 = f[1], f2 = f[2], f3 = f[3], f4 = f[4], f5 = f[5], f6 = f[6], f7 = f[7];
    const double* __restrict b = padded_b.data();
    double* __restrict sum = out.data() + i;
    for (std::size_t j = 0; j < span; ++j)
      sum[j] += ((f0 * b[j + 7] + f1 * b[j + 6]) + (f2 * b[j + 5] + f3 * b[j + 4])) +
                ((f4 * b[j + 3] + f5 * b[j + 2]) + (f6 * b[j + 1] + f7 * b[j]));
  }
}

}  // namespace

Cells cells_of(const JointLoss& joint, double step_db) {
  assert(step_db > 0);
  return std::visit(
      [&](const auto& law) {
        Cells cells = make(law, step_db);
        keep_mean(law, joint.least_db(), cells);
        return cells;
      },
      joint.law());
}

Cells sum_of(const Cells& a, const Cells& b) {
  assert(a.step_db == b.step_db);
  if (a.mass.size() > b.mass.size()) return sum_of(b, a);
  Cells sum{a.first_db + b.first_db, a.step_db, {}, a.beyond + b.beyond - a.beyond * b.beyond};
  std::vector<double> padded(b.mass.size() + 14);
  std::copy(b.mass.begin(), b.mass.end(), padded.begin() + 7);
  sum.mass.resize(a.mass.size() + b.mass.size() + 14);
  add_products(a.mass, padded, sum.mass);
  sum.mass.resize(a.mass.size() + b.mass.size() - 1);
  trim_ends(sum);
  return sum;
}

Cells sum_of_equal(const Cells& one, unsigned n) {
  assert(n >= 1);
  if (n == 1) return one;
  Cells half = sum_of_equal(one, n / 2);
  half = sum_of(half, half);
  return n % 2 == 0 ? half : sum_of(half, one);
}

}  // namespace ferrule::loss
