// What a design came to, for people: devices, links and how they are cabled, parts, printed counts held against it, the proof.
#pragma once

#include <string>

#include "api/design.h"

namespace ferrule::cli {

std::string design_text(const api::DesignReport& report);

}  // namespace ferrule::cli
