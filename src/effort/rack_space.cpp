#include "effort/rack_space.h"

#include <algorithm>
#include <set>

namespace ferrule::effort {

namespace {

constexpr int kMostUnits = 1'000;  // beyond that a unit is a slip, and is not looked at one by one

}  // namespace

Space rack_space(const plant::Plant& plant) {
  Space space;
  space.racks.resize(plant.racks.size());
  std::vector<std::set<int>> taken(plant.racks.size());
  for (std::size_t i = 0; i < plant.racks.size(); ++i) space.racks[i].units = plant.racks[i].units;
  for (std::uint32_t index = 0; index < plant.nodes.size(); ++index) {
    const plant::Node& node = plant.nodes[index];
    const std::int64_t height = std::max(node.height, 1);
    (node.panel ? space.panel_units : space.equipment_units) += height;
    if (node.rack == plant::kNone) {
      ++space.pieces_without_rack;
      space.units_without_rack += height;
      continue;
    }
    RackSpace& rack = space.racks[node.rack];
    ++rack.pieces;
    (node.panel ? rack.by_panels : rack.by_equipment) += height;
    if (const std::int64_t top = node.unit + height - 1; node.unit > 0 && top > rack.top) {
      rack.top = static_cast<int>(top);
      rack.topmost = index;
    }
    if (node.unit == 0 || node.unit > kMostUnits || height > kMostUnits)
      rack.used += height;
    else
      for (int unit = node.unit; unit < node.unit + static_cast<int>(height); ++unit) taken[node.rack].insert(unit);
  }
  for (std::size_t i = 0; i < taken.size(); ++i) space.racks[i].used += static_cast<std::int64_t>(taken[i].size());
  return space;
}

}  // namespace ferrule::effort
