#include "api/plant_hall.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"

namespace ferrule::api {

synth::HallRack hall_rack(const plant::Rack& rack) {
  synth::HallRack out;
  out.name = rack.name;
  out.placed = rack.placed;
  out.at = {rack.x.millimetre, rack.y.millimetre};
  out.units = rack.units;
  out.hall = rack.hall;
  out.place = rack.place;
  return out;
}

synth::TrayRun tray_run(const plant::Tray& tray) {
  return {tray.name,
          {tray.from_x.millimetre, tray.from_y.millimetre},
          {tray.to_x.millimetre, tray.to_y.millimetre},
          tray.height.millimetre,
          tray.place,
          synth::side_of(tray.side),
          tray.hall};
}

synth::Hall hall_of(const plant::Plant& plant, const synth::Fabric& fabric, diag::Findings& findings) {
  synth::Hall hall;
  for (const plant::Rack& rack : plant.racks) {
    hall.racks.push_back(hall_rack(rack));
    if (rack.phase != plant::kNone) hall.racks.back().phase = rack.phase;
  }
  for (const plant::Tray& tray : plant.trays)
    if (tray.drawn) hall.trays.push_back(tray_run(tray));
  constexpr std::size_t kMostTrays = 4000;  // each is held against each
  if (hall.trays.size() > kMostTrays) {
    synth::say(findings, synth::kFabricTooLarge, hall.trays[kMostTrays].place,
               fmt::format("more than {} trays", with_thousands(kMostTrays)))
        .help("design halls one by one");
    hall.trays.resize(kMostTrays);
  }
  if (hall.racks.empty())
    for (const synth::ListedDevice& device : fabric.devices) {
      const auto named = [&](const synth::HallRack& rack) { return rack.name == device.rack; };
      if (device.rack.empty() || std::any_of(hall.racks.begin(), hall.racks.end(), named)) continue;
      synth::HallRack& out = hall.racks.emplace_back();
      out.name = device.rack;
      out.place = device.rack_place;
      out.of_links = true;
    }
  hall.index();
  for (const plant::Node& node : plant.nodes)  // what stands already
    if (node.rack != plant::kNone && node.unit > 0) hall.take_at(node.rack, node.unit, node.height);
  return hall;
}

void take_units(const plant::Plant& plant, const plant::Node& node, synth::Hall& hall) {
  if (node.rack == plant::kNone || node.unit == 0) return;
  if (const auto rack = hall.find(plant.racks[node.rack].name)) hall.take_at(*rack, node.unit, node.height);
}

}  // namespace ferrule::api
