#include "check/standing.h"

#include <algorithm>
#include <cmath>

namespace ferrule::check {

using plant::kNone;

Standing::Standing(const plant::Plant& plant) : plant_(plant), rack_of_asset_(plant.asset_count(), kNone) {
  if (!plant.panel_ports.empty()) rack_of_plug_.resize(plant.connectors.size(), kNone);
  const auto plug_stands = [&](std::uint32_t connector, std::uint32_t rack) {
    if (connector != kNone) rack_of_plug_[connector] = rack;
  };
  for (const plant::Run& run : plant.runs) {
    const std::uint32_t rack = plant.nodes[run.node].rack;
    if (run.first_asset != kNone)
      std::fill_n(rack_of_asset_.begin() + run.first_asset, run.names.count, rack);
    if (run.first_panel_port == kNone) continue;
    const std::size_t end = run.first_panel_port + std::size_t{run.names.count} * run.ports_each;
    for (std::size_t port = run.first_panel_port; port < end; ++port) {
      plug_stands(plant.panel_ports[port].front, rack);
      plug_stands(plant.panel_ports[port].rear, rack);
    }
  }
}

std::uint32_t Standing::rack_at(std::uint32_t connector) const {
  const std::uint32_t mate = plant_.connectors[connector].mate;
  if (mate != kNone)
    if (const std::uint32_t rack = rack_of_asset_[plant_.connectors[mate].asset]; rack != kNone) return rack;
  return rack_of_plug_.empty() ? kNone : rack_of_plug_[connector];
}

std::optional<Length> straight_distance(const plant::Rack& a, const plant::Rack& b) {
  if (!a.placed || !b.placed) return std::nullopt;
  // Halls are far below the 2^53 up to which a double holds the square exactly; beyond, a nanometre does not matter.
  const double x = static_cast<double>(a.x.millimetre - b.x.millimetre), y = static_cast<double>(a.y.millimetre - b.y.millimetre);
  return Length{static_cast<std::int64_t>(std::floor(std::sqrt(x * x + y * y)))};
}

}  // namespace ferrule::check
