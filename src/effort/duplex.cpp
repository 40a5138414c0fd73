#include "effort/duplex.h"

#include "facts/panel_density.h"

namespace ferrule::effort {
namespace {

void weigh(const SizeOfCable& size, std::uint32_t length_mm, std::uint64_t cables, CablingWeight& sum) {
  if (!size.grams_per_km || length_mm == 0)
    sum.unknown += cables;
  else
    sum.grams += static_cast<std::int64_t>((static_cast<Wide>(*size.grams_per_km) * length_mm * cables + 500'000) / 1'000'000);
}

}  // namespace

Duplex as_duplex(const LaidCables& laid, const CableSizes& sizes, const facts::Facts& facts) {
  Duplex out;
  for (const LaidCable& cable : laid.cables) {
    if (cable.lit == 0) continue;
    out.cords += cable.pairs;
    out.length_mm += static_cast<std::int64_t>(cable.length_mm) * cable.pairs;
    weigh(sizes.duplex(), cable.length_mm, cable.pairs, out.weight);
    weigh(sizes.of(cable.type), cable.length_mm, 1, out.plant_weight);
  }
  out.plugs = 2 * out.cords;
  out.panel_ports = laid.pair_joints;
  if (const std::optional<facts::PanelDensity> density = facts::panel_density(facts, "LC-duplex")) {
    const auto each = static_cast<std::uint64_t>(density->ports_per_unit);
    out.ports_per_unit = density->ports_per_unit;
    out.panel_units = (out.panel_ports + each - 1) / each;
  }
  return out;
}

}  // namespace ferrule::effort
