// How high things in a rack stand above the floor.
//
// Units:  a rack unit in micrometres, what is below the lowest one in millimetres.
// Source: EIA-310, 1.75 in; the plinth is an assumption of ours (docs/language/fabric.md).
#pragma once

#include <cstdint>

namespace ferrule::plant {

inline constexpr std::int64_t kRackUnitUm = 44'450;
inline constexpr std::int64_t kPlinth = 100;  // castors and frame below unit 1, at the most

}  // namespace ferrule::plant
