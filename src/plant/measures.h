// What cables and trays measure where their author says so: for those who lay them. Nothing that proves looks at it, so it stands
// beside the plant and not in it.
//
// Units:  diameters in micrometres, weights in grams for a kilometre (the same figure as milligrams for a metre), shares in hundredths
//         of a per cent.
// Shape:  by part type, by tray and by rack, under the plant's indices; all end where nobody says anything more.
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

// Of a tray, or of a drop: the way by which cables come down from a tray into a rack.
struct SectionMeasures {
  std::optional<Length> width, depth;
  std::optional<std::int64_t> fill_most;  // what its cables may take of it
  bool sized() const { return width && depth; }
  bool operator==(const SectionMeasures&) const = default;
};

struct Measures {
  std::vector<CableMeasures> cables;
  std::vector<SectionMeasures> trays;
  std::vector<SectionMeasures> drops;  // by rack: of each drop that it has

  CableMeasures cable(std::uint32_t type) const { return type < cables.size() ? cables[type] : CableMeasures{}; }
  SectionMeasures tray(std::uint32_t index) const { return index < trays.size() ? trays[index] : SectionMeasures{}; }
  SectionMeasures drop(std::uint32_t rack) const { return rack < drops.size() ? drops[rack] : SectionMeasures{}; }
};

}  // namespace ferrule::plant
