// How long a cable must be at the least to lie where its route says: from its racks to the first tray and the last, and over a place of
// each tray on the way.
//
// Units:  millimetres.
// Shape:  trays run along x or y, so the way is along x and along y, each for itself; up and down from the unit of what it is plugged into,
//         else from the top of the rack. A length that is stated for a tray counts whole, drawn or not. A route may be written from either
//         end. Way that is not known counts nothing: a cable may need more, never less.
#pragma once

#include <cstdint>

#include "check/standing.h"
#include "plant/plant.h"

namespace ferrule::check {

struct RouteLength {
  std::int64_t millimetre = 0;
  bool whole = true;  // nothing of it is unknown
};

// The place of a rack is one point of it: a cable may leave it so far beside that, along x and along y.
inline constexpr Length kRackReach{600};

// Where the cable begins and ends: kNone where that is not known or not one rack. With nothing for `beside` it is the way from place to
// place, which is what to order rather than what a fault is proven by.
RouteLength route_length(const plant::Plant& plant, const plant::Laying& laying, const Standing::Ends& ends,
                         Length beside = kRackReach);

// Between what is nearest of two drawn trays, or of a rack's place and a drawn tray, along x and along y together; 0 where they meet.
std::int64_t gap_between_mm(const plant::Tray& a, const plant::Tray& b);
std::int64_t gap_between_mm(const plant::Rack& rack, const plant::Tray& tray);

}  // namespace ferrule::check
