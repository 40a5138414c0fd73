#include "loss/channel_distribution.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <fmt/format.h>

#include "loss/cells.h"

namespace ferrule::loss {
namespace {

constexpr double kZ999 = 3.090232306167813;  // normal quantile

Failure failure(std::string message) { return {"", std::move(message)}; }

double variance_db2(std::span<const JointLoss> joints) {
  double sum = 0;
  for (const JointLoss& joint : joints) sum += joint.sd_db() * joint.sd_db();
  return sum;
}

// Rounding to a step h adds a variance of h^2 / 12 for each joint, h^2 / 4 at most for one that is narrower than a cell or lies
// mostly in its first, and reading between the cells errs as if by three more. A variance v more moves a quantile by v / 2 times
// -f'/f, the steepness of the density there: at the 99.9 % value that is at most z / sd, the steepness of a normal density, since
// densities with a longer tail fall slower.
double quantile_error_db(std::span<const JointLoss> joints, double sd_db, double step_db) {
  double twelfths = 3;
  for (const JointLoss& joint : joints)
    if (joint.sd_db() > 0) twelfths += joint.sd_db() >= step_db / 2 && joint.mean_db() - joint.least_db() >= step_db ? 1 : 3;
  const double most_possible = twelfths * step_db / 2;  // nothing is moved further, however narrow the sum
  if (step_db > sd_db / 2) return most_possible;
  return std::min(most_possible, twelfths * step_db * step_db / 12 / 2 * kZ999 / sd_db);
}

// Equal joints are raised together, and small sums are made before large ones.
Cells sum_of_joints(std::span<const JointLoss> joints, double step_db) {
  std::vector<JointLoss> rising(joints.begin(), joints.end());
  std::sort(rising.begin(), rising.end());
  std::vector<Cells> sums;
  for (auto joint = rising.begin(); joint != rising.end();) {
    const auto other = std::find_if(joint, rising.end(), [&](const JointLoss& one) { return !(one == *joint); });
    sums.push_back(sum_of_equal(cells_of(*joint, step_db), static_cast<unsigned>(other - joint)));
    joint = other;
  }
  const auto larger = [](const Cells& a, const Cells& b) { return a.mass.size() > b.mass.size(); };
  while (sums.size() > 1) {
    std::stable_sort(sums.begin(), sums.end(), larger);
    const Cells smallest = std::move(sums.back());
    sums.pop_back();
    sums.back() = sum_of(sums.back(), smallest);
  }
  return std::move(sums.front());
}

std::shared_ptr<const std::vector<double>> chances_above(const Cells& cells) {
  auto above = std::make_shared<std::vector<double>>(cells.mass.size() + 1);
  double sum = cells.beyond;
  for (std::size_t i = cells.mass.size(); i > 0; --i) {  // from the top, where the small ones are
    (*above)[i] = std::min(sum, 1.0);
    sum += cells.mass[i - 1];
  }
  above->front() = 1;
  return above;
}

}  // namespace

double default_step_db(std::span<const JointLoss> joints) {
  assert(!joints.empty());
  const double sd_db = std::sqrt(variance_db2(joints));
  double step_db = 0.01;
  if (sd_db <= 0) return step_db;
  while (step_db < 1 && quantile_error_db(joints, sd_db, 2 * step_db) <= kQuantileBoundDb) step_db *= 2;
  while (quantile_error_db(joints, sd_db, step_db) > kQuantileBoundDb) step_db /= 2;
  // Work falls with the square of the step. Measured values are written in hundredths, and stay on the cells' centres.
  const bool measured =
      std::any_of(joints.begin(), joints.end(), [](const JointLoss& one) { return std::holds_alternative<LotLaw>(one.law()); });
  for (const double more : {1.75, 1.5, 1.25})
    if (!measured && quantile_error_db(joints, sd_db, more * step_db) <= kQuantileBoundDb) return more * step_db;
  return step_db;
}

Result<ChannelDistribution> ChannelDistribution::of(std::span<const JointLoss> joints) {
  if (joints.empty()) return tl::unexpected(failure("a channel without joints has no distribution of loss"));
  return of(joints, default_step_db(joints));
}

Result<ChannelDistribution> ChannelDistribution::of(std::span<const JointLoss> joints, double step_db) {
  if (joints.empty()) return tl::unexpected(failure("a channel without joints has no distribution of loss"));
  if (joints.size() > kMostJoints)
    return tl::unexpected(failure(fmt::format("{} joints in a channel, more than {}", joints.size(), kMostJoints)));
  if (!(step_db >= 1e-7 && step_db <= 1))
    return tl::unexpected(failure(fmt::format("step {} dB is not from 1e-7 to 1", step_db)));
  ChannelDistribution channel;
  for (const JointLoss& joint : joints) {
    channel.mean_db_ += joint.mean_db();
    channel.least_db_ += joint.least_db();
  }
  if (channel.mean_db_ > kMostJointDb)
    return tl::unexpected(failure(fmt::format("joints lose {:.2f} dB on average, above {} dB", channel.mean_db_, kMostJointDb)));
  const Cells cells = sum_of_joints(joints, step_db);
  channel.above_ = chances_above(cells);
  channel.start_db_ = cells.first_db - step_db / 2;
  channel.step_db_ = step_db;
  channel.sd_db_ = std::sqrt(variance_db2(joints));
  return channel;
}

ChannelDistribution ChannelDistribution::plus(double glass_db) const {
  assert(std::abs(glass_db) <= 1000);
  ChannelDistribution longer = *this;
  longer.start_db_ += glass_db;
  longer.least_db_ += glass_db;
  longer.mean_db_ += glass_db;
  return longer;
}

double ChannelDistribution::chance_above(double limit_db) const {
  if (!(limit_db >= least_db_)) return 1;  // also what is not a number
  if (sd_db_ <= 0) return 0;
  const std::vector<double>& above = *above_;
  const double at = (limit_db - start_db_) / step_db_;
  if (at <= 0) return 1;
  if (at >= static_cast<double>(above.size() - 1)) return above.back();
  const std::size_t cell = static_cast<std::size_t>(at);
  const double low =
      std::max(static_cast<double>(cell), (least_db_ - start_db_) / step_db_);  // the first cell may reach below nought
  const double part = (at - low) / (static_cast<double>(cell) + 1 - low);
  return above[cell] + part * (above[cell + 1] - above[cell]);
}

Result<double> ChannelDistribution::quantile_db(double share) const {
  if (!(share > 0 && share < 1))
    return tl::unexpected(failure(fmt::format("a share of {} has no loss: it is not between 0 and 1", share)));
  if (sd_db_ <= 0) return least_db_;
  const std::vector<double>& above = *above_;
  const double over = 1 - share;
  if (over < above.back())
    return tl::unexpected(failure(
        fmt::format("a share of {:.12g} is not told: {:.1g} of the channels lose more than {:.4g} dB, where the cells end", share,
                    above.back(), start_db_ + step_db_ * static_cast<double>(above.size() - 1))));
  const auto end = std::partition_point(above.begin() + 1, above.end() - 1, [=](double chance) { return chance > over; });
  const double cell = static_cast<double>(end - above.begin()) - 1;
  const double low = std::max(cell, (least_db_ - start_db_) / step_db_);
  const double mass = *(end - 1) - *end;
  const double part = mass > 0 ? std::clamp((*(end - 1) - over) / mass, 0.0, 1.0) : 1;
  return start_db_ + step_db_ * (low + part * (cell + 1 - low));
}

Result<double> ChannelDistribution::quantile_of_worst_db(double share, unsigned fibres) const {
  if (fibres == 0) return tl::unexpected(failure("a link without fibres has no worst fibre"));
  if (!(share > 0 && share < 1)) return quantile_db(share);
  return quantile_db(std::pow(share, 1.0 / fibres));
}

}  // namespace ferrule::loss
