#include "effort/sites.h"

#include <algorithm>
#include <iterator>

namespace ferrule::effort {

using plant::kNone;

std::uint32_t Sites::Sets::number(std::vector<std::uint32_t> members) {
  const auto [at, fresh] = by_members_.try_emplace(std::move(members), static_cast<std::uint32_t>(sets_.size()));
  if (fresh) sets_.push_back(at->first);
  return at->second;
}

std::uint32_t Sites::Sets::of(const std::string& name) {
  if (name.empty()) return kNone;
  const auto [at, fresh] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (fresh) names_.push_back(name);
  return number({at->second});
}

std::uint32_t Sites::Sets::both(std::uint32_t a, std::uint32_t b) {
  if (a == b || b == kNone) return a;
  if (a == kNone) return b;
  const auto [at, fresh] = joined_.try_emplace({std::min(a, b), std::max(a, b)}, kNone);
  if (!fresh) return at->second;
  std::vector<std::uint32_t> members;
  std::set_union(sets_[a].begin(), sets_[a].end(), sets_[b].begin(), sets_[b].end(), std::back_inserter(members));
  return at->second = number(std::move(members));
}

std::string Sites::Sets::spelled(std::uint32_t set) const {
  std::string out;
  if (set == kNone) return out;
  for (const std::uint32_t member : sets_[set]) out += (out.empty() ? "" : " / ") + names_[member];
  return out;
}

bool Sites::Sets::before(std::uint32_t a, std::uint32_t b) const {
  if (a == kNone || b == kNone) return a != kNone && b == kNone;
  return sets_[a] < sets_[b];
}

Sites::Sites(const plant::Plant& plant) : plant_(plant), node_of_(plant.connectors.size(), kNone) {
  std::vector<Site> racks;
  for (const plant::Rack& rack : plant.racks) racks.push_back({rack.phase, halls_.of(rack.hall), rows_.of(rack.row)});
  for (const plant::Node& node : plant.nodes) {
    Site site = node.rack == kNone ? Site{} : racks[node.rack];
    site.phase = node.phase;
    nodes_.push_back(site);
  }
  for (const plant::Run& run : plant.runs) {
    if (run.first_asset != kNone)
      for (std::uint32_t at = plant.asset_first[run.first_asset]; at < plant.asset_first[run.first_asset + run.names.count]; ++at)
        node_of_[at] = run.node;
    if (run.first_panel_port == kNone) continue;
    for (std::uint32_t port = 0; port < run.names.count * run.ports_each; ++port)
      for (const std::uint32_t plug :
           {plant.panel_ports[run.first_panel_port + port].front, plant.panel_ports[run.first_panel_port + port].rear})
        if (plug != kNone) node_of_[plug] = run.node;
  }
  // What is plugged into a port or a cassette. Plugs that meet in a panel or a coupler have no such mate.
  std::vector<bool> own(plant.connectors.size());
  for (const plant::Run& run : plant.runs)
    if (run.first_asset != kNone)
      std::fill(own.begin() + plant.asset_first[run.first_asset],
                own.begin() + plant.asset_first[run.first_asset + run.names.count], true);
  for (std::uint32_t plug = 0; plug < node_of_.size(); ++plug) {
    const std::uint32_t mate = plant.connectors[plug].mate;
    if (node_of_[plug] == kNone && mate != kNone && own[mate]) node_of_[plug] = node_of_[mate];
  }
}

Site Sites::of_cable(std::uint32_t asset) {
  Site site;
  for (std::uint32_t plug = plant_.asset_first[asset]; plug < plant_.asset_first[asset + 1]; ++plug) {
    if (node_of_[plug] == kNone) continue;
    const Site& there = nodes_[node_of_[plug]];
    site.hall = halls_.both(site.hall, there.hall);
    site.row = rows_.both(site.row, there.row);
    if (there.phase != kNone && (site.phase == kNone || there.phase > site.phase)) site.phase = there.phase;
  }
  if (const auto stated = plant_.cable_phase.find(asset); stated != plant_.cable_phase.end()) site.phase = stated->second;
  return site;
}

}  // namespace ferrule::effort
