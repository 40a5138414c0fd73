// Units change racks one for one, for the better and, while it is hot, for the worse.
//
// A change is proposed where it may help: mostly into the rack of a neighbour or one near it, now and then anywhere.
//
// Units:  effort in looks at a cable, about a nanosecond each; deterministic, unlike time.
// Shape:  the seating stays as the end of the run left it, which may be worse than its begin: keep a copy to compare.
#pragma once

#include <cstdint>

#include "place/cooling.h"
#include "place/seating.h"

namespace ferrule::place {

struct AnnealOptions {
  Temperatures range;
  std::uint64_t effort = 0;
  std::uint64_t seed = 1;
};

// Racks by how near they are, the nearest first, itself in front; a few of each.
using NearRacks = std::vector<std::vector<std::uint16_t>>;
NearRacks near_racks(const Instance& instance);

void anneal(Seating& seating, const NearRacks& near, const AnnealOptions& options);

// What a connection costs more across the hall than within a rack, on average: at this temperature all order melts.
std::int64_t mean_stretch(const Instance& instance);

}  // namespace ferrule::place
