// Lines side by side, for people: a row per field, what differs first.
#pragma once

#include <string>

#include "api/compare.h"

namespace ferrule::cli {

std::string comparison_text(const api::Comparison& comparison);

}  // namespace ferrule::cli
