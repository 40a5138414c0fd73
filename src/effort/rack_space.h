// How many rack units are used and free.
//
// Shape:  racks in the order of the plant. A unit that two pieces claim is used once (a rule of `check` speaks of that); pieces whose
//         unit nobody said count by their height. A rack whose height nobody said has no free units, known or not.
#pragma once

#include <cstdint>
#include <vector>

#include "plant/plant.h"

namespace ferrule::effort {

struct RackSpace {
  int units = 0;  // 0: nobody said
  std::int64_t used = 0, by_panels = 0, by_equipment = 0;
  int pieces = 0;
  int top = 0;                           // the highest unit that is taken, of pieces whose unit is stated
  std::uint32_t topmost = plant::kNone;  // the node that takes it
  std::int64_t free() const { return units > used ? units - used : 0; }
  bool over() const { return units > 0 && used > units; }
  bool stands_above() const { return units > 0 && top > units; }
};

struct Space {
  std::vector<RackSpace> racks;  // by rack
  int pieces_without_rack = 0;
  std::int64_t units_without_rack = 0;
  std::int64_t panel_units = 0, equipment_units = 0;  // of all, in racks or not
};

Space rack_space(const plant::Plant& plant);

}  // namespace ferrule::effort
