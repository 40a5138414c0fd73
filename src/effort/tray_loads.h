// What lies in each tray: how many cables side by side, what share of its section they take, and their weight.
//
//     rack A  o                      o rack B        a cable lies between the places where it meets its racks and its other trays:
//     tray    |======================|----------     two metres of a ten-metre tray, say
//
// Units:  grams for a metre in thousandths (g/km), millimetres along the tray from its `from`; else as of Filling.
// Shape:  trays in the order of the plant. Of a tray that is drawn the fullest stretch is told: by section where all is known, else by
//         the number of cables. Of any other tray, and of a cable whose racks have no place, the cable is taken to lie in all of it, so the
//         figure is never too low.
// Errors: none; cables whose thickness or weight nobody knows are counted apart.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "effort/cable_sizes.h"
#include "effort/filling.h"
#include "effort/laid_cables.h"
#include "plant/measures.h"

namespace ferrule::effort {

struct TrayLoad : Filling {
  std::uint64_t cables = 0;             // in any part of it
  std::uint64_t side_by_side = 0;       // in the fullest stretch, as everything below and the filling
  std::int64_t from_mm = 0, to_mm = 0;  // of the fullest stretch, when the tray is drawn
  std::uint64_t without_weight = 0;
  std::int64_t grams_per_km = 0;
  bool weight_estimated = false;  // of any of its cables
};

// `limit` takes the place of kFillAssumed where a tray states none.
std::vector<TrayLoad> tray_loads(const plant::Plant& plant, const plant::Measures& measures, const LaidCables& laid,
                                 const CableSizes& sizes, std::optional<std::int64_t> limit);

}  // namespace ferrule::effort
