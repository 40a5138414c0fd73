// How the loss of a channel is distributed: the sum of independent joints, and the glass between them, which does not vary.
//
//     joints   [B] + [C] + [C] + [B] + glass            adding four 97 % values says 1.50 dB;
//     sum      ___.-"-.____                             97 % of such channels lose less than 1.113 dB, 99.9 % less than 1.495
//
// Units:  dB as double, chances from 0 to 1.
// Shape:  a distribution on equal cells, interpolated linearly; exact but for the step. Immutable; copies share the cells.
// Bound:  with the default step the 99.9 % value is within kQuantileBoundDb of the exact one for laws with a density. A lot of
//         measured values has jumps instead, where the quantile is uncertain by half a step for each joint.
//         Chances below 2e-10 for each joint are not told apart: what lies above the last cell exceeds every limit.
// Errors: no joints, too many, a mean above kMostJointDb, a step out of reason; a quantile that is 0, 1 or above the last cell.
//         Exceedance of what is not a number is 1: unknown is not good. Nothing is ever NaN.
// Source: the sum of independent losses is the convolution of their distributions; quantiles in tests/unit/loss.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "loss/joint_loss.h"

namespace ferrule::loss {

inline constexpr double kQuantileBoundDb = 0.001;
inline constexpr double kFineStepDb = 0.001;    // for references: the 99.9 % value within 1e-5 dB
inline constexpr double kNotToldApart = 2e-10;  // chances below, for each joint; a chance to exceed is never made smaller by it
inline constexpr std::size_t kMostJoints = 1024;

// The coarsest step that keeps the bound: 0.01 dB times a power of two, and up to three quarters more where no joint is a
// measured lot. There is at least one joint.
double default_step_db(std::span<const JointLoss> joints);

class ChannelDistribution {
 public:
  static Result<ChannelDistribution> of(std::span<const JointLoss> joints);
  static Result<ChannelDistribution> of(std::span<const JointLoss> joints, double step_db);

  // The same channel with this much more loss that does not vary. Glass is finite, within 1000 dB (asserted).
  ChannelDistribution plus(double glass_db) const;

  double chance_above(double limit_db) const;  // that one fibre loses more
  double chance_within(double limit_db) const { return 1 - chance_above(limit_db); }
  Result<double> quantile_db(double share) const;                            // `share` of the fibres lose less; 0 < share < 1
  Result<double> quantile_of_worst_db(double share, unsigned fibres) const;  // and `share` of the links, in their worst fibre

  double mean_db() const { return mean_db_; }
  double sd_db() const { return sd_db_; }
  double step_db() const { return step_db_; }

 private:
  ChannelDistribution() = default;
  // above_[i] is the chance of more than start_db_ + i step_db_. Never rises; the first is 1.
  std::shared_ptr<const std::vector<double>> above_;
  double start_db_ = 0, step_db_ = 0, least_db_ = 0, mean_db_ = 0, sd_db_ = 0;
};

}  // namespace ferrule::loss
