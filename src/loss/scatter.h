// What the tables tell of how a joint's loss varies from mating to mating: the figures of its grade, or why there are none.
//
//     grade B         mean 0.12, 97 % below 0.25           as the standard states them
//     MTP Elite       typical 0.10, at most 0.35           read as mean and 97 % value: an assumption, and said to be one
//     a maximum       at most 0.35                         nothing: a bound is no distribution
//     a lot           0.08, 0.11, 0.09, ...                each measured value is as likely as the next
//
// Units:  dB as double, as of JointLoss.
// Shape:  a joint varies as the worse of its two sides; when one of them is not known, neither is the joint.
// Errors: none; what is not known says why, lower case, no full stop.
// Source: data/connector_grades.csv; the worse grade decides [EN50377].
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"
#include "loss/joint_loss.h"
#include "plant/part_type.h"

namespace ferrule::loss {

// Fewer measured values than this have no 97 % value: it lies beyond the largest of them. What has none is not ranked with grades.
inline constexpr std::size_t kLeastValuesOfLot = 34;

struct Scatter {
  std::optional<GradeFigures> figures;
  std::shared_ptr<const plant::Lot> measured;  // the figures are its mean and 97 % value then
  std::size_t values = 0;                      // measured
  bool read_from_class = false;                // typical and maximum stand for mean and 97 % value
  Confidence confidence = Confidence::kHigh;   // of the figures
  std::string of;                              // whose figures: "Grade B"
  std::string why_not = "nobody states them";  // when there are no figures
};

Scatter unknown_scatter(std::string why_not);
Scatter scatter_of(const facts::Grade& row);
// The part's own maximum, stated beside its grade, must not be above what the grade promises: then one of the two is wrong.
Scatter scatter_within(const facts::Grade& row, Loss stated_most);
// Of measured values; nothing is known of fewer than kLeastValuesOfLot.
Scatter scatter_of_lot(const std::shared_ptr<const plant::Lot>& lot, std::string_view part);
Scatter worse(const Scatter& a, const Scatter& b);

}  // namespace ferrule::loss
