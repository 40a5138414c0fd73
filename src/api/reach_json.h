// Reach tables as JSON, schema ferrule/reach/1 (docs/schema/reach.schema.json).
#pragma once

#include <string>

#include "api/reach.h"

namespace ferrule::api {

std::string reach_json(const ReachAnswer& answer, const ReachOptions& options);

}  // namespace ferrule::api
