// What one joint loses by its geometry: unlike fibres, cores beside each other, at an angle, or apart.
//
//     ====|   |====        ====|             ===.            ====||====
//          gap                 |====  offset     `==.  tilt   w1    w2  mode fields
//
// Units:  micrometre, degree, nanometre and dB, as each name says; mode field and core by their diameter.
// Shape:  single-mode fields are Gaussian, terms are small and add. Multimode formulas take every mode as equally filled; real
//         launches (encircled flux) lose less.
// Errors: a Result whose reason names the figure: not finite, out of reason, or beyond where the formula holds.
// Source: Marcuse 1977 for Gaussian fields; the overlap of filled cores for multimode; the checks S1, S2, M1 to M3, K1 and K2 of
//         tests/unit/loss/statistics_checks_test.cpp.
#pragma once

#include "base/result.h"

namespace ferrule::loss {

inline constexpr double kSilicaIndex = 1.4677;  // group index at 1310 nm

// Diameters of the two mode fields that meet.
struct ModeFields {
  double a_um = 0, b_um = 0;
};

Result<double> unlike_fields_db(ModeFields fields);
Result<double> offset_db(double offset_um, ModeFields fields);
Result<double> offset_um(double loss_db, ModeFields fields);  // the inverse
Result<double> tilt_db(double tilt_deg, ModeFields fields, double wavelength_nm, double index = kSilicaIndex);
Result<double> air_gap_db(double gap_um, double field_um, double wavelength_nm);  // without reflections
// Both components of the offset are normal with this deviation: the loss is exponential with this mean.
Result<double> mean_of_random_offsets_db(double component_sd_um, ModeFields fields);

// Faces that do not touch. Physical contact has none of this.
struct FaceReflections {
  double return_loss_db = 0;  // of one face
  double one_face_db = 0;     // light that does not pass it
  double two_faces_db = 0;    // without interference
  double worst_db = 0;        // two faces in the worst interference
};
Result<FaceReflections> face_reflections(double index = kSilicaIndex);

Result<double> graded_core_offset_db(double offset_um, double core_um);  // offset up to the radius
Result<double> step_core_offset_db(double offset_um, double core_um);    // offset less than the core's diameter
Result<double> smaller_core_db(double from_um, double to_um);            // nought towards a larger one
Result<double> smaller_aperture_db(double from_na, double to_na);

// Lateral offsets whose length is Rayleigh distributed.
Result<double> rayleigh_sigma_um(double mean_um);
Result<double> chance_of_offset_above(double offset_um, double sigma_um);
Result<double> offset_exceeded_um(double chance, double sigma_um);

}  // namespace ferrule::loss
