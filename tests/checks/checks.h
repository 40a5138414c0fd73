// The published and computed figures of loss statistics that every release must reproduce: each stands here once, and is held both by
// the unit tests and by docs/loss-checks.md, which is written from it.
//
//     U  Uhing et al., NAECON 1990     I  IBM's planning method       K  Kropp's offsets         E  the exponential law
//     G  grades of connectors          S  single-mode geometry        M  multimode geometry      A  allocations of the standards
//     F  Fibre Channel                 N, J  makers' rules            T  matings that a channel supports
//
// Units:  of each check, as it says.
// Shape:  one check is one row of the page and may hold several figures, computed in the order stated.
// Errors: a figure that cannot be computed is NaN, and its check does not pass.
#pragma once

#include <string>
#include <vector>

#include "base/quantity.h"
#include "base/result.h"
#include "loss/joint_loss.h"

namespace ferrule::checks {

enum class Claim {
  kEqual,          // computed is stated, within the tolerance
  kAtLeast,        // computed is not below stated
  kAtMost,         // computed is not above it
  kDoesNotFollow,  // the published figure is not what its own inputs give: the page says so, and this must stay so
};

struct Check {
  std::string id;    // "U1"
  std::string what;  // "ten connectors: 1 % and 99 %"
  std::string inputs;
  std::vector<double> stated, computed;
  double tolerance = 0;
  int decimals = 2;
  std::string unit = "dB";
  Claim claim = Claim::kEqual;
  std::string note = {};
};

double difference(const Check& check);  // the largest of its figures
bool passes(const Check& check);

std::vector<Check> all_checks();  // in the order of the page

// The families, each in a file of its own.
std::vector<Check> uhing_checks();
std::vector<Check> distribution_checks();
std::vector<Check> geometry_checks();
std::vector<Check> budget_checks();

loss::JointLoss uhing_connector();  // a density made to fit Uhing's four percentiles; it is not their data

// What the families share.
double value(const Result<double>& result);
Loss db(double value);
Attenuation db_per_km(double value);
Length metres(double value);

}  // namespace ferrule::checks
