// An arrangement by cutting: the hall into halves of its row of racks, the nodes into halves that few cables join, and so on.
//
//     racks 0..7, all nodes  -->  racks 0..3 | 4..7, nodes halved across the fewest cables  -->  ...  -->  one rack
//
// Shape:  racks that stand side by side are numbered side by side, as a hall numbers them. Nothing where pieces of unequal height
//         do not come out, or where too much is held in place.
// Source: bisection improved by Fiduccia and Mattheyses, DAC 1982; parts of the hall matched with parts of the network as in US 2013/0250802
//         (abandoned).
#pragma once

#include <cstdint>
#include <optional>

#include "place/instance.h"

namespace ferrule::place {

std::optional<Assignment> cut_into_racks(const Instance& instance, std::uint64_t seed);

}  // namespace ferrule::place
