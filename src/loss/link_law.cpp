#include "loss/link_law.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "loss/yield.h"

namespace ferrule::loss {
namespace {

// Sums of logarithms, so that small chances are not rounded away.
template <class LossOf>
double any_above(std::span<const FibreRun> runs, double correlation, const LossOf& loss_of) {
  assert(correlation >= 0 && correlation <= 1);
  double log_of_none = 0;
  for (const FibreRun& run : runs) {
    const Result<double> fails = chance_link_fails({.fibre_fails = run.channel.chance_above(loss_of(run)),
                                                    .fibres = run.fibres,
                                                    .correlation = run.one_ferrule ? correlation : 0});
    if (!fails || *fails >= 1) return 1;  // what is not known fails
    log_of_none += std::log1p(-*fails);
  }
  return -std::expm1(log_of_none);
}

}  // namespace

double chance_any_above(std::span<const FibreRun> runs, double loss_db, double correlation) {
  return any_above(runs, correlation, [=](const FibreRun&) { return loss_db; });
}

double chance_link_fails(std::span<const FibreRun> runs, double correlation) {
  return any_above(runs, correlation, [](const FibreRun& run) { return run.limit_db; });
}

// The worst fibre loses at least what one fibre does, and at most what it would if every fibre took its share of the chance to fail.
Result<double> quantile_of_link_db(std::span<const FibreRun> runs, double share, double correlation) {
  if (runs.empty()) return tl::unexpected(Failure{"", "a link without fibres has no loss"});
  unsigned fibres = 0;
  for (const FibreRun& run : runs) fibres += run.fibres;
  double low = -1, high = -1;
  for (const FibreRun& run : runs) {
    Result<double> one = run.channel.quantile_db(share);
    Result<double> all = run.channel.quantile_db(1 - (1 - share) / std::max(fibres, 1u));
    if (!one) return one;
    if (!all) return all;
    low = std::max(low, *one);
    high = std::max(high, *all);
  }
  constexpr double kNearEnoughDb = 1e-6;
  while (high - low > kNearEnoughDb) {
    const double middle = (low + high) / 2;
    (chance_any_above(runs, middle, correlation) > 1 - share ? low : high) = middle;
  }
  return high;
}

}  // namespace ferrule::loss
