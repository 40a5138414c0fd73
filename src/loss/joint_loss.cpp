#include "loss/joint_loss.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <fmt/format.h>

#include "loss/special_functions.h"

namespace ferrule::loss {
namespace {

constexpr double kQ97 = 1.8807936081512509, kQ99 = 2.3263478740408408;  // normal quantiles
constexpr double kLeastShape = 0.05, kMostShape = 1e6;  // outside, 97 % value / mean is above 9.57 or within 0.2 % of one
constexpr double kLeastS = 1e-4, kMostS = 2;            // beyond, the mean lies above the 97 % value
constexpr double kLeastDb = 1e-9;                       // less is no loss but a slip of the unit; keeps divisions finite
constexpr double kLeastMeasuredDb = -1;                 // a reference taken through a bad cord shows losses below nought

template <class... T>
tl::unexpected<Failure> refuse(fmt::format_string<T...> format, T&&... values) {
  return tl::unexpected(Failure{"", fmt::format(format, std::forward<T>(values)...)});
}

// Why a figure cannot be a loss, if it cannot.
std::optional<Failure> fault(const char* what, double db, bool zero_too = false) {
  if (!std::isfinite(db)) return Failure{"", fmt::format("{} is not a number", what)};
  if (db < 0 || (db == 0 && !zero_too)) return Failure{"", fmt::format("{} is {} dB, not above 0", what, db)};
  if (db < kLeastDb && !zero_too) return Failure{"", fmt::format("{} is {} dB, below {} dB", what, db, kLeastDb)};
  if (db > kMostJointDb) return Failure{"", fmt::format("{} is {} dB, above {} dB", what, db, kMostJointDb)};
  return std::nullopt;
}

std::optional<Failure> fault(const GradeFigures& figures) {
  if (auto bad = fault("mean loss", figures.mean_db)) return bad;
  if (auto bad = fault("97 % value", figures.q97_db)) return bad;
  if (figures.q97_db > figures.mean_db) return std::nullopt;
  return Failure{"", fmt::format("97 % value {} dB is not above the mean {} dB", figures.q97_db, figures.mean_db)};
}

double mean_of(const LotLaw& law) {
  return std::accumulate(law.rising_db->begin(), law.rising_db->end(), 0.0) / static_cast<double>(law.rising_db->size());
}

struct Figures {
  double mean_db = 0, sd_db = 0, least_db = 0;

