// A check report as JSON, schema ferrule/check/1 (docs/schema/check.schema.json), and as SARIF.
//
// Shape:  written piece by piece into a sink, one link a line, so that a million links need no memory for their text.
#pragma once

#include <functional>
#include <string_view>

#include "api/check.h"

namespace ferrule::api {

using Sink = std::function<void(std::string_view)>;

void check_json(const CheckReport& report, const Sink& sink);
void check_sarif(const CheckReport& report, std::string_view version, const Sink& sink);

}  // namespace ferrule::api
