#include "loss/physics.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <optional>
#include <fmt/format.h>

namespace ferrule::loss {
namespace {

using std::numbers::pi;

const double kDbPerNeper = 20 / std::numbers::ln10;  // 8.686

// A figure with its name and the range in which a formula holds for it.
struct Figure {
  const char* what;
  double value, least, most;
};

std::optional<Failure> fault(std::initializer_list<Figure> figures) {
  for (const auto& [what, value, least, most] : figures)
    if (!(value >= least && value <= most))
      return Failure{"", fmt::format("{} {} is not from {} to {}", what, value, least, most)};
  return std::nullopt;
}

Figure field(double um) { return {"mode field (um)", um, 1, 50}; }
Figure offset(double um) { return {"offset (um)", um, 0, 100}; }
Figure wavelength(double nm) { return {"wavelength (nm)", nm, 400, 2000}; }
Figure index_of(double index) { return {"refractive index", index, 1, 3}; }
Figure core(double um) { return {"core (um)", um, 1, 1000}; }
Figure aperture(double na) { return {"numerical aperture", na, 0.01, 1}; }
Figure sigma(double um) { return {"spread of offsets (um)", um, 1e-6, 100}; }

// w1^2 + w2^2, with w half the mode field's diameter.
double squares_um2(ModeFields fields) { return (fields.a_um * fields.a_um + fields.b_um * fields.b_um) / 4; }

// The loss of what passes only this share of the light; nought, and not its negative, for all of it.
double db_of(double share) { return std::max(0.0, -10 * std::log10(share)); }

double step_down_db(double from, double to) { return to >= from ? 0 : 2 * db_of(to / from); }

}  // namespace

Result<double> unlike_fields_db(ModeFields fields) {
  if (auto bad = fault({field(fields.a_um), field(fields.b_um)})) return tl::unexpected(*bad);
  return 2 * db_of(fields.a_um * fields.b_um / 2 / squares_um2(fields));
}

Result<double> offset_db(double offset_um, ModeFields fields) {
  if (auto bad = fault({offset(offset_um), field(fields.a_um), field(fields.b_um)})) return tl::unexpected(*bad);
  return kDbPerNeper * offset_um * offset_um / squares_um2(fields);
}

Result<double> offset_um(double loss_db, ModeFields fields) {
  if (auto bad = fault({{"loss (dB)", loss_db, 0, 100}, field(fields.a_um), field(fields.b_um)})) return tl::unexpected(*bad);
  return std::sqrt(loss_db * squares_um2(fields) / kDbPerNeper);
}

Result<double> tilt_db(double tilt_deg, ModeFields fields, double wavelength_nm, double index) {
  if (auto bad = fault({{"tilt (degree)", tilt_deg, 0, 10},
                        field(fields.a_um),
                        field(fields.b_um),
                        wavelength(wavelength_nm),
                        index_of(index)}))
    return tl::unexpected(*bad);
  const double phase = pi * index * (fields.a_um * fields.b_um / 4) * (tilt_deg * pi / 180) / (wavelength_nm / 1000);
  return kDbPerNeper * phase * phase / squares_um2(fields);
}

Result<double> air_gap_db(double gap_um, double field_um, double wavelength_nm) {
  if (auto bad = fault({{"gap (um)", gap_um, 0, 1000}, field(field_um), wavelength(wavelength_nm)})) return tl::unexpected(*bad);
  const double rayleigh_um = pi * field_um * field_um / 4 / (wavelength_nm / 1000);
  const double spread = gap_um / (2 * rayleigh_um);
  return db_of(1 / (1 + spread * spread));
}

Result<double> mean_of_random_offsets_db(double component_sd_um, ModeFields fields) {
  if (auto bad = fault({offset(component_sd_um), field(fields.a_um), field(fields.b_um)})) return tl::unexpected(*bad);
  return kDbPerNeper * 2 * component_sd_um * component_sd_um /
         squares_um2(fields);  // the square of the offset is 2 sd^2 on average
}

Result<FaceReflections> face_reflections(double index) {
  if (auto bad = fault({{"refractive index", index, 1.0001, 3}})) return tl::unexpected(*bad);
  const double field = (index - 1) / (index + 1), power = field * field;
  const double one_db = db_of(1 - power);
  return FaceReflections{.return_loss_db = db_of(power),
                         .one_face_db = one_db,
                         .two_faces_db = 2 * one_db,
                         .worst_db = 2 * db_of((1 - power) / (1 + power))};
}

// The overlap of two filled graded cores to first order in the offset; it would end in darkness at 1.18 radii.
Result<double> graded_core_offset_db(double offset_um, double core_um) {
  if (auto bad = fault({core(core_um), {"offset (um)", offset_um, 0, core_um / 2}})) return tl::unexpected(*bad);
  return db_of(1 - 8 / (3 * pi) * offset_um / (core_um / 2));
}

// The overlap of two circles.
Result<double> step_core_offset_db(double offset_um, double core_um) {
  if (auto bad = fault({core(core_um), {"offset (um)", offset_um, 0, 0.999 * core_um}})) return tl::unexpected(*bad);
  const double part = offset_um / core_um;  // d / 2a
  return db_of(2 / pi * (std::acos(part) - part * std::sqrt(1 - part * part)));
}

Result<double> smaller_core_db(double from_um, double to_um) {
  if (auto bad = fault({core(from_um), core(to_um)})) return tl::unexpected(*bad);
  return step_down_db(from_um, to_um);
}

Result<double> smaller_aperture_db(double from_na, double to_na) {
  if (auto bad = fault({aperture(from_na), aperture(to_na)})) return tl::unexpected(*bad);
  return step_down_db(from_na, to_na);
}

Result<double> rayleigh_sigma_um(double mean_um) {
  if (auto bad = fault({{"mean offset (um)", mean_um, 1e-6, 100}})) return tl::unexpected(*bad);
  return mean_um / std::sqrt(pi / 2);
}

Result<double> chance_of_offset_above(double offset_um, double sigma_um) {
  if (auto bad = fault({offset(offset_um), sigma(sigma_um)})) return tl::unexpected(*bad);
  const double part = offset_um / sigma_um;
  return std::exp(-part * part / 2);
}

Result<double> offset_exceeded_um(double chance, double sigma_um) {
  if (auto bad = fault({{"chance", chance, 1e-300, 1}, sigma(sigma_um)})) return tl::unexpected(*bad);
  return sigma_um * std::sqrt(-2 * std::log(chance));
}

}  // namespace ferrule::loss
