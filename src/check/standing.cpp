#include "check/standing.h"

#include <cmath>

namespace ferrule::check {

using plant::kNone;

Standing::Standing(const plant::Plant& plant) : rack_of_plug_(plant.connectors.size(), kNone) {
  const auto stands = [&](std::uint32_t plug, std::uint32_t rack) {
    if (plug != kNone) rack_of_plug_[plug] = rack;
  };
  for (const plant::Run& run : plant.runs) {
    const std::uint32_t rack = plant.nodes[run.node].rack;
    if (rack == kNone) continue;
    if (run.first_asset != kNone) {
      const std::uint32_t end = plant.asset_first[run.first_asset + run.names.count];
      for (std::uint32_t c = plant.asset_first[run.first_asset]; c < end; ++c) {
        constexpr std::uint32_t kAhead = 16;
        if (c + kAhead < end && plant.connectors[c + kAhead].mate != kNone)
          __builtin_prefetch(&rack_of_plug_[plant.connectors[c + kAhead].mate]);
        stands(plant.connectors[c].mate, rack);
      }
    }
    if (run.first_panel_port == kNone) continue;
    const std::size_t end = run.first_panel_port + std::size_t{run.names.count} * run.ports_each;
    for (std::size_t port = run.first_panel_port; port < end; ++port) {
      stands(plant.panel_ports[port].front, rack);
      stands(plant.panel_ports[port].rear, rack);
    }
  }
}

// A trunk has several plugs at either end: those in the rack of the first count with it. A plug that hangs loose says nothing, so a cable
// of which nothing else is known does not come back to where it began.
Standing::Ends Standing::ends_of(const plant::Plant& plant, std::uint32_t asset) const {
  const std::uint32_t first = plant.asset_first[asset], end = plant.asset_first[asset + 1];
  const std::uint32_t a = rack_of_plug_[first];
  std::uint32_t b = a;
  bool loose = false;
  for (std::uint32_t c = first + 1; c < end; ++c) {
    const std::uint32_t here = rack_of_plug_[c];
    loose = loose || here == kNone;
    if (here == kNone || here == a || here == b) continue;
    if (b != a) return {a, kNone};
    b = here;
  }
  return {a, loose && b == a ? kNone : b};
}

std::optional<Length> straight_distance(const plant::Rack& a, const plant::Rack& b) {
  if (!a.placed || !b.placed) return std::nullopt;
  // Halls are far below the 2^53 up to which a double holds the square exactly; beyond, a nanometre does not matter.
  const double x = static_cast<double>(a.x.millimetre - b.x.millimetre), y = static_cast<double>(a.y.millimetre - b.y.millimetre);
  return Length{static_cast<std::int64_t>(std::floor(std::sqrt(x * x + y * y)))};
}

}  // namespace ferrule::check
