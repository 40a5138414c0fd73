// What a plant takes, as docs/schema/effort.schema.json has it.
//
// Shape:  given to the sink in pieces, so that a large plan is never in memory twice.
#pragma once

#include <functional>
#include <string_view>

#include "api/effort.h"

namespace ferrule::api {

void effort_json(const EffortReport& report, const std::function<void(std::string_view)>& sink);

}  // namespace ferrule::api
