// Limits, inverses and refusals; the published figures are in statistics_checks_test.cpp.
#include "loss/physics.h"

#include <cmath>
#include <limits>
#include <gtest/gtest.h>

namespace ferrule::loss {
namespace {

constexpr double kBad[] = {-1.0, std::numeric_limits<double>::quiet_NaN(), HUGE_VAL, -HUGE_VAL};
constexpr ModeFields kFields{9.2, 8.6};

TEST(JointPhysics, PerfectJointsLoseNothing) {
  for (const auto& loss :
       {unlike_fields_db({9.2, 9.2}), offset_db(0, kFields), tilt_db(0, kFields, 1310), air_gap_db(0, 9.2, 1310),
        graded_core_offset_db(0, 50), step_core_offset_db(0, 50), smaller_core_db(50, 50), smaller_aperture_db(0.2, 0.2)}) {
    EXPECT_EQ(*loss, 0);
    EXPECT_FALSE(std::signbit(*loss));
  }
}

TEST(JointPhysics, OffsetOfALossUndoesTheLossOfAnOffset) {
  for (const double um : {0.0, 0.1, 0.765, 2.0, 7.0}) EXPECT_NEAR(*offset_um(*offset_db(um, kFields), kFields), um, 1e-12);
}

TEST(JointPhysics, LightTakesTheSameLossEitherWay) {
  EXPECT_EQ(*unlike_fields_db({9.2, 8.6}), *unlike_fields_db({8.6, 9.2}));
  EXPECT_EQ(*offset_db(1, {9.2, 8.6}), *offset_db(1, {8.6, 9.2}));
}

TEST(JointPhysics, RandomOffsetsHaveTheMeanOfTheEliteFigure) {
  // Mean 0.10 dB, of which 3 % exceed 0.351 dB: both components have a standard deviation of 0.494 um.
  const double sd_um = *offset_um(0.05, {9.2, 9.2});
  EXPECT_NEAR(sd_um, 0.494, 0.0005);
  EXPECT_NEAR(*mean_of_random_offsets_db(sd_um, {9.2, 9.2}), 0.10, 1e-12);
}

TEST(JointPhysics, FacesOfGlassReflect) {
  const auto faces = face_reflections(1.4677);
  EXPECT_NEAR(faces->return_loss_db, 14.45, 0.005);
  EXPECT_NEAR(faces->one_face_db, 0.159, 0.0005);
  EXPECT_NEAR(faces->two_faces_db, 0.318, 0.0005);
  EXPECT_NEAR(faces->worst_db, 0.624, 0.0005);
}

TEST(JointPhysics, RefusesFiguresOutOfReason) {
  for (const double bad : kBad) {
    EXPECT_FALSE(unlike_fields_db({9.2, bad}));
    EXPECT_FALSE(unlike_fields_db({bad, 9.2}));
    EXPECT_FALSE(offset_db(bad, kFields));
    EXPECT_FALSE(offset_db(1, {bad, 9.2}));
    EXPECT_FALSE(offset_um(bad, kFields));
    EXPECT_FALSE(tilt_db(bad, kFields, 1310));
    EXPECT_FALSE(tilt_db(1, kFields, bad));
    EXPECT_FALSE(tilt_db(1, kFields, 1310, bad));
    EXPECT_FALSE(air_gap_db(bad, 9.2, 1310));
    EXPECT_FALSE(air_gap_db(5, bad, 1310));
    EXPECT_FALSE(mean_of_random_offsets_db(bad, kFields));
    EXPECT_FALSE(face_reflections(bad));
    EXPECT_FALSE(graded_core_offset_db(bad, 50));
    EXPECT_FALSE(step_core_offset_db(1, bad));
    EXPECT_FALSE(smaller_core_db(bad, 50));
    EXPECT_FALSE(smaller_aperture_db(0.2, bad));
    EXPECT_FALSE(rayleigh_sigma_um(bad));
    EXPECT_FALSE(chance_of_offset_above(bad, 2));
    EXPECT_FALSE(chance_of_offset_above(2, bad));
    EXPECT_FALSE(offset_exceeded_um(bad, 2));
  }
  EXPECT_FALSE(offset_exceeded_um(0, 2));
  EXPECT_FALSE(face_reflections(1));
}

TEST(JointPhysics, RefusesOffsetsBeyondItsFormulasAndSaysTheRange) {
  EXPECT_EQ(graded_core_offset_db(26, 50).error().message, "offset (um) 26 is not from 0 to 25");
  EXPECT_TRUE(graded_core_offset_db(25, 50));
  EXPECT_FALSE(step_core_offset_db(50, 50));
  EXPECT_EQ(offset_db(1, {9.2, 0}).error().message, "mode field (um) 0 is not from 1 to 50");
}

}  // namespace
}  // namespace ferrule::loss
