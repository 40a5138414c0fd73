// S and M: what the geometry of a joint costs, single-mode and multimode.
#include <fmt/format.h>

#include "checks/checks.h"
#include "loss/physics.h"

namespace ferrule::checks {
namespace {

constexpr loss::ModeFields kAt1310{9.2, 9.2}, kAt1550{10.4, 10.4};

// One row: the same formula at several values, named "0.25, 0.5, 0.75 um".
template <class Formula>
Check row(const char* id, const char* what, const char* inputs, const std::vector<double>& at, std::vector<double> stated,
          double tolerance, int decimals, const char* unit, Formula formula) {
  Check check{id, what, fmt::format("{} {}", inputs, fmt::join(at, ", ")), std::move(stated), {}, tolerance, decimals, unit};
  for (const double x : at) check.computed.push_back(value(formula(x)));
  return check;
}

}  // namespace

std::vector<Check> geometry_checks() {
  using namespace loss;
  constexpr double kSingle = 0.0001, kMulti = 0.0006;
  std::vector<Check> checks = {
      row("S1", "lateral offset", "mode field 9.2 um, 1310 nm; um:", {0.25, 0.5, 0.75, 1.0, 1.5, 2.0},
          {0.0128, 0.0513, 0.1154, 0.2052, 0.4618, 0.8210}, kSingle, 4, "dB", [](double um) { return offset_db(um, kAt1310); }),
      row("S1", "tilt", "the same; degrees:", {0.1, 0.2, 0.3, 0.5, 1.0}, {0.0035, 0.0139, 0.0312, 0.0867, 0.3468}, kSingle, 4,
          "dB", [](double deg) { return tilt_db(deg, kAt1310, 1310); }),
      row("S1", "unlike mode fields", "9.2 um against um:", {8.6, 8.8, 9.0, 9.6, 10.0}, {0.0197, 0.0086, 0.0021, 0.0079, 0.0302},
          kSingle, 4, "dB",
          [](double um) {
            return unlike_fields_db({9.2, um});
          }),
      row("S1", "air gap, without reflections", "mode field 9.2 um, 1310 nm; um:", {5, 10, 20}, {0.0105, 0.0420, 0.1655}, kSingle,
          4, "dB", [](double um) { return air_gap_db(um, 9.2, 1310); }),
      row("S1", "lateral offset", "mode field 10.4 um, 1550 nm; um:", {0.5, 1.0, 1.5, 2.0}, {0.0402, 0.1606, 0.3614, 0.6424},
          kSingle, 4, "dB", [](double um) { return offset_db(um, kAt1550); }),
      row("S2", "offset of a loss", "mode field 9.2 um; dB:", {0.12, 0.25, 0.35, 0.50, 0.75}, {0.765, 1.104, 1.306, 1.561, 1.912},
          kMulti, 3, "um", [](double loss) { return offset_um(loss, kAt1310); }),
      row("M1", "graded cores side by side", "core 50 um, all modes alike; um:", {1, 2, 3, 5, 7},
          {0.150, 0.305, 0.467, 0.808, 1.179}, kMulti, 3, "dB", [](double um) { return graded_core_offset_db(um, 50); }),
      row("M2", "step cores side by side", "core 50 um, all modes alike; um:", {1, 2, 3, 5, 7},
          {0.112, 0.227, 0.345, 0.590, 0.850}, kMulti, 3, "dB", [](double um) { return step_core_offset_db(um, 50); }),
  };
  checks.push_back({"M3",
                    "step down of the core",
                    "62.5 to 50, 50 to 48 um",
                    {1.938, 0.355},
                    {value(smaller_core_db(62.5, 50)), value(smaller_core_db(50, 48))},
                    kMulti,
                    3});
  checks.push_back({"M3",
                    "step down of the aperture",
                    "NA 0.275 to 0.20, 0.20 to 0.185",
                    {2.766, 0.677},
                    {value(smaller_aperture_db(0.275, 0.20)), value(smaller_aperture_db(0.20, 0.185))},
                    kMulti,
                    3});
  checks.push_back({"M3",
                    "the other way",
                    "core 50 to 62.5 um, NA 0.20 to 0.275",
                    {0, 0},
                    {value(smaller_core_db(50, 62.5)), value(smaller_aperture_db(0.20, 0.275))},
                    0,
                    3});
  return checks;
}

}  // namespace ferrule::checks
