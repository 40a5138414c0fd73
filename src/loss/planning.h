// The planning rules of standards and makers: sums that state one figure for a channel, without a distribution.
//
//     allowed loss                    = allocation of connections + attenuation x length        (IEEE 802.3, TIA)
//     margin                          = budget - high-order modes - glass - connectors - splices    (maker's power margin)
//     planned loss                    = sum of means + 3 sqrt(sum of variances) + fixed         (mean + 3 sigma)
//     matings that a channel supports = floor((limit - attenuation x length) / loss of one)
//
// Units:  whole quantities of base/quantity.h; statistics in dB and dB^2 as double, as the names say.
// Shape:  pure functions. Standards round their published losses, each its own way: published figures are facts and stored, these
//         functions say where they come from.
// Errors: a Result where a rule has no answer; otherwise none. Losses within 1000 dB and lengths within 1000 km do not overflow.
// Source: data/optics.csv and data/sources.md; worked examples in tests/unit/loss/statistics_checks_test.cpp.
#pragma once

#include <span>

#include "base/quantity.h"
#include "base/result.h"

namespace ferrule::loss {

Loss allowed_loss(Loss allocation, Attenuation glass, Length length);

enum class Tenths { kNearest, kUp };  // half a tenth goes up in both
Loss to_tenths(Loss loss, Tenths how);

// How far a channel reaches whose limit leaves this much for its glass; whole millimetres, rounded down.
Result<Length> longest(Loss limit, Loss allocation, Attenuation glass);
// The attenuation that the glass may have at most; rounded down.
Result<Attenuation> most_attenuation(Loss limit, Loss allocation, Length length);
// Nought when the glass alone takes it all.
Result<int> most_matings(Loss limit, Attenuation glass, Length length, Loss one_mating);

// What lies between a transmitter and a receiver, for the makers' rule of margins.
struct PowerPath {
  Loss budget, high_order_modes;  // the latter for multimode only
  Attenuation glass;
  Length length;
  int connectors = 0, splices = 0;
  Loss one_connector, one_splice;
  Loss clock_recovery;  // older editions of the rule
};
Loss margin_left(const PowerPath& path);  // negative: the link does not close

struct RandomTerm {
  int count = 1;
  double mean_db = 0, variance_db2 = 0;
};
struct PlannedLoss {
  double mean_db = 0, variance_db2 = 0, planned_db = 0;
};
Result<PlannedLoss> mean_and_3_sigma(std::span<const RandomTerm> terms, double system_variance_db2, double fixed_db);

}  // namespace ferrule::loss
