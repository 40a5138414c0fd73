// Counts that somebody printed of a fabric, held against those that its rules give at the same size.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "synth/fabric.h"

namespace ferrule::synth {

struct PublishedCount {
  std::string what;  // a tier or a rule
  std::int64_t printed = 0, counted = 0;
  std::int64_t least = 0;  // of a tier whose count is free: what its links need, however unevenly they lie
};

struct PublishedCheck {
  std::vector<std::pair<std::string, int>> groups;  // su 4
  std::vector<PublishedCount> counts;
  diag::Place place;
  bool possible = true;  // false: the rules cannot be met at this size
};

// One for each printed row; a row that differs is a finding F804 (warning).
std::vector<PublishedCheck> check_published(const Fabric& fabric, diag::Findings& findings);

}  // namespace ferrule::synth
