// A distribution of loss as chances on equal cells, and the sum of two that are independent: the inside of ChannelDistribution.
//
//     first_db       first_db + 2 step_db
//       |    |    |    |                      mass[i] is the chance of the cell whose centre is first_db + i step_db;
//     [ 0 ][ 1 ][ 2 ][ 3 ] ...  beyond        beyond is the chance of more than the last cell holds
//
// Shape:  mass and beyond add up to one. Cells that would hold less than kSkippedBelow are not kept at the low end; those at the
//         high end go to `beyond` once together they hold less than kSkippedAbove, so a loss is never made to look smaller.
//         The mean of the cells is that of the law.
// Units:  dB.
// Errors: none; step_db > 0 is the caller's to assure. What lies above kDarkDb, or above kMostCells cells, is beyond.
#pragma once

#include <vector>

#include "loss/joint_loss.h"

namespace ferrule::loss {

inline constexpr double kSkippedAbove = 1e-10, kSkippedBelow = 1e-12;
inline constexpr double kDarkDb = 200;  // no receiver sees light there
inline constexpr std::size_t kMostCells = 1 << 16;

struct Cells {
  double first_db = 0, step_db = 0;
  std::vector<double> mass;
  double beyond = 0;
};

Cells cells_of(const JointLoss& joint, double step_db);
Cells sum_of(const Cells& a, const Cells& b);      // the same step_db in both
Cells sum_of_equal(const Cells& one, unsigned n);  // n >= 1 independent ones, by repeated squaring

}  // namespace ferrule::loss
