#include "loss/planning.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ferrule::loss {
namespace {

constexpr std::int64_t kTenth = 100'000;  // microdecibel

Loss operator-(Loss a, Loss b) { return {a.microdecibel - b.microdecibel}; }
std::int64_t floor_of(Wide value, Wide by) {
  return static_cast<std::int64_t>(value >= 0 ? value / by : -((-value + by - 1) / by));
}

}  // namespace

Loss allowed_loss(Loss allocation, Attenuation glass, Length length) { return allocation + glass.over(length); }

Loss to_tenths(Loss loss, Tenths how) {
  const std::int64_t more = how == Tenths::kUp ? kTenth - 1 : kTenth / 2;
  return {floor_of(loss.microdecibel + more, kTenth) * kTenth};
}

Result<Length> longest(Loss limit, Loss allocation, Attenuation glass) {
  if (glass.microdecibel_per_km <= 0) return refusal("", "glass without attenuation has no longest length");
  const Loss left = limit - allocation;
  if (left < Loss{}) return refusal("", fmt::format("joints take {} of {}", spell(allocation), spell(limit)));
  return Length{floor_of(Wide{left.microdecibel} * 1'000'000, glass.microdecibel_per_km)};
}

Result<Attenuation> most_attenuation(Loss limit, Loss allocation, Length length) {
  if (length.millimetre <= 0) return refusal("", "a channel without length has no attenuation per length");
  const Loss left = limit - allocation;
  if (left < Loss{}) return refusal("", fmt::format("joints take {} of {}", spell(allocation), spell(limit)));
  return Attenuation{floor_of(Wide{left.microdecibel} * 1'000'000, length.millimetre)};
}

Result<int> most_matings(Loss limit, Attenuation glass, Length length, Loss one_mating) {
  if (one_mating <= Loss{}) return refusal("", "matings without loss have no greatest number");
  const Loss left = limit - glass.over(length);
  return static_cast<int>(std::clamp<std::int64_t>(left.microdecibel / one_mating.microdecibel, 0, 1'000'000));
}

Loss margin_left(const PowerPath& path) {
  return path.budget - path.high_order_modes - path.glass.over(path.length) - path.connectors * path.one_connector -
         path.splices * path.one_splice - path.clock_recovery;
}

Result<PlannedLoss> mean_and_3_sigma(std::span<const RandomTerm> terms, double system_variance_db2, double fixed_db) {
  const auto is_loss = [](double value) { return value >= 0 && value <= 1000; };
  if (!is_loss(system_variance_db2))
    return refusal("", fmt::format("variance {} dB2 of the system is not from 0 to 1000", system_variance_db2));
  if (!is_loss(fixed_db)) return refusal("", fmt::format("fixed loss {} dB is not from 0 to 1000", fixed_db));
  PlannedLoss sum;
  for (const auto& [count, mean_db, variance_db2] : terms) {
    if (count < 0) return refusal("", fmt::format("{} is no number of parts", count));
    if (!is_loss(mean_db)) return refusal("", fmt::format("mean loss {} dB is not from 0 to 1000", mean_db));
    if (!is_loss(variance_db2)) return refusal("", fmt::format("variance {} dB2 is not from 0 to 1000", variance_db2));
    sum.mean_db += count * mean_db;
    sum.variance_db2 += count * variance_db2;
  }
  sum.planned_db = sum.mean_db + 3 * std::sqrt(sum.variance_db2 + system_variance_db2) + fixed_db;
  return sum;
}

}  // namespace ferrule::loss
