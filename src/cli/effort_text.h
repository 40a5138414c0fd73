// What a plant takes, as text.
#pragma once

#include <string>

#include "api/effort.h"

namespace ferrule::cli {

std::string effort_text(const api::EffortReport& report);

}  // namespace ferrule::cli
