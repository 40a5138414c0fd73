// How the loss of one joint is distributed when plugs meet at random: what a grade, a maker or a measured lot says of it.
//
//     chance |   .-.                     mean  97 %
//            |  /   `-.                    |    |          grade B: mean at most 0.12 dB, 97 % of the matings below 0.25 dB
//            | /       `--..____        ---+----+-------> dB
//
// Units:  dB as double in names that end in _db: these are chances, not sums that must be exact (those are Loss).
// Shape:  an immutable value, cheap to copy; laws compare equal when all their figures do. Fixed losses have no spread. Of two
//         gamma or lognormal laws with the same mean and 97 % value the one that peaks is taken, not the one piled up at nought.
// Errors: a Result whose reason names the figure: not finite, not above nought, above 100 dB, no such law, too few measured
//         values. A JointLoss that exists answers every question with a finite number.
// Source: data/connector_grades.csv (mean and 97 % value of IEC grades); lognormal as in bench/loss.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace ferrule::loss {

inline constexpr double kMostJointDb = 100;  // more is a broken fibre, or microdecibel taken for decibel

// What a grade states of random mating.
struct GradeFigures {
  double mean_db = 0, q97_db = 0;
};
// What a summary of measurements states: 1 % and 99 % of the joints are below.
struct Percentiles {
  double q01_db = 0, q99_db = 0;
};

// The law that a grade's two figures are fitted with: the grade itself names none.
enum class LawKind : std::uint8_t { kGamma, kLognormal };
std::string_view spell(LawKind kind);  // "gamma", "lognormal"

struct FixedLaw {
  double loss_db = 0;
  friend auto operator<=>(const FixedLaw&, const FixedLaw&) = default;
};
struct GammaLaw {
  double shape = 1, scale_db = 0;
  friend auto operator<=>(const GammaLaw&, const GammaLaw&) = default;
};
struct LognormalLaw {  // shift_db + exp(mu + s z), z normal
  double shift_db = 0, mu = 0, s = 0;
  friend auto operator<=>(const LognormalLaw&, const LognormalLaw&) = default;
};
struct LotLaw {  // each measured value is as likely as the next
  std::shared_ptr<const std::vector<double>> rising_db;
  friend std::partial_ordering operator<=>(const LotLaw& a, const LotLaw& b);
  friend bool operator==(const LotLaw& a, const LotLaw& b) { return (a <=> b) == 0; }
};

class JointLoss {
 public:
  using Law = std::variant<FixedLaw, GammaLaw, LognormalLaw, LotLaw>;

  static Result<JointLoss> fixed(double loss_db);
  static Result<JointLoss> gamma(double shape, double scale_db);
  static Result<JointLoss> gamma(GradeFigures figures);
  static Result<JointLoss> fitted(LawKind kind, GradeFigures figures);
  static Result<JointLoss> exponential(double mean_db);  // lateral offset whose two components are normal
  static Result<JointLoss> lognormal(GradeFigures figures);
  static Result<JointLoss> shifted_lognormal(double shift_db, double mu, double s);
  static Result<JointLoss> shifted_lognormal(Percentiles figures, double s);
  // Measured values as they are. Refuses fewer than lie below and at the percentile that shall be told of one such joint.
  static Result<JointLoss> lot(std::vector<double> measured_db, double percentile_wanted = 0.9);

  const Law& law() const { return law_; }
  double mean_db() const { return mean_db_; }
  double sd_db() const { return sd_db_; }
  double least_db() const { return least_db_; }
  double above(double loss_db) const;  // chance of more than this; 1 for what is not a number
  friend auto operator<=>(const JointLoss& a, const JointLoss& b) { return a.law_ <=> b.law_; }
  friend bool operator==(const JointLoss& a, const JointLoss& b) { return a.law_ == b.law_; }

 private:
  explicit JointLoss(Law law);
  Law law_;
  double mean_db_ = 0, sd_db_ = 0, least_db_ = 0;
};

}  // namespace ferrule::loss
