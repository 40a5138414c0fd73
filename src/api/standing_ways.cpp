#include "api/standing_ways.h"

#include <algorithm>
#include <tuple>

#include "api/plant_hall.h"

namespace ferrule::api {
namespace {

using plant::kNone;

using TrayOf = std::tuple<synth::TrayRun, plant::SectionMeasures>;

std::map<std::string_view, TrayOf> trays_of(const plant::Plant& plant, const plant::Measures& measures) {
  std::map<std::string_view, TrayOf> out;
  for (std::uint32_t tray = 0; tray < plant.trays.size(); ++tray)
    if (plant.trays[tray].drawn) out.emplace(plant.trays[tray].name, TrayOf(tray_run(plant.trays[tray]), measures.tray(tray)));
  return out;
}

bool same_tray(const TrayOf& one, const TrayOf& other) {
  const auto& [was, measured] = one;
  const auto& [now, measures] = other;
  return was.from == now.from && was.to == now.to && was.height == now.height && was.side == now.side && was.hall == now.hall &&
         measured == measures;
}

bool same_trays(const lang::Project& before, const Loaded& now) {
  const auto were = trays_of(before.plant, before.measures), are = trays_of(now.plant, now.measures);
  return std::equal(were.begin(), were.end(), are.begin(), are.end(), [](const auto& one, const auto& other) {
    return one.first == other.first && same_tray(one.second, other.second);
  });
}

// Racks that are gone, or new, are no matter of it.
bool same_drops(const lang::Project& before, const Loaded& now) {
  std::map<std::string_view, plant::SectionMeasures> are;
  for (std::uint32_t rack = 0; rack < now.plant.racks.size(); ++rack)
    are.emplace(now.plant.racks[rack].name, now.measures.drop(rack));
  for (std::uint32_t rack = 0; rack < before.plant.racks.size(); ++rack)
    if (const auto here = are.find(before.plant.racks[rack].name);
        here != are.end() && here->second != before.measures.drop(rack))
      return false;
  return true;
}

}  // namespace

WaysBefore::WaysBefore(const lang::Project& before, const Loaded& now, const lang::Design& design, const synth::Hall& hall)
    : plant_(before.plant), hall_(hall) {
  const check::Policy &was = before.settings.policy, &is = now.settings.policy;
  for (std::uint32_t tray = 0; tray < hall.trays.size(); ++tray) trays_.emplace(hall.trays[tray].name, tray);
  as_it_was_ = was.slack == is.slack && was.ordering.stock_lengths == is.ordering.stock_lengths && same_trays(before, now) &&
               same_drops(before, now);
  few_lengths_ = std::any_of(design.left_open.begin(), design.left_open.end(),
                             [](const lang::LeftOpen& open) { return open.most_parts || open.part_number_cost; });
}

bool WaysBefore::is_where_it_was(const plant::Rack& rack) const {
  const std::optional<std::uint32_t> here = hall_.find(rack.name);
  if (!here) return false;
  const synth::HallRack was = hall_rack(rack), &now = hall_.racks[*here];
  return was.placed == now.placed && was.at == now.at && was.hall == now.hall;
}

std::optional<synth::KeptWay> WaysBefore::of(std::uint32_t asset) const {
  const std::uint32_t first = plant_.asset_first[asset], end = plant_.asset_first[asset + 1];
  synth::KeptWay way{Length{plant_.connectors[end - 1].length_mm}, {}, few_lengths_};
  if (!as_it_was_ || way.ordered.millimetre <= 0) return std::nullopt;
  for (std::uint32_t plug = first; plug < end; ++plug)
    if (const std::uint32_t rack = plant_.rack_of(plug); rack != kNone && !is_where_it_was(plant_.racks[rack]))
      return std::nullopt;
  if (const auto laying = plant_.laying.find(asset); laying != plant_.laying.end())
    for (const std::uint32_t tray : laying->second.trays) {
      const auto here = trays_.find(plant_.trays[tray].name);
      if (here == trays_.end()) return std::nullopt;
      way.trays.push_back(here->second);
    }
  return way;
}

}  // namespace ferrule::api
