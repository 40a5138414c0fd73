// How long a cable must be at the least to lie where its route says: from its racks to the first tray and the last, and over a place of
// each tray on the way.
//
// Units:  millimetres.
// Shape:  trays run along x or y, so the way is along x and along y, each for itself. A length that is stated for a tray counts whole,
//         drawn or not. A route may be written from either end. Way that is not known counts nothing: a cable may need more, never less.
#pragma once

#include <cstdint>

#include "plant/plant.h"

namespace ferrule::check {

struct RouteLength {
  std::int64_t millimetre = 0;
  bool whole = true;  // nothing of it is unknown
};

// `rack_a`, `rack_b`: where the cable begins and ends, kNone where that is not known or not one rack.
RouteLength route_length(const plant::Plant& plant, const plant::Laying& laying, std::uint32_t rack_a, std::uint32_t rack_b);

// Between what is nearest of two drawn trays, along x and along y together; 0 where they meet.
std::int64_t gap_between_mm(const plant::Tray& a, const plant::Tray& b);

}  // namespace ferrule::check
