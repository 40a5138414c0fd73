// The facts as they travel inside the program, loaded once for all tests of a file.
#pragma once

#include <gtest/gtest.h>

#include "facts/facts.h"

namespace ferrule::facts {

inline const Facts& compiled_in() {
  static diag::Sources sources;
  static diag::Findings findings;
  static const Facts facts = Facts::load(sources, "", findings);
  EXPECT_TRUE(findings.all().empty()) << findings.all().front().message;
  return facts;
}

// "1 2 3" as written, 0-based.
inline std::vector<int> positions(std::string_view text) {
  std::vector<int> out;
  int value = 0;
  for (char c : std::string(text) + ' ') {
    if (c != ' ') {
      value = value * 10 + (c - '0');
    } else if (value > 0) {
      out.push_back(value - 1);
      value = 0;
    }
  }
  return out;
}

}  // namespace ferrule::facts
