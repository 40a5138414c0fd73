// What one line says, for people: field, value, the words it came from and why; then what it contradicts and leaves open.
#pragma once

#include <string>

#include "api/parse.h"

namespace ferrule::cli {

std::string specification_text(const api::Parsed& parsed, const api::Language& language);

}  // namespace ferrule::cli
