// The same links cabled with duplex LC cords: what that would take beside what the plant takes.
//
//     8 fibres: port ==MPO== panel ==trunk== panel ==MPO== port        1 + 1 (shared) + 1 cables
//               port --4 x LC-- panel --4 x LC-- panel --4 x LC-- port  12 cords of two fibres
//
// Shape:  a cord for each two fibres that a link lights, wherever a cable carries them, as long as that cable; a duplex adapter wherever
//         two of these cords meet. Dark fibres get no cord. The optics are taken as they are: with eight fibres in one receptacle
//         they would need a fan-out, which is not counted.
// Source: data/panel_density.csv and data/cable_sizes.csv, estimates of low confidence.
#pragma once

#include <cstdint>
#include <optional>

#include "effort/cable_sizes.h"
#include "effort/laid_cables.h"

namespace ferrule::effort {

struct CablingWeight {
  std::int64_t grams = 0;
  std::uint64_t unknown = 0;  // cables without a length or a weight
};

struct Duplex {
  std::uint64_t cords = 0, plugs = 0, panel_ports = 0;
  std::optional<int> ports_per_unit;         // assumed
  std::optional<std::uint64_t> panel_units;  // at least: each panel rounds up
  std::int64_t length_mm = 0;
  CablingWeight weight, plant_weight;  // the latter of the cables that carry light
};

Duplex as_duplex(const LaidCables& laid, const CableSizes& sizes, const facts::Facts& facts);

}  // namespace ferrule::effort
