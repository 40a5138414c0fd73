#include "check/standing.h"

#include <algorithm>
#include <cmath>

#include "plant/rack_unit.h"

namespace ferrule::check {

using plant::kNone;

namespace {

// Below the lowest unit there may be nothing, or a plinth.
Heights heights_of_units(std::int64_t first, std::int64_t last) {
  return {(first - 1) * plant::kRackUnitUm / 1000, plant::kPlinth + (last * plant::kRackUnitUm + 999) / 1000};
}

std::int64_t top_of(const plant::Node& node) { return std::int64_t{node.unit} + std::max(node.height, 1) - 1; }

bool has_unit(const plant::Node& node, const plant::Rack& rack) {
  return node.unit > 0 && (rack.units <= 0 || top_of(node) <= rack.units);
}

std::int64_t units_between(const plant::Node& a, const plant::Node& b) {
  return std::max({std::int64_t{0}, b.unit - top_of(a) - 1, a.unit - top_of(b) - 1}) * plant::kRackUnitUm / 1000;
}

// Halls are far below the 2^53 up to which a double holds the square exactly; beyond, a nanometre does not matter.
std::int64_t diagonal(std::int64_t a, std::int64_t b) {
  const auto x = static_cast<double>(a), y = static_cast<double>(b);
  return static_cast<std::int64_t>(std::floor(std::sqrt(x * x + y * y)));
}

}  // namespace

Standing::Standing(const plant::Plant& plant) : node_of_plug_(plant.connectors.size(), kNone) {
  rack_of_node_.reserve(plant.nodes.size());
  for (const plant::Node& node : plant.nodes) rack_of_node_.push_back(node.rack);
  const auto stands = [&](std::uint32_t plug, std::uint32_t node) {
    if (plug != kNone) node_of_plug_[plug] = node;
  };
  for (const plant::Run& run : plant.runs) {
    if (rack_of_node_[run.node] == kNone) continue;
    if (run.first_asset != kNone) {
      const std::uint32_t end = plant.asset_first[run.first_asset + run.names.count];
      for (std::uint32_t c = plant.asset_first[run.first_asset]; c < end; ++c) {
        constexpr std::uint32_t kAhead = 16;
        if (c + kAhead < end && plant.connectors[c + kAhead].mate != kNone)
          __builtin_prefetch(&node_of_plug_[plant.connectors[c + kAhead].mate]);
        stands(plant.connectors[c].mate, run.node);
      }
    }
    if (run.first_panel_port == kNone) continue;
    const std::size_t end = run.first_panel_port + std::size_t{run.names.count} * run.ports_each;
    for (std::size_t port = run.first_panel_port; port < end; ++port) {
      stands(plant.panel_ports[port].front, run.node);
      stands(plant.panel_ports[port].rear, run.node);
    }
  }
}

Standing::Ends Standing::ends_of(const plant::Plant& plant, std::uint32_t asset) const {
  std::optional<CableEnd> a, b;
  for (std::uint32_t plug = plant.asset_first[asset]; plug < plant.asset_first[asset + 1]; ++plug) {
    const std::uint32_t node = node_of_plug_[plug];
    if (node == kNone) continue;
    std::optional<CableEnd>& end = plant.face_of(plug).name.starts_with('a') ? a : b;
    if (!end) end = CableEnd{rack_of_node_[node], node};
    if (end->node != node) end->node = kNone;
    if (end->rack != rack_of_node_[node]) end->rack = kNone;
  }
  return {a.value_or(CableEnd{}), b.value_or(CableEnd{})};
}

std::optional<Length> straight_distance(const plant::Rack& a, const plant::Rack& b) {
  if (!a.placed || !b.placed) return std::nullopt;
  return Length{diagonal(a.x.millimetre - b.x.millimetre, a.y.millimetre - b.y.millimetre)};
}

std::optional<Length> distance_between(const InRack& a, const InRack& b, Length nearer) {
  const std::optional<Length> floor = straight_distance(a.rack, b.rack);
  if (!floor || !has_unit(a.node, a.rack) || !has_unit(b.node, b.rack) || a.rack.hall != b.rack.hall) return floor;
  const std::int64_t height = units_between(a.node, b.node);
  return height == 0 ? *floor
                     : std::max(*floor, Length{diagonal(std::max<std::int64_t>(0, (*floor - nearer).millimetre), height)});
}

std::optional<Length> distance_in_rack(const plant::Node& a, const plant::Node& b, const plant::Rack& rack) {
  if (!has_unit(a, rack) || !has_unit(b, rack)) return std::nullopt;
  return Length{units_between(a, b)};
}

std::optional<Heights> heights_of(const plant::Node& node, const plant::Rack& rack) {
  return has_unit(node, rack) ? heights_of_units(node.unit, top_of(node)) : heights_of(rack);
}

std::optional<Heights> heights_of(const plant::Rack& rack) {
  if (rack.units <= 0) return std::nullopt;
  return heights_of_units(1, rack.units);
}

}  // namespace ferrule::check
