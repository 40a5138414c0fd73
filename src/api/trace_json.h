// A trace as JSON, schema ferrule/trace/1 (docs/schema/trace.schema.json).
#pragma once

#include <string>

#include "api/trace.h"

namespace ferrule::api {

std::string trace_json(const TraceReport& report);

}  // namespace ferrule::api
