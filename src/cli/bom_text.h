// A bill of materials for people: a table by the keys that were asked for, what each line is and where it comes from, and the totals.
#pragma once

#include <string>

#include "api/bom.h"

namespace ferrule::cli {

std::string bom_text(const api::Bom& bom);

}  // namespace ferrule::cli
