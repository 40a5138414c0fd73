// A design as JSON: the figures of its text, with all findings. Schema: docs/schema/design.schema.json.
//
// Units:  lengths in millimetres, money in the currency named. What is not known is null.
#pragma once

#include <string>

#include "api/design.h"

namespace ferrule::api {

std::string design_json(const DesignReport& report);

}  // namespace ferrule::api
