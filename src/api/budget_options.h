// What is asked of a budget, from the words of a command line or a request.
//
//     "50,97,99.9"  ->  three percentiles: this share of fibres, or of links, loses less than the value
//
// Units:  percentiles in per cent, above 1 and at most 99.9999: nobody means a share of all or none, and 0.97 is a slip for 97.
// Errors: a Result whose place is the word that cannot be taken and whose message says why.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "loss/joint_loss.h"

namespace ferrule::api {

inline constexpr double kAssumedCorrelation = 0.5;

struct Percentile {
  std::string text;  // "99.9"
  double share = 0.5;
};

Result<std::vector<Percentile>> parse_percentiles(std::string_view text);
Result<double> parse_correlation(std::string_view text);  // from 0 to 1
std::vector<Percentile> usual_percentiles();              // 50, 97 and 99.9

struct BudgetOptions {
  std::vector<std::string> links;  // empty: the whole plant
  std::vector<Percentile> percentiles = usual_percentiles();
  double correlation = kAssumedCorrelation;  // of two fibres of one ferrule
  bool correlation_assumed = true;           // nobody stated it
  std::optional<loss::LawKind> law = {};     // that grades are fitted with; else the policy's
  std::optional<bool> iso_attenuation = {};  // whose attenuation glass has; else the policy's
};

}  // namespace ferrule::api
