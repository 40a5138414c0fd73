// A substitution certificate as JSON, schema ferrule/certificate/1.
#pragma once

#include <string>

#include "api/substitute.h"

namespace ferrule::api {

std::string certificate_json(const Certificate& certificate);

}  // namespace ferrule::api
