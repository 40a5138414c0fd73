// U: ten connectors of the kind that Uhing et al. measured (NAECON 1990), whose histogram is not public.
#include <algorithm>
#include <cmath>

#include "checks/checks.h"
#include "loss/channel_distribution.h"
#include "loss/special_functions.h"

namespace ferrule::checks {
namespace {

using loss::ChannelDistribution;
using loss::JointLoss;

double share_below(double at_db) {
  const auto normal = [](double x) { return loss::normal_below((x - 0.64535) / 0.13821); };
  const auto uniform = [](double x, double from, double to) { return std::clamp((x - from) / (to - from), 0.0, 1.0); };
  return 0.94120 * (normal(at_db) - normal(0)) + 0.00167 * uniform(at_db, 0.20, 0.40) +
         0.05713 * uniform(at_db, 1.23398, 1.51695);
}

std::vector<double> ends_of(int joints, const JointLoss& joint, double step_db = 0) {
  const std::vector<JointLoss> all(static_cast<std::size_t>(joints), joint);
  const auto channel = step_db > 0 ? ChannelDistribution::of(all, step_db) : ChannelDistribution::of(all);
  if (!channel) return {};
  return {value(channel->quantile_db(0.01)), value(channel->quantile_db(0.99))};
}

}  // namespace

JointLoss uhing_connector() {
  std::vector<double> values;
  for (int bin = 0; bin < 95; ++bin) {
    const double share = (share_below(0.02 * (bin + 1)) - share_below(0.02 * bin)) / share_below(1.90);
    values.insert(values.end(), static_cast<std::size_t>(std::llround(share * 1e6)), 0.02 * (bin + 0.5));
  }
  return *JointLoss::lot(values);
}

namespace {

void fitted_density(const JointLoss& fitted, std::vector<Check>& checks) {
  Check one{
      "U1", "one connector: 1 % and 99 %", "the fitted density, bins of 0.02 dB", {0.321, 1.467}, ends_of(1, fitted, 0.02), 0.03,
      3};
  one.note = "a density made to fit the paper's four figures; not its data";
  Check ten{"U1", "ten connectors: 1 % and 99 %", "the same, convolved", {5.52, 8.72}, ends_of(10, fitted, 0.02), 0.03};
  ten.note = "the paper has 5.52 and 8.75";
  Check moments{
      "U1", "one connector: mean and deviation", "the fitted density", {0.7135, 0.2195}, {fitted.mean_db(), fitted.sd_db()}, 0.03,
      4};
  moments.note = "stated: from the paper's percentiles by a normal approximation";
  checks.insert(checks.end(), {one, ten, moments});
}

void added_percentiles(const std::string& of, const JointLoss& joint, std::vector<Check>& checks) {
  const std::vector<double> ten = ends_of(10, joint);
  Check low{"U3", "ten connectors: 1 % far above the added one", of, {3.2 + 1.5}, {ten.at(0)}};
  low.claim = Claim::kAtLeast;
  Check high{"U3", "ten connectors: 99 % far below the added one", of, {14.8 - 5}, {ten.at(1)}};
  high.claim = Claim::kAtMost;
  low.note = high.note = "percentiles do not add";
  checks.insert(checks.end(), {low, high});
}

}  // namespace

std::vector<Check> uhing_checks() {
  const JointLoss fitted = uhing_connector();
  const JointLoss shifted = *JointLoss::shifted_lognormal({0.32, 1.48}, 0.40);
  std::vector<Check> checks;
  fitted_density(fitted, checks);
  checks.push_back({"U2",
                    "ten connectors: 1 % and 99 %",
                    "shifted log-normal through 0.32 and 1.48 dB, s = 0.40",
                    {5.36, 8.97},
                    ends_of(10, shifted),
                    0.006});
  checks.push_back({"U2",
                    "ten connectors: 1 % and 99 %",
                    "the same, s = 0.30",
                    {5.76, 9.39},
                    ends_of(10, *JointLoss::shifted_lognormal({0.32, 1.48}, 0.30)),
                    0.006});
  checks.push_back({"U3",
                    "ten percentiles added up: 1 % and 99 %",
                    "10 x 0.32, 10 x 1.48",
                    {3.2, 14.8},
                    {in_db({10 * db(0.32).microdecibel}), in_db({10 * db(1.48).microdecibel})},
                    1e-9,
                    1});
  added_percentiles("the fitted density", fitted, checks);
  added_percentiles("the log-normal, s = 0.40", shifted, checks);
  return checks;
}

}  // namespace ferrule::checks
