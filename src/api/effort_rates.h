// The rates that hours are worked out with: those of a user's own file, and estimates where it says nothing.
//
// Errors: findings; D101 for a row that is wrong, D102 for a missing column, L101 for a file that cannot be read: each of them unreadable,
//         since hours by half a table are wrong.
#pragma once

#include <string>
#include <vector>

#include "api/load.h"
#include "facts/labour_rates.h"

namespace ferrule::api {

struct LabourRates {
  std::vector<facts::LabourRate> rates;
  std::size_t own = 0;  // of the user's file
};

LabourRates labour_rates_for(const std::string& path, Loaded& loaded, diag::Findings& findings);  // empty path: no file

}  // namespace ferrule::api
