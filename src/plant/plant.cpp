#include "plant/plant.h"

#include <algorithm>

namespace ferrule::plant {

const Run* Plant::run_of(std::uint32_t asset) const {
  // Runs with assets are appended in ascending order of their first asset.
  std::size_t low = 0, high = asset_run.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (runs[asset_run[middle]].first_asset <= asset)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return nullptr;
  const Run& run = runs[asset_run[low - 1]];
  return asset - run.first_asset < run.names.count ? &run : nullptr;
}

std::string Plant::slot_spelled(const Run& run, std::uint32_t index) const {
  const std::string slot = run.names.at(index);
  return slot.empty() ? nodes[run.node].name : nodes[run.node].name + "/" + slot;
}

std::string Plant::asset_spelled(std::uint32_t asset) const {
  if (const Run* run = run_of(asset)) return slot_spelled(*run, asset - run->first_asset);
  if (asset_name[asset] == kNone) return "part " + std::to_string(asset + 1);
  return std::string(names.get(asset_name[asset]));
}

std::string Plant::spelled(std::uint32_t connector) const {
  const std::uint32_t asset = connectors[connector].asset;
  const PartType& type = type_of(connector);
  if (type.faces.size() == 1) return asset_spelled(asset);
  return asset_spelled(asset) + "/" + face_of(connector).name;
}

std::string Plant::port_spelled(std::uint32_t panel_port, bool front) const {
  for (const Run& run : runs) {
    if (run.first_panel_port == kNone || panel_port < run.first_panel_port) continue;
    const std::uint32_t offset = panel_port - run.first_panel_port;
    if (offset >= run.names.count * run.ports_each) continue;
    return slot_spelled(run, offset / run.ports_each) + "/" + std::to_string(offset % run.ports_each + 1) +
           (front ? "" : "/rear");
  }
  return "panel port " + std::to_string(panel_port + 1);
}

diag::Place Plant::place_of_asset(std::uint32_t asset) const {
  const ShortPlace& place = asset_place[asset];
  return {place.source, place.offset, place.length};
}

std::uint32_t Plant::rack_of(std::uint32_t connector) const {
  const auto of_asset = [&](std::uint32_t asset) {
    const Run* run = run_of(asset);
    return run == nullptr ? kNone : nodes[run->node].rack;
  };
  if (const std::uint32_t own = of_asset(connectors[connector].asset); own != kNone) return own;
  if (const auto port = panel_port_at.find(connector); port != panel_port_at.end()) {
    for (const Run& run : runs)
      if (run.first_panel_port != kNone && port->second >= run.first_panel_port &&
          port->second - run.first_panel_port < run.names.count * run.ports_each)
        return nodes[run.node].rack;
  }
  const std::uint32_t mate = connectors[connector].mate;
  return mate == kNone ? kNone : of_asset(connectors[mate].asset);
}

}  // namespace ferrule::plant
