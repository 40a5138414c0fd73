// Reach tables for people: one for each fibre class and grade.
#pragma once

#include <string>

#include "api/reach.h"

namespace ferrule::cli {

std::string reach_text(const api::ReachAnswer& answer, const api::ReachOptions& options);

}  // namespace ferrule::cli
