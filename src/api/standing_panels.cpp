#include "api/standing_panels.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace ferrule::api {
namespace {

using plant::kNone;

bool stays(const plant::Plant& plant, const std::vector<bool>& gone, std::uint32_t plug) {
  return plug != kNone && !gone[plant.connectors[plug].asset];
}

bool is_plugged(const plant::Plant& plant, const std::vector<bool>& gone, std::uint32_t asset) {
  for (std::uint32_t c = plant.asset_first[asset]; c < plant.asset_first[asset + 1]; ++c)
    if (stays(plant, gone, plant.connectors[c].mate)) return true;
  return false;
}

std::optional<int> slot_number(const std::string& slot) {
  int number = 0;
  const auto [end, error] = std::from_chars(slot.data(), slot.data() + slot.size(), number);
  return error == std::errc() && end == slot.data() + slot.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> runs_of_panel_ports(const plant::Plant& plant) {
  std::vector<std::uint32_t> runs(plant.panel_ports.size(), kNone);
  for (std::uint32_t r = 0; r < plant.runs.size(); ++r) {
    const plant::Run& run = plant.runs[r];
    if (run.first_panel_port == kNone) continue;
    const std::size_t end = run.first_panel_port + std::size_t{run.names.count} * run.ports_each;
    std::fill(runs.begin() + run.first_panel_port, runs.begin() + static_cast<std::ptrdiff_t>(end), r);
  }
  return runs;
}

std::vector<bool> nodes_with_plugs(const plant::Plant& plant, const std::vector<bool>& gone) {
  std::vector<bool> plugged(plant.nodes.size());
  for (const plant::Run& run : plant.runs) {
    for (std::uint32_t port = 0; run.first_panel_port != kNone && port < run.names.count * run.ports_each; ++port) {
      const plant::PanelPort& here = plant.panel_ports[run.first_panel_port + port];
      if (stays(plant, gone, here.front) || stays(plant, gone, here.rear)) plugged[run.node] = true;
    }
    for (std::uint32_t i = 0; run.first_asset != kNone && i < run.names.count; ++i)
      if (is_plugged(plant, gone, run.first_asset + i)) plugged[run.node] = true;
  }
  return plugged;
}

std::vector<int> slots_with_plugs(const plant::Plant& plant, const plant::Node& panel, const std::vector<bool>& gone) {
  std::vector<int> slots;
  for (std::uint32_t r = panel.first_run; r < panel.first_run + panel.runs; ++r) {
    const plant::Run& run = plant.runs[r];
    for (std::uint32_t i = 0; run.first_asset != kNone && i < run.names.count; ++i)
      if (const std::optional<int> slot = slot_number(run.names.at(i)); slot && is_plugged(plant, gone, run.first_asset + i))
        slots.push_back(*slot);
  }
  std::sort(slots.begin(), slots.end());
  return slots;
}

int last_slot(const plant::Plant& plant, std::uint32_t trunk) {
  int last = 0;
  for (std::uint32_t plug = plant.asset_first[trunk]; plug < plant.asset_first[trunk + 1]; ++plug) {
    const std::uint32_t mate = plant.connectors[plug].mate;
    const plant::Run* run = mate == kNone ? nullptr : plant.run_of(plant.connectors[mate].asset);
    if (run != nullptr)
      last = std::max(last, slot_number(run->names.at(plant.connectors[mate].asset - run->first_asset)).value_or(0));
  }
  return last;
}

}  // namespace ferrule::api
