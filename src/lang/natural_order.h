// Names in the order in which people count them: leaf2 before leaf10.
#pragma once

#include <string_view>

namespace ferrule::lang {

// A total order: names that count alike (leaf1, leaf01) stand by their bytes.
bool natural_before(std::string_view a, std::string_view b);

}  // namespace ferrule::lang
