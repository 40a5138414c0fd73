// Whole racks change places: what stands together stays together, and only moves.
//
//     [ A ][ B ][ C ]   -->   [ B ][ A ][ C ]      every cable between two racks has a new length, none within a rack
//
// Shape:  the arrangement with the contents of racks exchanged; at its best as far as was looked, never dearer than before. Contents that
//         are held in their rack, or that would not fit into the other, do not take part.
#pragma once

#include "place/anneal.h"
#include "place/instance.h"

namespace ferrule::place {

Assignment reorder_racks(const Instance& instance, const Assignment& at, const NearRacks& near, const AnnealOptions& options);

}  // namespace ferrule::place
