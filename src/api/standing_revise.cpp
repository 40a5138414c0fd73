#include "api/standing_revise.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "api/own_parts.h"
#include "api/standing_match.h"
#include "api/standing_panels.h"
#include "api/standing_ways.h"
#include "effort/sites.h"
#include "lang/codes.h"
#include "lang/plan_text.h"
#include "plant/trace.h"
#include "synth/growth.h"

namespace ferrule::api {

namespace {

using plant::kNone;
using PortKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
PortKey key_of(const synth::NetPort& port) { return {port.device, port.receptacle, port.leg}; }

// Ports of links that are kept: the connector where its light begins, and the link.
std::map<std::uint32_t, std::uint32_t> lit_ports(const StandingPlant& out, const synth::Net& net) {
  std::map<PortKey, std::uint32_t> link_of;
  for (std::uint32_t i = 0; i < net.links.size(); ++i)
    if (out.kept[i].stands)
      for (const synth::NetPort& port : {net.links[i].a, net.links[i].b}) link_of.emplace(key_of(port), i);
  std::map<std::uint32_t, std::uint32_t> ports;  // of standing.ports: link
  for (std::uint32_t i = 0; i < out.standing.ports.size(); ++i)
    if (const auto at = link_of.find(key_of(out.standing.ports[i].at)); at != link_of.end()) ports.emplace(i, at->second);
  return ports;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> links_by_plug(const StandingPlant& out, const synth::Net& net) {
  const plant::Plant& plant = out.project.plant;
  std::vector<std::vector<std::uint32_t>> links(plant.connectors.size());
  for (const auto& [port, link] : lit_ports(out, net))
    for (const plant::Hop& hop : plant::trace(plant, out.port_fibres[port]).hops)
      if (hop.entered.connector != kNone) links[hop.entered.connector].push_back(link);
  return links;
}

namespace {

class PlanKeeper {
 public:
  PlanKeeper(StandingPlant& out, const Loaded& loaded, const lang::Design& design, const synth::Net& net, synth::Hall& hall)
      : out_(out),
        plant_(out.project.plant),
        design_(design),
        net_(net),
        hall_(hall),
        sites_(plant_),
        by_plug_(links_by_plug(out, net)),
        ways_(out.project, loaded, design, hall) {
    for (const plant::Node& node : loaded.plant.nodes) own_nodes_.insert(node.name);
    for (std::uint32_t asset = 0; asset < loaded.plant.asset_count(); ++asset)
      if (is_cable(loaded.plant, asset)) own_cables_.insert(loaded.plant.asset_spelled(asset));
    for (std::uint32_t d = 0; d < net.devices.size(); ++d) devices_.emplace(net.devices[d].name, d);
    for (const auto& [port, link] : lit_ports(out, net)) link_of_port_.emplace(out.port_fibres[port].connector, link);
  }

  // False: it has what no design writes.
  bool keep() {
    find_gone();
    bool all_rows = keep_cables();
    all_rows = keep_panels() && all_rows;
    forget_names();
    return all_rows;
  }

 private:
  bool is_trunk(std::uint32_t asset) const { return plant_.asset_type(asset).kind == plant::Kind::kTrunk; }
  std::uint32_t first(std::uint32_t asset) const { return plant_.asset_first[asset]; }
  std::uint32_t end(std::uint32_t asset) const { return plant_.asset_first[asset + 1]; }

  std::set<std::uint32_t> links_of(std::uint32_t asset) const {
    std::set<std::uint32_t> links;
    for (std::uint32_t plug = first(asset); plug < end(asset); ++plug) links.insert(by_plug_[plug].begin(), by_plug_[plug].end());
    return links;
  }

  std::optional<synth::Stand> panel_at(std::uint32_t plug) const {
    const std::uint32_t n = sites_.node_of(plug);
    return n == kNone || !plant_.nodes[n].panel ? std::nullopt : stood(plant_.nodes[n]);
  }

  std::optional<synth::Stand> stood(const plant::Node& node) const {
    if (node.rack == kNone || node.unit == 0) return std::nullopt;
    const std::optional<std::uint32_t> rack = hall_.find(plant_.racks[node.rack].name);
    return rack ? std::optional(synth::Stand{*rack, node.unit, node.height}) : std::nullopt;
  }

  // A trunk that nothing lights may be lit by new links, if its racks are still there.
  void find_gone() {
    out_.gone.assign(plant_.asset_count(), false);
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset) {
      if (!is_cable(plant_, asset) || own_cables_.contains(plant_.asset_spelled(asset)) || !links_of(asset).empty()) continue;
      out_.gone[asset] = !is_trunk(asset) || !panel_at(first(asset)) || !panel_at(end(asset) - 1);
    }
  }

  bool keep_cables() {
    std::map<std::string, std::uint32_t> assets;
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset)
      if (is_cable(plant_, asset) && !out_.gone[asset] && !own_cables_.contains(plant_.asset_spelled(asset)))
        assets.emplace(plant_.asset_spelled(asset), asset);
    const std::size_t all = assets.size();
    for (const std::vector<std::string>& row : out_.written.cables.rows)
      if (const auto at = assets.find(lang::cell_of(out_.written.cables, row, "id")); at != assets.end())
        out_.standing.kept.cables.push_back(kept_cable(at->second, row));
    return out_.standing.kept.cables.size() == all;
  }

  synth::KeptCable kept_cable(std::uint32_t asset, const std::vector<std::string>& row) {
    const auto cell = [&](std::string_view column) { return lang::cell_of(out_.written.cables, row, column); };
    const std::set<std::uint32_t> links = links_of(asset);
    synth::KeptCable cable;
    cable.id = cell("id");
    cable.a = cell("a");
    cable.b = cell("b");
    cable.part = cell("part");
    cable.at_a = end_at(first(asset));
    cable.at_b = end_at(end(asset) - 1);
    cable.rule = links.empty() ? rule_between(cable) : net_.links[*links.begin()].rule;
    cable.trunk = is_trunk(asset);
    cable.links = static_cast<int>(links.size());
    const std::vector<synth::CablingWish>& wishes = design_.wishes;
    cable.side = wishes[cable.rule].both_routes ? synth::side_of(cell("side")) : wishes[cable.rule].route;
    cable.phase = phase_of_cable(cable, links, cell("phase"));
    if (plant_.asset_type(asset).kind == plant::Kind::kBreakout) add_tails(asset, cable);
    if (cable.trunk) count_legs(asset, cable);
    if (!lost_a_tail(asset) && cable.side == synth::side_of(cell("side"))) cable.way = ways_.of(asset);
    for (const synth::KeptEnd* at : {&cable.at_a, &cable.at_b})
      if (!at->panel.empty()) {
        const auto [phase, fresh] = panel_phase_.try_emplace(at->panel, cable.phase);
        phase->second = std::min(phase->second, cable.phase);
      }
    return cable;
  }

  synth::KeptEnd end_at(std::uint32_t plug) const {
    const std::uint32_t node = sites_.node_of(plug);
    if (node == kNone) return {};
    if (plant_.nodes[node].panel) return {{}, plant_.nodes[node].name, stood(plant_.nodes[node])};
    const auto device = devices_.find(plant_.nodes[node].name);
    return {device == devices_.end() ? std::nullopt : std::optional(device->second), {}, stood(plant_.nodes[node])};
  }

  // Of a trunk that is dark: whose links join its racks.
  std::uint32_t rule_between(const synth::KeptCable& cable) const {
    for (const synth::NetLink& link : net_.links) {
      const std::optional<synth::Stand>&a = out_.stands[link.a.device], &b = out_.stands[link.b.device];
      if (a && b && cable.at_a.stood && cable.at_b.stood &&
          std::minmax(a->rack, b->rack) == std::minmax(cable.at_a.stood->rack, cable.at_b.stood->rack))
        return link.rule;
    }
    return 0;
  }

  // With the first of its links; a trunk that was laid ahead of them stays so.
  std::uint32_t phase_of_cable(const synth::KeptCable& cable, const std::set<std::uint32_t>& links,
                               const std::string& before) const {
    const std::vector<std::string>& phases = design_.fabric.phases;
    const auto at = std::find(phases.begin(), phases.end(), before);
    const std::uint32_t was = at == phases.end() ? 0 : static_cast<std::uint32_t>(at - phases.begin());
    std::uint32_t phase = links.empty() ? was : synth::phase_of(net_, net_.links[*links.begin()]);
    for (const std::uint32_t link : links) phase = std::min(phase, synth::phase_of(net_, net_.links[link]));
    return cable.trunk && design_.wishes[cable.rule].lays_ahead() ? std::min(phase, was) : phase;
  }

  // Tails of links that go hang free.
  void add_tails(std::uint32_t asset, synth::KeptCable& cable) {
    cable.tails.resize(end(asset) - first(asset) - 1);
    for (std::uint32_t plug = first(asset) + 1; plug < end(asset); ++plug) {
      const auto link = link_of_port_.find(plant_.connectors[plug].mate);
      const int tail = tail_of_harness(plant_, plug);
      const std::string* cell = lang::tail_cell(out_.written.cables, cable.id, tail);
      if (link == link_of_port_.end() || cell == nullptr) continue;
      cable.tails[static_cast<std::size_t>(tail - 1)] = {*cell, end_at(plug), synth::phase_of(net_, net_.links[link->second])};
    }
  }

  bool lost_a_tail(std::uint32_t asset) const {
    if (plant_.asset_type(asset).kind != plant::Kind::kBreakout) return false;
    for (std::uint32_t plug = first(asset) + 1; plug < end(asset); ++plug)
      if (const std::uint32_t mate = plant_.connectors[plug].mate; mate != kNone && !link_of_port_.contains(mate)) return true;
    return false;
  }

  // A module with several rear connectors is lit as a whole: light is followed from one fibre of a port, which takes one of them.
  void count_legs(std::uint32_t asset, synth::KeptCable& cable) const {
    const plant::PartType& type = plant_.asset_type(asset);
    std::vector<std::uint32_t> near;  // plugs of end a
    for (std::uint32_t face = 0; face < type.faces.size(); ++face)
      if (type.faces[face].name.starts_with("a")) near.push_back(first(asset) + face);
    cable.legs = static_cast<int>(near.size());
    cable.legs_used = 0;
    for (auto place = near.begin(); place != near.end();) {
      const auto next = place + std::min<std::ptrdiff_t>(rears_before(*place), near.end() - place);
      if (std::any_of(place, next, [&](std::uint32_t plug) { return !by_plug_[plug].empty(); }))
        cable.legs_used += static_cast<int>(next - place);
      place = next;
    }
  }

  // Of the module that a plug is in; one where it is in no module.
  int rears_before(std::uint32_t plug) const {
    const std::uint32_t mate = plant_.connectors[plug].mate;
    if (mate == kNone) return 1;
    const plant::PartType& module = plant_.asset_type(plant_.connectors[mate].asset);
    return module.kind == plant::Kind::kCassette ? std::max(1, rears_of(module)) : 1;
  }

  bool keep_panels() {
    const std::vector<bool> plugged = nodes_with_plugs(plant_, out_.gone);
    std::map<std::string, std::uint32_t> panels;
    for (std::uint32_t n = 0; n < plant_.nodes.size(); ++n)
      if (plant_.nodes[n].panel && plugged[n] && !own_nodes_.contains(plant_.nodes[n].name))
        panels.emplace(plant_.nodes[n].name, n);
    const std::size_t all = panels.size();
    for (const std::vector<std::string>& row : out_.written.panels.rows)
      if (const auto at = panels.find(lang::cell_of(out_.written.panels, row, "name")); at != panels.end())
        keep_panel(plant_.nodes[at->second]);
    return out_.standing.kept.panels.size() == all;
  }

  void keep_panel(const plant::Node& node) {
    const std::optional<std::uint32_t> rack = node.rack == kNone ? std::nullopt : hall_.find(plant_.racks[node.rack].name);
    if (!rack) return;
    const plant::Run& run = plant_.runs[node.first_run];
    synth::KeptPanel panel{node.name, plant_.types[run.type].name, {*rack, node.unit, node.height}};
    panel.hangs = hall_.take_at(*rack, node.unit, node.height);
    panel.slots = slots_with_plugs(plant_, node, out_.gone);
    panel.phase = panel_phase_[node.name];
    out_.standing.kept.panels.push_back(std::move(panel));
  }

  void forget_names() {
    std::set<std::string_view> kept_links;
    for (const synth::KeptLink& link : out_.kept)
      if (!link.id.empty()) kept_links.insert(link.id);
    for (std::uint32_t link = 0; link < plant_.link_count(); ++link)
      if (const std::string name(plant_.link_name(link)); !kept_links.contains(name)) out_.standing.links.erase(name);
    forget_gone(out_);
  }

 public:
  // Names of cables and panels that are not there any more are free.
  static void forget_gone(StandingPlant& out) {
    const plant::Plant& plant = out.project.plant;
    for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
      if (out.gone[asset]) out.standing.cables.erase(plant.asset_spelled(asset));
    const std::vector<bool> plugged = nodes_with_plugs(plant, out.gone);
    for (std::uint32_t n = 0; n < plant.nodes.size(); ++n)
      if (plant.nodes[n].panel && !plugged[n]) out.standing.nodes.erase(plant.nodes[n].name);
  }

 private:
  StandingPlant& out_;
  const plant::Plant& plant_;
  const lang::Design& design_;
  const synth::Net& net_;
  synth::Hall& hall_;
  const effort::Sites sites_;
  const std::vector<std::vector<std::uint32_t>> by_plug_;
  const WaysBefore ways_;
  std::set<std::string, std::less<>> own_nodes_, own_cables_;
  std::map<std::string, std::uint32_t, std::less<>> devices_;
  std::map<std::uint32_t, std::uint32_t> link_of_port_;  // by connector
  std::map<std::string, std::uint32_t> panel_phase_;
};

// Parts of a plan that the other describes too: the project's own stand in one of them alone.
std::map<std::string_view, std::string_view> described_beside(const lang::Written& plan, const lang::Written& other) {
  std::set<std::string_view> there;
  for (const auto& [name, description] : other.parts) there.insert(name);
  std::map<std::string_view, std::string_view> described;
  for (const auto& [name, description] : plan.parts)
    if (there.contains(name)) described.emplace(name, description);
  return described;
}

// A row for each name, or all rows of that name, with its columns in the order of their names. A part is what it is described as.
std::map<std::string, std::string> rows_by_name(const std::map<std::string_view, std::string_view>& described,
                                                const lang::WrittenTable& table, std::string_view key) {
  std::vector<std::string> columns = table.columns;
  std::sort(columns.begin(), columns.end());
  std::map<std::string, std::string> rows;
  for (const std::vector<std::string>& row : table.rows) {
    std::string& text = rows[lang::cell_of(table, row, key)];
    for (const std::string& column : columns)
      if (const std::string cell = lang::cell_of(table, row, column); !cell.empty()) {
        const auto part = column == "part" ? described.find(cell) : described.end();
        text += fmt::format("{}\n{}\n", column, part == described.end() ? cell : part->second);
      }
  }
  return rows;
}

using Table = lang::WrittenTable lang::Written::*;

void compare_rows(const lang::Written& before, const lang::Written& now, Table table, std::string_view key,
                  std::vector<std::string>& left, std::vector<std::string>* changed) {
  const std::map<std::string, std::string> rows = rows_by_name(described_beside(now, before), now.*table, key);
  for (const auto& [name, text] : rows_by_name(described_beside(before, now), before.*table, key))
    if (const auto at = rows.find(name); at == rows.end())
      left.push_back(name);
    else if (changed != nullptr && at->second != text)
      changed->push_back(name);
}

}  // namespace

void keep_plan(StandingPlant& out, const Loaded& loaded, const lang::Design& design, const synth::Net& net, synth::Hall& hall,
               diag::Findings& findings) {
  if (!PlanKeeper(out, loaded, design, net, hall).keep())
    say_not_written_by_design(design.fabric.place, "panels or cables that it does not write so", findings);
}

void say_not_written_by_design(diag::Place fabric, const std::string& what, diag::Findings& findings) {
  lang::say(findings, lang::kWrongValue, fabric, "the plan before was not all written by `ferrule design`")
      .note("it has " + what)
      .help("--revise takes a plan as it was written; --standing takes any plant, and drops nothing");
}

namespace {

// Every cable over which a link goes that goes over one of these trunks.
std::set<std::string> with_their_cords(StandingPlant& out, const std::set<std::string>& trunks, const synth::Net& net) {
  const plant::Plant& plant = out.project.plant;
  const std::vector<std::vector<std::uint32_t>> links = links_by_plug(out, net);
  const auto any_plug = [&](std::uint32_t asset, const auto& found) {
    for (std::uint32_t plug = plant.asset_first[asset]; plug < plant.asset_first[asset + 1]; ++plug)
      for (const std::uint32_t link : links[plug]) found(link);
  };
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    if (is_cable(plant, asset) && trunks.contains(plant.asset_spelled(asset)))
      any_plug(asset, [&](std::uint32_t link) { out.kept[link].stands = false; });
  std::set<std::string> cables = trunks;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    if (is_cable(plant, asset) && plant.asset_type(asset).kind != plant::Kind::kTrunk)
      any_plug(asset, [&](std::uint32_t link) {
        if (!out.kept[link].stands) cables.insert(plant.asset_spelled(asset));
      });
  for (synth::KeptLink& kept : out.kept)
    if (kept.tail && cables.contains(out.standing.tails[*kept.tail].cable)) kept.tail.reset();
  return cables;
}

}  // namespace

void drop_trunks(StandingPlant& out, const std::set<std::string>& trunks, const synth::Net& net, synth::Hall& hall) {
  const plant::Plant& plant = out.project.plant;
  const std::set<std::string> cables = with_their_cords(out, trunks, net);
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    if (is_cable(plant, asset) && cables.contains(plant.asset_spelled(asset))) out.gone[asset] = true;
  synth::KeptPlan& kept = out.standing.kept;
  std::erase_if(kept.cables, [&](const synth::KeptCable& cable) { return cables.contains(cable.id); });
  PlanKeeper::forget_gone(out);
  for (synth::KeptPanel& panel : kept.panels)
    for (const plant::Node& node : plant.nodes)
      if (node.name == panel.name) panel.slots = slots_with_plugs(plant, node, out.gone);
  std::erase_if(kept.panels, [&](const synth::KeptPanel& panel) {
    const bool empty = !out.standing.nodes.contains(panel.name);
    if (empty && panel.hangs) hall.free_at(panel.stand);
    return empty;
  });
}

void report_revision(StandingPlant& out, const lang::Written& now) {
  StandingReport& report = out.report;
  const lang::Written& before = out.written;
  compare_rows(before, now, &lang::Written::equipment, "name", report.devices_left, &report.devices_changed);
  compare_rows(before, now, &lang::Written::panels, "name", report.panels_left, &report.panels_changed);
  compare_rows(before, now, &lang::Written::cables, "id", report.cables_left, &report.cables_changed);
  compare_rows(before, now, &lang::Written::links, "id", report.links_left, nullptr);
}

}  // namespace ferrule::api
