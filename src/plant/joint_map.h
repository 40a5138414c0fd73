// Which position of one face meets which position of the other.
//
//     opposed (Type A)  (r, c) -> (R+1-r, c)        aligned (Type B)  (r, c) -> (r, W+1-c)
//     transceiver, receptacle, splice: equal numbers meet (a receptacle is numbered by the plug position it meets)
//
// Shape:  defined only between faces of equal rows and columns, a splice between equal numbers of fibres; each map is its own inverse.
// Source: data/sources.md#adapters; one and two rows are well founded, more rows follow the same rule with low confidence.
#pragma once

#include <optional>

#include "plant/part_type.h"

namespace ferrule::plant {

// Position that meets `position`; nothing when the faces do not line up or the joint's type is not known.
std::optional<int> met_position(Joint joint, const spec::Face& from, const spec::Face& to, int position);

// What the joint's map rests on.
Cited cited(Joint joint, const spec::Face& face);

}  // namespace ferrule::plant
