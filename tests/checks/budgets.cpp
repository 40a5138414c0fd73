// A, F, N, J and T: allocations of the standards, Fibre Channel, makers' rules, and how many matings a channel supports.
#include <cmath>
#include <limits>
#include <fmt/format.h>

#include "checks/checks.h"
#include "loss/planning.h"

namespace ferrule::checks {
namespace {

using loss::Tenths;

double km(const Result<Length>& length) {
  return length ? static_cast<double>(length->millimetre) / 1e6 : std::numeric_limits<double>::quiet_NaN();
}
double per_km(const Result<Attenuation>& glass) {
  return glass ? static_cast<double>(glass->microdecibel_per_km) / 1e6 : std::numeric_limits<double>::quiet_NaN();
}

// Published figures are not rounded in one way: 1.745 became 1.8 (up), 1.525 became 1.5 and 1.71 became 1.7 (to the nearest).
void allocations(std::vector<Check>& checks) {
  struct Row {
    const char* of;
    double allocation_db, per_km;
    std::vector<double> lengths_m, sums_db, published_db;
    Tenths how = Tenths::kNearest;
  };
  for (const Row& row : std::vector<Row>{
           {"400GBASE-SR4.2", 1.5, 3.0, {70, 100, 150}, {1.71, 1.80, 1.95}, {1.7, 1.8, 2.0}},
           {"VR", 1.5, 3.0, {30, 50}, {1.59, 1.65}, {1.6, 1.7}},
           {"SR", 1.5, 3.0, {60, 100}, {1.68, 1.80}, {1.7, 1.8}},
           {"SR8", 1.5, 3.5, {70, 100}, {1.745, 1.85}, {1.8, 1.9}, Tenths::kUp},
           {"10GBASE-SR", 1.5, 3.5, {300, 400}, {2.55, 2.90}, {2.6, 2.9}},
           {"40GBASE-SR4", 1.0, 3.5, {150}, {1.525}, {1.5}},
           {"DR", 2.75, 0.5, {500}, {3.0}, {3.0}},
           {"FR", 3.0, 0.5, {2000}, {4.0}, {4.0}},
           {"LR", 2.0, 0.43, {10000}, {6.3}, {6.3}},
       }) {
    const std::string inputs =
        fmt::format("{} dB + {} dB/km x {} m", row.allocation_db, row.per_km, fmt::join(row.lengths_m, ", "));
    Check sum{"A1", fmt::format("{}: allowed loss", row.of), inputs, row.sums_db, {}, 0, 3};
    Check rounded{"A1",   fmt::format("{}: rounded {}", row.of, row.how == Tenths::kUp ? "up" : "to the nearest tenth"),
                  inputs, row.published_db,
                  {},     0,
                  1};
    for (const double length_m : row.lengths_m) {
      const Loss loss = loss::allowed_loss(db(row.allocation_db), db_per_km(row.per_km), metres(length_m));
      sum.computed.push_back(in_db(loss));
      rounded.computed.push_back(in_db(loss::to_tenths(loss, row.how)));
    }
    rounded.note = "published";
    checks.insert(checks.end(), {sum, rounded});
  }
  checks.push_back({"A1",
                    "SR8 at 70 m to the nearest tenth",
                    "1.745 dB",
                    {1.8},
                    {in_db(loss::to_tenths(db(1.745), Tenths::kNearest))},
                    0,
                    1,
                    "dB",
                    Claim::kDoesNotFollow,
                    "published 1.8 is rounded up: no one rule gives all published figures"});
  checks.push_back({"A1",
                    "40GBASE-SR4 at 150 m rounded up",
                    "1.525 dB",
                    {1.5},
                    {in_db(loss::to_tenths(db(1.525), Tenths::kUp))},
                    0,
                    1,
                    "dB",
                    Claim::kDoesNotFollow,
                    "published 1.5 is to the nearest: store published figures, never recompute them"});
}

void reaches(std::vector<Check>& checks) {
  const auto lr8 = [](double glass) { return km(loss::longest(db(6.3), db(2.0), db_per_km(glass))); };
  checks.push_back({"A2",
                    "reach of LR8 at 0.5 and 1.0 dB/km",
                    "(6.3 - 2.0) dB",
                    {8.6, 4.3},
                    {lr8(0.5), lr8(1.0)},
                    0,
                    1,
                    "km",
                    Claim::kEqual,
                    "published as whole kilometres below: 8 and 4"});
  checks.push_back({"A2",
                    "reach of LR8 at 0.43 and 0.4 dB/km",
                    "the same",
                    {10, 10},
                    {lr8(0.43), lr8(0.4)},
                    0,
                    2,
                    "km",
                    Claim::kAtLeast,
                    "published 10"});
  const auto dr8 = [](double glass) { return km(loss::longest(db(3.0), db(2.75), db_per_km(glass))); };
  checks.push_back({"A3", "reach of DR8 at 1.0 and 0.5 dB/km", "(3.0 - 2.75) dB", {0.25, 0.5}, {dr8(1.0), dr8(0.5)}, 0, 2, "km"});
}

// The step from 0.2375 dB/km at 1550 nm to 17.25 dB at 1264.5 nm needs a spectrum that is not published with it.
void long_reaches(std::vector<Check>& checks) {
  const auto glass = [](double limit, double allocation) {
    return per_km(loss::most_attenuation(db(limit), db(allocation), metres(40'000)));
  };
  checks.push_back({"A4",
                    "glass of 100GBASE-ER4, of 10GBASE-ER",
                    "(18 - 2), (11 - 1.5) dB over 40 km",
                    {0.40, 0.2375},
                    {glass(18, 2), glass(11, 1.5)},
                    0,
                    4,
                    "dB/km"});
  checks.push_back({"A4",
                    "glass that 17.25 dB are, and the channel",
                    "17.25 dB over 40 km; + 1.5 dB",
                    {0.43125, 18.75},
                    {glass(17.25, 0), in_db(loss::allowed_loss(db(1.5), db_per_km(0.43125), metres(40'000)))},
                    0,
                    5,
                    "dB/km, dB"});
  checks.push_back({"A4",
                    "40 km at 1264.5 nm by the fourth power of the wavelength",
                    "0.2375 dB/km at 1550 nm",
                    {17.25},
                    {40 * 0.2375 * std::pow(1550 / 1264.5, 4)},
                    0.5,
                    2,
                    "dB",
                    Claim::kDoesNotFollow,
                    "the published 17.25 dB rest on a spectrum that is not published with them"});
}

void fibre_channel(std::vector<Check>& checks) {
  struct Row {
    const char* rate;
    std::vector<double> budgets_db, lengths_m;  // OM2, OM3, OM4 and OM5
  };
  for (const Row& row : std::vector<Row>{{"4GFC", {2.06, 2.88, 2.95}, {150, 380, 400}},
                                         {"8GFC", {1.68, 2.04, 2.19}, {50, 150, 190}},
                                         {"16GFC", {1.63, 1.86, 1.95}, {35, 100, 125}},
                                         {"32GFC", {1.57, 1.75, 1.86}, {20, 70, 100}}}) {
    Check least{"F1",
                fmt::format("{}: glass beside 1.5 dB, OM2, OM3, OM4", row.rate),
                fmt::format("{} dB at {} m", fmt::join(row.budgets_db, ", "), fmt::join(row.lengths_m, ", ")),
                {3.5, 3.5, 3.5},
                {},
                0,
                3,
                "dB/km",
                Claim::kAtLeast};
    for (std::size_t i = 0; i < row.budgets_db.size(); ++i)
      least.computed.push_back(per_km(loss::most_attenuation(db(row.budgets_db[i]), db(1.5), metres(row.lengths_m[i]))));
    Check most = least;
    most.stated = {3.75, 3.75, 3.75};
    most.claim = Claim::kAtMost;
    checks.insert(checks.end(), {least, most});
  }
}

void two_panels(std::vector<Check>& checks) {
  struct Row {
    double mating_db, per_km, length_m, sum_db, limit_db;
  };
  for (const auto& [mating_db, glass, length_m, sum_db, limit_db] :
       std::vector<Row>{{0.35, 3.0, 50, 1.55, 1.7}, {0.35, 0.4, 500, 1.60, 3.0}, {0.25, 0.4, 2000, 1.80, 4.0}}) {
    const std::string inputs = fmt::format("4 x {} dB + {} m x {} dB/km", mating_db, length_m, glass);
    const double sum = in_db(loss::allowed_loss(db(4 * mating_db), db_per_km(glass), metres(length_m)));
    checks.push_back({"N1", "two panels", inputs, {sum_db}, {sum}, 0});
    checks.push_back({"N1", "two panels against the limit", inputs, {limit_db}, {sum}, 0, 2, "dB", Claim::kAtMost});
  }
}

void power_margins(std::vector<Check>& checks) {
  loss::PowerPath multimode = {.budget = db(13),
                               .high_order_modes = db(0.5),
                               .glass = db_per_km(1),
                               .length = metres(2000),
                               .connectors = 5,
                               .splices = 2,
                               .one_connector = db(0.5),
                               .one_splice = db(0.5),
                               .clock_recovery = {}};
  const double now = in_db(loss::margin_left(multimode));
  multimode.clock_recovery = db(1);
  checks.push_back({"J1",
                    "margin, multimode; older editions",
                    "13 dB, 2 km, 5 connectors, 2 splices; 1 dB for clock recovery",
                    {7.0, 6.0},
                    {now, in_db(loss::margin_left(multimode))},
                    0,
                    1});
  const loss::PowerPath single = {.budget = db(13),
                                  .high_order_modes = {},
                                  .glass = db_per_km(0.5),
                                  .length = metres(8000),
                                  .connectors = 7,
                                  .splices = 0,
                                  .one_connector = db(0.5),
                                  .one_splice = {},
                                  .clock_recovery = {}};
  checks.push_back(
      {"J2", "margin, single-mode", "13 dB, 8 km at 0.5 dB/km, 7 connectors", {5.5}, {in_db(loss::margin_left(single))}, 0, 1});
}

void supported_matings(std::vector<Check>& checks) {
  struct Row {
    const char* what;
    double limit_db, per_km;
    std::vector<double> lengths_m, matings;  // the latter at 0.25, 0.35, 0.50 and 0.75 dB each
  };
  for (const Row& row : std::vector<Row>{
           {"400GBASE-SR8 OM4", 1.9, 3.0, {15, 50}, {7, 5, 3, 2}},
           {"400GBASE-SR8 OM4", 1.9, 3.0, {70, 100}, {6, 4, 3, 2}},
           {"SR OM4", 1.8, 3.0, {15}, {7, 5, 3, 2}},
           {"SR OM4", 1.8, 3.0, {30, 100}, {6, 4, 3, 2}},
           {"VR OM4", 1.7, 3.0, {15, 50}, {6, 4, 3, 2}},
           {"400GBASE-SR4.2 OM5", 2.0, 3.0, {50}, {7, 5, 3, 2}},
           {"400GBASE-SR4.2 OM5", 2.0, 3.0, {100, 150}, {6, 4, 3, 2}},
           {"40GBASE-SR4 OM4", 1.5, 3.0, {50}, {5, 3, 2, 1}},
           {"40GBASE-SR4 OM4", 1.5, 3.0, {100, 150}, {4, 3, 2, 1}},
           {"DR4 OS2", 3.0, 0.4, {100, 500}, {11, 8, 5, 3}},
           {"FR1 OS2", 4.0, 0.4, {500}, {15, 10, 7, 5}},
           {"FR1 OS2", 4.0, 0.4, {1000}, {14, 10, 7, 4}},
           {"FR1 OS2", 4.0, 0.4, {2000}, {12, 9, 6, 4}},
       })
    for (const double length_m : row.lengths_m) {
      Check check{"T1",
                  fmt::format("{}: matings of 0.25, 0.35, 0.50, 0.75 dB", row.what),
                  fmt::format("{} dB, {} dB/km x {} m", row.limit_db, row.per_km, length_m),
                  row.matings,
                  {},
                  0,
                  0,
                  ""};
      for (const double mating_db : {0.25, 0.35, 0.50, 0.75}) {
        const Result<int> most = loss::most_matings(db(row.limit_db), db_per_km(row.per_km), metres(length_m), db(mating_db));
        check.computed.push_back(most ? *most : std::numeric_limits<double>::quiet_NaN());
      }
      checks.push_back(std::move(check));
    }
}

}  // namespace

std::vector<Check> budget_checks() {
  std::vector<Check> checks;
  allocations(checks);
  reaches(checks);
  long_reaches(checks);
  fibre_channel(checks);
  two_panels(checks);
  power_margins(checks);
  supported_matings(checks);
  return checks;
}

}  // namespace ferrule::checks