  explicit Figures(const FixedLaw& law) : mean_db(law.loss_db), least_db(law.loss_db) {}
  explicit Figures(const GammaLaw& law) : mean_db(law.shape * law.scale_db), sd_db(std::sqrt(law.shape) * law.scale_db) {}
  explicit Figures(const LognormalLaw& law) {
    const double mean = std::exp(law.mu + law.s * law.s / 2);
    mean_db = law.shift_db + mean;
    least_db = law.shift_db;
    sd_db = mean * std::sqrt(std::expm1(law.s * law.s));
  }
  explicit Figures(const LotLaw& law) : mean_db(mean_of(law)), least_db(law.rising_db->front()) {
    double squares = 0;
    for (const double db : *law.rising_db) squares += (db - mean_db) * (db - mean_db);
    sd_db = std::sqrt(squares / static_cast<double>(law.rising_db->size()));
  }
};

double above(const FixedLaw& law, double db) { return db < law.loss_db ? 1 : 0; }
double above(const GammaLaw& law, double db) { return db <= 0 ? 1 : gamma_shares(law.shape, db / law.scale_db).above; }
double above(const LognormalLaw& law, double db) {
  return db <= law.shift_db ? 1 : normal_above((std::log(db - law.shift_db) - law.mu) / law.s);
}
double above(const LotLaw& law, double db) {
  const auto over = law.rising_db->end() - std::upper_bound(law.rising_db->begin(), law.rising_db->end(), db);
  return static_cast<double>(over) / static_cast<double>(law.rising_db->size());
}

}  // namespace

std::partial_ordering operator<=>(const LotLaw& a, const LotLaw& b) {
  if (a.rising_db == b.rising_db) return std::partial_ordering::equivalent;
  return *a.rising_db <=> *b.rising_db;
}

std::string_view spell(LawKind kind) { return kind == LawKind::kLognormal ? "lognormal" : "gamma"; }

Result<JointLoss> JointLoss::fitted(LawKind kind, GradeFigures figures) {
  return kind == LawKind::kLognormal ? lognormal(figures) : gamma(figures);
}

JointLoss::JointLoss(Law law) : law_(std::move(law)) {
  const Figures figures = std::visit([](const auto& one) { return Figures(one); }, law_);
  mean_db_ = figures.mean_db;
  sd_db_ = figures.sd_db;
  least_db_ = figures.least_db;
}

double JointLoss::above(double loss_db) const {
  if (std::isnan(loss_db)) return 1;
  if (std::isinf(loss_db)) return loss_db < 0 ? 1 : 0;
  return std::visit([=](const auto& one) { return loss::above(one, loss_db); }, law_);
}

Result<JointLoss> JointLoss::fixed(double loss_db) {
  if (auto bad = fault("fixed loss", loss_db, true)) return tl::unexpected(*bad);
  return JointLoss(FixedLaw{loss_db});
}

Result<JointLoss> JointLoss::gamma(double shape, double scale_db) {
  if (!(shape >= kLeastShape && shape <= kMostShape))
    return refuse("shape {} of a gamma law is not from {} to {}", shape, kLeastShape, kMostShape);
  if (auto bad = fault("mean loss", shape * scale_db)) return tl::unexpected(*bad);
  return JointLoss(GammaLaw{shape, scale_db});
}

// The share below 97 % value / mean, in units of the mean, grows with the shape once the law peaks: halve on the logarithm.
Result<JointLoss> JointLoss::gamma(GradeFigures figures) {
  if (auto bad = fault(figures)) return tl::unexpected(*bad);
  const double ratio = figures.q97_db / figures.mean_db;
  const auto below = [ratio](double shape) { return gamma_shares(shape, shape * ratio).below; };
  double low = kLeastShape, high = kMostShape;
  if (below(low) > 0.97)
    return refuse("97 % value {} dB is {:.2f} times the mean {} dB, more than a gamma law can have", figures.q97_db, ratio,
                  figures.mean_db);
  if (below(high) < 0.97)
    return refuse("97 % value {} dB is so near the mean {} dB that there is no spread: state a fixed loss", figures.q97_db,
                  figures.mean_db);
  while (high > 40 * low) (below(std::sqrt(low * high)) < 0.97 ? low : high) = std::sqrt(low * high);
  for (int i = 0; i < 60; ++i) (below((low + high) / 2) < 0.97 ? low : high) = (low + high) / 2;
  const double shape = (low + high) / 2;
  return JointLoss(GammaLaw{shape, figures.mean_db / shape});
}

Result<JointLoss> JointLoss::exponential(double mean_db) { return gamma(1, mean_db); }

// ln(97 % value) = mu + z s and ln(mean) = mu + s^2 / 2: the smaller root of a quadratic in s.
Result<JointLoss> JointLoss::lognormal(GradeFigures figures) {
  if (auto bad = fault(figures)) return tl::unexpected(*bad);
  const double ratio = figures.q97_db / figures.mean_db;
  const double square = kQ97 * kQ97 - 2 * std::log(ratio);
  if (square < 0)
    return refuse("97 % value {} dB is {:.2f} times the mean {} dB, more than a lognormal law can have", figures.q97_db, ratio,
                  figures.mean_db);
  const double s = kQ97 - std::sqrt(square);
  return shifted_lognormal(0, std::log(figures.mean_db) - s * s / 2, s);
}

Result<JointLoss> JointLoss::shifted_lognormal(double shift_db, double mu, double s) {
  if (!(std::abs(shift_db) <= kMostJointDb)) return refuse("shift of a lognormal law is {} dB", shift_db);
  if (!(s >= kLeastS && s <= kMostS)) return refuse("spread {} of a lognormal law is not from {} to {}", s, kLeastS, kMostS);
  if (!(std::abs(mu) <= 50)) return refuse("mu {} of a lognormal law is out of reason", mu);
  if (auto bad = fault("mean loss", shift_db + std::exp(mu + s * s / 2))) return tl::unexpected(*bad);
  return JointLoss(LognormalLaw{shift_db, mu, s});
}

Result<JointLoss> JointLoss::shifted_lognormal(Percentiles figures, double s) {
  if (auto bad = fault("1 % value", figures.q01_db)) return tl::unexpected(*bad);
  if (auto bad = fault("99 % value", figures.q99_db)) return tl::unexpected(*bad);
  if (figures.q99_db <= figures.q01_db)
    return refuse("99 % value {} dB is not above the 1 % value {} dB", figures.q99_db, figures.q01_db);
  if (!(s >= kLeastS && s <= kMostS)) return refuse("spread {} of a lognormal law is not from {} to {}", s, kLeastS, kMostS);
  const double median = (figures.q99_db - figures.q01_db) / (2 * std::sinh(kQ99 * s));
  return shifted_lognormal(figures.q01_db - median * std::exp(-kQ99 * s), std::log(median), s);
}

Result<JointLoss> JointLoss::lot(std::vector<double> measured_db, double percentile_wanted) {
  if (!(percentile_wanted > 0 && percentile_wanted < 1))
    return refuse("percentile {} of a lot is not between 0 and 1", percentile_wanted);
  // With fewer, the percentile lies above the largest value that was measured.
  const double needed = std::max(10.0, std::ceil(1 / (1 - percentile_wanted) - 1e-6));
  if (static_cast<double>(measured_db.size()) < needed)
    return refuse("{:.0f} measured values are needed for the {:.6g} % value of a lot, {} are there", needed,
                  100 * percentile_wanted, measured_db.size());
  for (const double db : measured_db)
    if (!(db >= kLeastMeasuredDb && db <= kMostJointDb))
      return refuse("{} dB in a measured lot cannot be the loss of a joint", db);
  std::sort(measured_db.begin(), measured_db.end());
  return JointLoss(LotLaw{std::make_shared<const std::vector<double>>(std::move(measured_db))});
}

}  // namespace ferrule::loss
