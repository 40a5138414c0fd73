// Racks that a design found too full, by where its findings say so.
//
// Errors: none.
#pragma once

#include <set>
#include <string>

#include "api/design.h"

namespace ferrule::api {

// All of the hall where devices found no place in any.
std::set<std::string, std::less<>> crowded_racks(const DesignReport& report);

}  // namespace ferrule::api
