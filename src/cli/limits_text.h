// Test limits for people: a table of all links, equal ones in a row; or the tests of the links asked for, each limit with its sum.
#pragma once

#include <string>

#include "api/limits.h"

namespace ferrule::cli {

struct LimitsTextOptions {
  bool colour = false;
};

std::string limits_text(const api::LimitsReport& report, const LimitsTextOptions& options);

}  // namespace ferrule::cli
