// Several ports in one cell of a table of links: "1-4", "swp1-4", "swp1-swp4", "Eth1/[1-4]".
//
// Shape:  as many names as the row says that it has links, from the first to the last; leading zeros stay. A cell that names others, or a
//         single port, has none: what "1-4" means where nobody says how many it is stays the name of one port.
// Errors: none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferrule::lang {

std::vector<std::string> ports_in_cell(std::string_view cell, std::uint32_t count);

}  // namespace ferrule::lang
