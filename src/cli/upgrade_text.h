// An upgrade for people: which rows there are, the matrix, what its letters stand for, why not, what lies dark, and the cheapest mix.
#pragma once

#include <string>

#include "api/upgrade.h"

namespace ferrule::cli {

std::string upgrade_text(const api::UpgradeReport& report);

}  // namespace ferrule::cli
