// Optics that somebody may have meant by a name that no table knows: "800G-2xDR4" has the rate of some and the kind of others.
//
// Shape:  PMD names, those of its rate and kind first, then of its rate and of a kind with the same letters (DR8 for 2xDR4), then of
//         its kind at another rate. Empty when neither is to be read from the name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace ferrule::lang {

std::vector<std::string> near_optics(std::string_view name, const facts::Facts& facts);

}  // namespace ferrule::lang
