// Trays and drops, and how full they are, as text.
#pragma once

#include <string>

#include "api/effort.h"

namespace ferrule::cli {

std::string ways_text(const api::EffortReport& report);  // empty: no tray, and no drop whose size is stated

}  // namespace ferrule::cli
