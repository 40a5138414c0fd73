// What is known of one joint, told by the name of its grade or by the figures themselves.
//
//     "B"            IEC grade: mean and the value of 97 % of the matings
//     "low-loss"     a grade of the connector's family in data/connector_grades.csv: mostly a maximum, without a distribution
//     "0.35"         dB, a maximum
//     "0.12/0.25"    dB, mean and 97 % value
//
// Errors: a Failure that says which names there are, or what is wrong with the figures.
// Source: data/connector_grades.csv
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/confidence.h"
#include "base/quantity.h"
#include "base/result.h"
#include "facts/facts.h"
#include "loss/joint_loss.h"
#include "loss/scatter.h"

namespace ferrule::loss {

struct JointFigures {
  std::string name;  // "grade B", "0.35 dB"
  std::optional<Loss> most, mean, most_of_97;
  Scatter scatter;  // how it varies, where the figures tell
  Confidence confidence = Confidence::kHigh;
  std::string source;  // empty: the user's own figures

  // What a sum of worst cases takes of each joint: the maximum, or where none is stated the 97 % value.
  std::optional<Loss> planned() const { return most ? most : most_of_97; }
  // Nothing where the figures do not tell a distribution: a maximum alone does not. Typical and maximum are read as scatter.h says.
  std::optional<JointLoss> distribution() const;
};

// `mode` is SM or MM, `connector` the one of the joints ("MPO-12").
Result<JointFigures> joint_figures(std::string_view grade, std::string_view connector, std::string_view mode,
                                   const facts::Facts& facts);

}  // namespace ferrule::loss
