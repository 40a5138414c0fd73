#include "api/standing_revise.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "api/plant_hall.h"
#include "api/standing_match.h"
#include "lang/plan_text.h"
#include "plant/trace.h"

namespace ferrule::api {

namespace {

using plant::kNone;

}  // namespace

std::vector<bool> cables_in_use(const StandingPlant& out, const synth::Net& net) {
  const plant::Plant& plant = out.project.plant;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> kept_ports;
  for (std::size_t i = 0; i < net.links.size(); ++i)
    if (out.kept[i].stands)
      for (const synth::NetPort& port : {net.links[i].a, net.links[i].b})
        kept_ports.emplace(port.device, port.receptacle, port.leg);
  std::vector<bool> used(plant.asset_count());
  for (std::size_t i = 0; i < out.standing.ports.size(); ++i) {
    const synth::NetPort& at = out.standing.ports[i].at;
    if (!kept_ports.contains({at.device, at.receptacle, at.leg})) continue;
    for (const plant::Hop& hop : plant::trace(plant, out.port_fibres[i]).hops)
      used[plant.connectors[hop.entered.connector].asset] = true;
  }
  return used;
}

namespace {

void erase_rows(lang::WrittenTable& table, std::string_view column, const std::set<std::string, std::less<>>& gone) {
  const auto at = static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), column) - table.columns.begin());
  std::erase_if(table.rows, [&](const std::vector<std::string>& row) { return at < row.size() && gone.contains(row[at]); });
}

// Takes out of a plan what nobody asks for any more, before anything new is laid.
class Reviser {
 public:
  Reviser(StandingPlant& out, const synth::Net& net, synth::Hall& hall)
      : out_(out), plant_(out.project.plant), net_(net), hall_(hall), used_(cables_in_use(out, net)) {}

  // By asset: it is gone.
  std::vector<bool> revise() {
    drop_cables();
    cap_tails();
    drop_nodes();
    drop_links();
    erase_rows(out_.written.cables, "id", cables_);
    erase_rows(out_.written.equipment, "name", nodes_);
    erase_rows(out_.written.panels, "name", nodes_);
    erase_rows(out_.written.links, "id", links_);
    for (const auto& [gone, names] : {std::pair{&cables_, &out_.standing.cables}, std::pair{&nodes_, &out_.standing.nodes},
                                      std::pair{&links_, &out_.standing.links}})
      for (const std::string& name : *gone) names->erase(name);
    return std::move(gone_);
  }

 private:
  using Racks = std::pair<std::uint32_t, std::uint32_t>;
  Racks racks_of(std::uint32_t asset) const {
    const std::uint32_t first = plant_.asset_first[asset], end = plant_.asset_first[asset + 1];
    return std::minmax(plant_.rack_of(first), plant_.rack_of(end - 1));
  }

  // A trunk that lies dark stays where others between its racks are in use: it is their reserve.
  void drop_cables() {
    gone_.resize(plant_.asset_count());
    std::set<Racks> in_use;
    const auto is_trunk = [&](std::uint32_t asset) { return plant_.asset_type(asset).kind == plant::Kind::kTrunk; };
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset)
      if (is_cable(plant_, asset) && used_[asset] && is_trunk(asset)) in_use.insert(racks_of(asset));
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset) {
      if (!is_cable(plant_, asset) || used_[asset] || (is_trunk(asset) && in_use.contains(racks_of(asset)))) continue;
      gone_[asset] = true;
      out_.report.cables_left.push_back(plant_.asset_spelled(asset));
      cables_.insert(out_.report.cables_left.back());
    }
  }

  // Of harnesses that stay for other links.
  void cap_tails() {
    const std::set<std::uint32_t> kept = kept_receptacles();
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset) {
      if (!is_cable(plant_, asset) || gone_[asset] || plant_.asset_type(asset).kind != plant::Kind::kBreakout) continue;
      for (std::uint32_t plug = plant_.asset_first[asset] + 1; plug < plant_.asset_first[asset + 1]; ++plug) {
        const std::uint32_t mate = plant_.connectors[plug].mate;
        if (mate == kNone || kept.contains(mate)) continue;
        std::string* cell = lang::tail_cell(out_.written.cables, plant_.asset_spelled(asset), tail_of_harness(plant_, plug));
        if (cell != nullptr) *cell = lang::kCappedTail;
      }
    }
  }

  std::set<std::uint32_t> kept_receptacles() const {
    std::set<std::pair<std::uint32_t, std::uint32_t>> ports;
    for (std::size_t i = 0; i < net_.links.size(); ++i)
      if (out_.kept[i].stands)
        for (const synth::NetPort& port : {net_.links[i].a, net_.links[i].b}) ports.emplace(port.device, port.receptacle);
    std::set<std::uint32_t> kept;
    for (std::size_t i = 0; i < out_.standing.ports.size(); ++i) {
      const synth::NetPort& at = out_.standing.ports[i].at;
      if (ports.contains({at.device, at.receptacle})) kept.insert(out_.port_fibres[i].connector);
    }
    return kept;
  }

  void drop_nodes() {
    std::set<std::string_view> kept;
    for (const synth::Device& device : net_.devices)
      if (device.stands) kept.insert(device.name);
    const std::vector<bool> plugged = nodes_with_plugs();
    for (std::uint32_t n = 0; n < plant_.nodes.size(); ++n) {
      const plant::Node& node = plant_.nodes[n];
      if (node.panel ? plugged[n] : kept.contains(node.name)) {
        take_units(plant_, node, hall_);
        continue;
      }
      nodes_.insert(node.name);
      if (!node.panel) out_.report.devices_left.push_back(node.name);
    }
  }

  std::vector<bool> nodes_with_plugs() const {
    std::vector<bool> plugged(plant_.nodes.size());
    const auto stays = [&](std::uint32_t plug) { return plug != kNone && !gone_[plant_.connectors[plug].asset]; };
    for (const plant::Run& run : plant_.runs) {
      for (std::uint32_t port = 0; run.first_panel_port != kNone && port < run.names.count * run.ports_each; ++port) {
        const plant::PanelPort& here = plant_.panel_ports[run.first_panel_port + port];
        if (stays(here.front) || stays(here.rear)) plugged[run.node] = true;
      }
      for (std::uint32_t i = 0; run.first_asset != kNone && i < run.names.count; ++i)
        for (std::uint32_t c = plant_.asset_first[run.first_asset + i]; c < plant_.asset_first[run.first_asset + i + 1]; ++c)
          if (stays(plant_.connectors[c].mate)) plugged[run.node] = true;
    }
    return plugged;
  }

  void drop_links() {
    std::set<std::string_view> kept;
    for (const synth::KeptLink& link : out_.kept)
      if (link.stands) kept.insert(link.id);
    for (std::uint32_t link = 0; link < plant_.link_count(); ++link) {
      if (kept.contains(plant_.link_name(link))) continue;
      out_.report.links_left.emplace_back(plant_.link_name(link));
      links_.insert(out_.report.links_left.back());
    }
  }

  StandingPlant& out_;
  const plant::Plant& plant_;
  const synth::Net& net_;
  synth::Hall& hall_;
  std::vector<bool> used_, gone_;
  std::set<std::string, std::less<>> cables_, nodes_, links_;
};

}  // namespace

std::vector<bool> revise_standing(StandingPlant& out, const synth::Net& net, synth::Hall& hall) {
  return Reviser(out, net, hall).revise();
}

}  // namespace ferrule::api
