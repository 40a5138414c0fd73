// An answer of `explain` as JSON, schema ferrule/explain/1 (docs/schema/explain.schema.json).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "api/explain.h"

namespace ferrule::api {

// `nearest` are the names that an unknown query may be a slip of; empty otherwise.
std::string explain_json(std::string_view query, std::span<const Explanation> explanations, std::span<const std::string> nearest);

}  // namespace ferrule::api
