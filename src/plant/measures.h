// What cables and trays measure where their author says so: for those who lay them. Nothing that proves looks at it, so it stands
// beside the plant and not in it.
//
// Units:  diameters in micrometres, weights in grams for a kilometre (the same figure as milligrams for a metre), shares in hundredths
//         of a per cent.
// Shape:  by part type and by tray, under the plant's indices; both end where nobody says anything more.
// Errors: none; what is empty nobody stated.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/quantity.h"

namespace ferrule::plant {

struct CableMeasures {
  std::optional<std::int64_t> diameter_um, grams_per_km;
  bool any() const { return diameter_um || grams_per_km; }
};

struct TrayMeasures {
  std::optional<Length> width, depth;
  std::optional<std::int64_t> fill_most;  // what its cables may take of its section
};

struct Measures {
  std::vector<CableMeasures> cables;
  std::vector<TrayMeasures> trays;

  CableMeasures cable(std::uint32_t type) const { return type < cables.size() ? cables[type] : CableMeasures{}; }
  TrayMeasures tray(std::uint32_t index) const { return index < trays.size() ? trays[index] : TrayMeasures{}; }
};

}  // namespace ferrule::plant
