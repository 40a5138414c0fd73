// What the cables cost at the very least, however the nodes stand.
//
//     price of all = E p0 + (p1 - p0) x cables dearer than p0 + (p2 - p1) x cables dearer than p1 + ...     E cables, prices p0 < p1 < ..
//
// For each price it is bounded how many cables can be no dearer, in three ways, and the least counts:
//   degree     a unit has so many others at most in the racks that are so near
//   crowding   racks that are so near to each other hold so many units, and among so many units there are so many cables at most:
//              by pairs, by degrees, and by how many neighbours two units have in common
//   spectrum   the same, by the largest eigenvalue of the graph without its constant part
//
// Units:  hundredths of the book's currency.
// Shape:  a lower bound of every arrangement, those with held units included; never above the cost of one. The bound of each price
//         is reached alone, hardly all at once, so it is seldom tight.
// Source: Gilmore 1962 and Lawler 1963 for the degrees; Turan 1941; Donath and Hoffman 1973 for the spectrum.
#pragma once

#include <cstdint>

#include "place/instance.h"

namespace ferrule::place {

std::int64_t least_cost(const Instance& instance);

}  // namespace ferrule::place
