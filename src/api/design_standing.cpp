#include "api/design_standing.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <fmt/format.h>

#include "api/plant_hall.h"
#include "api/standing_alike.h"
#include "api/standing_trunks.h"
#include "base/text.h"
#include "lang/codes.h"
#include "lang/plan_text.h"
#include "plant/trace.h"
#include "synth/codes.h"
#include "synth/fans.h"

namespace ferrule::api {
namespace {

using plant::kNone;

std::string optic_name(const facts::Facts& facts, const std::string& written) {
  const facts::Optic* optic = facts.optic(written);
  return optic == nullptr ? written : optic->pmd;
}

bool is_cable(const plant::Plant& plant, std::uint32_t asset) { return plant.asset_name[asset] != kNone; }

// Names of the project: what it describes itself is not written a second time.
class ProjectNames {
 public:
  explicit ProjectNames(const plant::Plant& plant) {
    for (const plant::Node& node : plant.nodes) nodes_.insert(node.name);
    for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
      if (is_cable(plant, asset)) cables_.insert(plant.asset_spelled(asset));
    for (std::uint32_t link = 0; link < plant.link_count(); ++link) links_.emplace(plant.link_name(link));
    for (const plant::Coupler& coupler : plant.couplers) joints_.emplace(plant.names.get(coupler.name));
    for (const plant::PartType& type : plant.types) parts_.insert(type.name);
  }
  bool there(std::string_view section, std::string_view name) const {
    if (section == "parts") return parts_.contains(name);
    if (section == "cables") return cables_.contains(name);
    if (section == "links") return links_.contains(name);
    return section == "equipment" || section == "panels" ? nodes_.contains(name) : joints_.contains(name);
  }

 private:
  std::set<std::string, std::less<>> nodes_, cables_, links_, joints_, parts_;
};

std::string rack_entry(const plant::Plant& plant, const plant::Rack& rack) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  if (rack.placed) add(fmt::format("at: [{}, {}]", spell(rack.x), spell(rack.y)));
  if (rack.units > 0) add(fmt::format("units: {}", rack.units));
  for (const auto& [key, value] : {std::pair{"space", &rack.space}, std::pair{"hall", &rack.hall}, std::pair{"row", &rack.row}})
    if (!value->empty()) add(fmt::format("{}: \"{}\"", key, *value));
  if (rack.phase != kNone) add(fmt::format("phase: \"{}\"", plant.phases[rack.phase]));
  return fmt::format("  \"{}\": {{{}}}\n", rack.name, out);
}

std::string tray_entry(const plant::Tray& tray, const plant::TrayMeasures& measures) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  if (tray.drawn)
    add(fmt::format("from: [{}, {}], to: [{}, {}]", spell(tray.from_x), spell(tray.from_y), spell(tray.to_x), spell(tray.to_y)));
  if (tray.height.millimetre != 0) add(fmt::format("height: {}", spell(tray.height)));
  if (tray.length) add(fmt::format("length: {}", spell(*tray.length)));
  if (!tray.space.empty()) add(fmt::format("space: \"{}\"", tray.space));
  if (!tray.side.empty()) add("side: " + tray.side);
  if (!tray.hall.empty()) add(fmt::format("hall: \"{}\"", tray.hall));
  if (measures.width) add(fmt::format("width: {}", spell(*measures.width)));
  if (measures.depth) add(fmt::format("depth: {}", spell(*measures.depth)));
  if (measures.fill_most) add(fmt::format("fill: {}.{:02} %", *measures.fill_most / 100, *measures.fill_most % 100));
  return fmt::format("  \"{}\": {{{}}}\n", tray.name, out);
}

// Racks and trays that only the standing plant has; the project's own stay as it says.
void add_sites(StandingPlant& standing, const Loaded& loaded, synth::Hall& hall) {
  if (standing.standing.revise) return;  // the project alone says where racks are now
  const plant::Plant& plant = standing.project.plant;
  for (const plant::Rack& rack : plant.racks) {
    if (hall.find(rack.name)) continue;
    hall.racks.push_back(hall_rack(rack));
    standing.written.sections["racks"] += rack_entry(plant, rack);
  }
  std::set<std::string_view> trays;
  for (const plant::Tray& tray : loaded.plant.trays) trays.insert(tray.name);
  for (std::uint32_t tray = 0; tray < plant.trays.size(); ++tray)
    if (!trays.contains(plant.trays[tray].name))
      standing.written.sections["trays"] += tray_entry(plant.trays[tray], standing.project.measures.tray(tray));
  hall.index();
}

void take_units(const plant::Plant& plant, const plant::Node& node, synth::Hall& hall) {
  if (node.rack == kNone || node.unit == 0) return;
  if (const auto rack = hall.find(plant.racks[node.rack].name)) hall.take_at(*rack, node.unit, node.height);
}

// Where light of a port begins: any fibre of it, since all go the same way.
std::uint16_t lit_position(const plant::Plant& plant, std::uint32_t connector) {
  const plant::PartType& type = plant.type_of(connector);
  const std::uint16_t face = plant.face_info(connector).index;
  for (const plant::Lane& lane : type.lanes)
    if (lane.face == face && (lane.function == plant::Function::kTransmit || lane.function == plant::Function::kBoth))
      return lane.position;
  const spec::Positions& populated = plant.face_of(connector).face.populated;
  for (std::size_t position = 0; position < populated.size(); ++position)
    if (populated.test(position)) return static_cast<std::uint16_t>(position);
  return 0;
}

std::vector<plant::Lane> lanes_sending(const plant::Plant& plant, std::uint32_t connector) {
  std::vector<plant::Lane> out;
  const std::uint16_t face = plant.face_info(connector).index;
  for (const plant::Lane& lane : plant.type_of(connector).lanes)
    if (lane.face == face && (lane.function == plant::Function::kTransmit || lane.function == plant::Function::kBoth))
      out.push_back(lane);
  return out;
}

int sending_lanes(const plant::Plant& plant, std::uint32_t connector) {
  return static_cast<int>(lanes_sending(plant, connector).size());
}

// The lane of a port at this fibre, from 0.
int lane_at(const plant::Plant& plant, const plant::FibreEnd& end) {
  const std::uint16_t face = plant.face_info(end.connector).index;
  for (const plant::Lane& lane : plant.type_of(end.connector).lanes)
    if (lane.face == face && lane.position == end.position) return lane.number;
  return 0;
}

// From 1; 0: it is the head.
int tail_of_harness(const plant::Plant& plant, std::uint32_t plug) { return plant.face_info(plug).index; }

class Matcher {
 public:
  Matcher(StandingPlant& out, const Loaded& loaded, const lang::Design& design, const synth::Hall& hall, synth::Net& net,
          diag::Findings& findings)
      : out_(out),
        plant_(out.project.plant),
        loaded_(loaded),
        design_(design),
        hall_(hall),
        net_(net),
        findings_(findings),
        node_of_(net.devices.size(), kNone) {}

  void match() {
    out_.stands.resize(net_.devices.size());
    match_devices();
    name_new_ones();
    find_ports();
    find_links();
    trace_ports();
  }

 private:
  void match_devices() {
    std::unordered_map<std::string, std::uint32_t> nodes;
    for (std::uint32_t n = 0; n < plant_.nodes.size(); ++n)
      if (!plant_.nodes[n].panel) nodes.emplace(synth::without_zeros(plant_.nodes[n].name), n);
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d) {
      synth::Device& device = net_.devices[d];
      const auto at = nodes.find(synth::without_zeros(device.name));
      if (at == nodes.end()) continue;
      const plant::Node& node = plant_.nodes[at->second];
      const bool rack_is_gone = node.rack != kNone && !hall_.find(plant_.racks[node.rack].name);
      if (out_.standing.revise && rack_is_gone) continue;  // it is placed anew
      node_of_[d] = at->second;
      if (device.name != node.name) plain_[device.tier] = true;
      device.name = node.name;
      device.stands = true;
      if (node.rack == kNone || node.unit == 0) continue;
      if (const auto rack = hall_.find(plant_.racks[node.rack].name))
        out_.stands[d] = synth::Stand{*rack, node.unit, node.height};
    }
  }

  // A tier that outgrew its digits goes on as it began: leaf10 after leaf9, and not leaf09 renamed.
  void name_new_ones() {
    for (synth::Device& device : net_.devices)
      if (!device.stands && device.listed == synth::kNotListed && plain_[device.tier])
        device.name = synth::without_zeros(device.name);
  }

  // By receptacle of a device its connector; what the tier asks for has to be there.
  void find_ports() {
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d) {
      if (node_of_[d] == kNone) continue;
      std::uint32_t receptacle = 0;
      for (const synth::PortRun& run : synth::ports_of(design_.fabric, net_.devices[d]))
        for (const plant::NameRun& names : run.names)
          for (std::uint32_t i = 0; i < names.count; ++i) {
            find_port(d, run, names.at(i), receptacle);
            receptacle += static_cast<std::uint32_t>(run.receptacles);
          }
    }
  }

  void find_port(std::uint32_t d, const synth::PortRun& run, const std::string& name, std::uint32_t receptacle) {
    if (run.optic.empty()) return;  // copper is no part of a plant
    const plant::Node& node = plant_.nodes[node_of_[d]];
    for (std::uint32_t r = node.first_run; r < node.first_run + node.runs; ++r) {
      const plant::Run& here = plant_.runs[r];
      const std::optional<std::uint32_t> index = here.names.index_of(name);
      if (!index) continue;
      const plant::PartType& type = plant_.types[here.type];
      const std::string wanted = optic_name(loaded_.facts, run.optic);
      if (type.name != wanted)
        return say_differs(d, fmt::format("{}/{} stands with {}, and the fabric asks for {}", node.name, name, type.name, wanted),
                           "the optic that stands, or a device of another name");
      const std::uint32_t first = plant_.asset_first[here.first_asset + *index];
      for (std::uint32_t k = 0; k < static_cast<std::uint32_t>(run.receptacles) && k < type.faces.size(); ++k)
        port_at_.emplace(first + k, synth::NetPort{d, receptacle + k});
      return;
    }
    if (may_get_ports(d)) return void(net_.devices[d].further_ports.emplace_back(name, run.optic));
    say_differs(d, fmt::format("{} stands without a port {}, and the fabric asks for it", node.name, name),
                "describe the port in what stands, if it is there; or fewer ports, or a device of another name");
  }

  // Files of links name only ports that are linked: one more is a row behind those that the device has.
  bool may_get_ports(std::uint32_t d) const {
    const lang::WrittenTable& table = out_.written.equipment;
    const auto named = std::find(table.columns.begin(), table.columns.end(), "name");
    const auto column = static_cast<std::size_t>(named - table.columns.begin());
    return net_.devices[d].listed != synth::kNotListed && named != table.columns.end() &&
           std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<std::string>& row) { return row[column] == net_.devices[d].name; });
  }

  // Once for each tier: the others of it are alike, mostly.
  void say_differs(std::uint32_t d, std::string message, std::string help) {
    const std::uint32_t tier = net_.devices[d].tier;
    if (!told_.insert(tier).second) return;
    synth::say(findings_, synth::kStandingDiffers, design_.fabric.tiers[tier].place, std::move(message))
        .note(plant_.nodes[node_of_[d]].place, "it stands here")
        .help(std::move(help));
  }

  void find_links() {
    for (std::uint32_t link = 0; link < plant_.link_count(); ++link)
      for (std::uint32_t b = plant_.links[link].first_bundle; b < plant_.links[link + 1].first_bundle; ++b)
        for (const std::uint32_t connector : {plant_.bundles[b].a, plant_.bundles[b].b})
          if (connector != kNone) link_of_.emplace(connector, link);
  }

  void trace_ports() {
    for (const auto& [connector, at] : port_at_)
      if (plant_.connectors[connector].mate != kNone) trace_port(connector, at);
  }

  void trace_port(std::uint32_t connector, const synth::NetPort& at) {
    const plant::FibreEnd first{connector, lit_position(plant_, connector)};
    const plant::Path path = plant::trace(plant_, first);
    const std::uint32_t far = device_end(path);
    const int own = sending_lanes(plant_, connector), others = far == kNone ? own : sending_lanes(plant_, far);
    if (own > 1 && (far == kNone || others < own) && trace_legs(connector, at, own)) return;
    std::optional<synth::NetPort> partner;
    if (far != kNone) partner = port_at_.at(far);
    if (far != kNone && others > own && own > 0)  // this is a tail: of which leg says the lane that it arrives at
      partner->leg = static_cast<std::uint32_t>(lane_at(plant_, path.end()) / own + 1);
    add_port(first, at, partner, far);
  }

  // Of a port that is broken out; false: it is not, nothing of it arrives.
  bool trace_legs(std::uint32_t connector, const synth::NetPort& at, int own) {
    std::map<std::uint32_t, std::vector<Sent>> by_end;
    for (const plant::Lane& lane : lanes_sending(plant_, connector)) {
      const plant::FibreEnd from{connector, lane.position};
      const plant::Path path = plant::trace(plant_, from);
      by_end[path.end().connector].push_back({from, lane.number, device_end(path)});
    }
    bool any = false;
    for (const auto& [end, lanes] : by_end) {
      const auto each = static_cast<int>(lanes.size());
      if (each == own) continue;
      synth::NetPort head = at;
      head.leg = static_cast<std::uint32_t>(lanes.front().lane / each + 1);
      const std::uint32_t far = lanes.front().far;
      if (far != kNone) {
        add_port(lanes.front().from, head, port_at_.at(far), far);
        any = true;
      }
      add_tail(head, far == kNone ? end : plant_.connectors[far].mate, far != kNone);
    }
    return any;
  }

  // A plug of a harness that has a row by itself may be plugged elsewhere, or have its cap taken off.
  void add_tail(const synth::NetPort& head, std::uint32_t plug, bool lit) {
    if (plug == kNone || plant_.type_of(plug).kind != plant::Kind::kBreakout) return;
    const int tail = tail_of_harness(plant_, plug);
    std::string cable = plant_.asset_spelled(plant_.connectors[plug].asset);
    const std::string* cell = tail > 0 ? lang::tail_cell(out_.written.cables, cable, tail) : nullptr;
    if (cell == nullptr || (!lit && !cell->empty() && *cell != lang::kCappedTail)) return;
    out_.standing.tails.push_back({head, std::move(cable), tail, lit});
    out_.tail_plugs.push_back(plug);
  }

  struct Sent {
    plant::FibreEnd from;
    int lane = 0;
    std::uint32_t far = kNone;
  };

  // The port of the fabric at the end of a way; kNone: there is none.
  std::uint32_t device_end(const plant::Path& path) const {
    return path.ending == plant::Ending::kPort && port_at_.contains(path.end().connector) ? path.end().connector : kNone;
  }

  void add_port(const plant::FibreEnd& from, const synth::NetPort& at, std::optional<synth::NetPort> partner, std::uint32_t far) {
    synth::StandingPort port;
    port.at = at;
    port.partner = partner;
    port.cable = plant_.asset_spelled(plant_.connectors[plant_.connectors[from.connector].mate].asset);
    if (const std::uint32_t link = far == kNone ? kNone : link_between(from.connector, far); link != kNone)
      port.link = plant_.link_name(link);
    out_.standing.ports.push_back(std::move(port));
    out_.port_fibres.push_back(from);
  }

  // The intent names both ports in one link.
  std::uint32_t link_between(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t end : {a, b})
      if (const auto at = link_of_.find(end); at != link_of_.end() && names(at->second, a) && names(at->second, b))
        return at->second;
    return kNone;
  }

  bool names(std::uint32_t link, std::uint32_t connector) const {
    for (std::uint32_t b = plant_.links[link].first_bundle; b < plant_.links[link + 1].first_bundle; ++b)
      if (plant_.bundles[b].a == connector || plant_.bundles[b].b == connector) return true;
    return false;
  }

  StandingPlant& out_;
  const plant::Plant& plant_;
  const Loaded& loaded_;
  const lang::Design& design_;
  const synth::Hall& hall_;
  synth::Net& net_;
  diag::Findings& findings_;
  std::vector<std::uint32_t> node_of_;               // by device
  std::map<std::uint32_t, synth::NetPort> port_at_;  // by connector
  std::unordered_map<std::uint32_t, std::uint32_t> link_of_;
  std::map<std::uint32_t, bool> plain_;  // tiers whose numbers stand without zeros
  std::set<std::uint32_t> told_;
};

// Cords over dark legs, looked for once for each rule and kind; says why some lie unused.
class CordFinder {
 public:
  CordFinder(const Loaded& loaded, const lang::Design& design, const synth::Net& net, std::vector<StandingKind> kinds,
             diag::Findings& findings)
      : loaded_(loaded), design_(design), net_(net), kinds_(std::move(kinds)), findings_(findings) {}

  std::optional<synth::CordPair> find(std::uint32_t rule, std::uint32_t kind, bool turned) {
    const auto [at, fresh] = known_.try_emplace({rule, kind, turned});
    if (!fresh) return at->second;
    LaidParts parts = kinds_[kind].parts;
    if (turned) {
      std::swap(parts.near_panel, parts.far_panel);
      std::swap(parts.near_ports, parts.far_ports);
    }
    const LaidCords found = find_cords(loaded_, design_, net_, rule, parts);
    at->second = found.cords;
    if (!found.cords)
      synth::say(findings_, synth::kStandingNotUsed, design_.wishes[rule].place,
                 fmt::format("dark legs of trunks that stand, of the part {}, are not used for {}", kinds_[kind].trunk,
                             design_.fabric.rules[rule].name))
          .note("no cords are proven with them; the first tried: " + (found.why.empty() ? std::string("none fits") : found.why))
          .help("other optics, or leave them dark");
    return at->second;
  }

 private:
  const Loaded& loaded_;
  const lang::Design& design_;
  const synth::Net& net_;
  std::vector<StandingKind> kinds_;
  diag::Findings& findings_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, std::optional<synth::CordPair>> known_;
};

}  // namespace

std::unique_ptr<StandingPlant> read_standing(const std::string& path, const lang::Texts* texts, bool revise, Loaded& loaded,
                                             synth::Hall& hall, diag::Findings& findings) {
  auto out = std::make_unique<StandingPlant>();
  out->standing.revise = revise;
  const auto first = texts == nullptr ? lang::Texts::const_iterator() : texts->find(path);
  std::optional<lang::Project> project =
      texts == nullptr ? lang::read_project(path, loaded.sources, loaded.facts, findings)
                       : lang::read_project_text(path, first == texts->end() ? std::string() : first->second, *texts,
                                                 loaded.sources, loaded.facts, findings);
  if (!project || findings.any_at_least(diag::Severity::kError)) return nullptr;
  out->project = std::move(*project);
  hold_racks_alike(out->project.plant, loaded.plant, findings);
  // Of a plan that nobody built the project's own things are as it says now.
  if (!revise) hold_things_alike(out->project.plant, loaded.plant, loaded.design->fabric.place, findings);
  const ProjectNames names(loaded.plant);
  diag::Findings said;  // by the first reading
  std::optional<lang::Written> written = lang::read_written(
      path, texts, [&](std::string_view section, std::string_view name) { return names.there(section, name); }, loaded.sources,
      loaded.facts, said);
  if (written)
    for (const diag::Place place : written->not_carried)
      lang::say(findings, lang::kWrongValue, place, "a further table of what stands is not carried into a plant")
          .note("equipment, panels, cables and links may stand in tables; lots and maps of parts may not")
          .help("write its rows into the YAML file");
  if (!written || findings.any_at_least(diag::Severity::kError)) return nullptr;
  out->written = std::move(*written);
  if (revise && !out->written.sections.empty()) {
    lang::say(findings, lang::kWrongValue, loaded.design->fabric.place, "the plan before was not all written by `ferrule design`")
        .note("it has " + out->written.sections.begin()->first + " in YAML")
        .help("--revise takes a plan as it was written; --standing takes any plant, and drops nothing");
    return nullptr;
  }
  add_sites(*out, loaded, hall);
  const plant::Plant& plant = out->project.plant;
  if (!revise)
    for (const plant::Node& node : plant.nodes) take_units(plant, node, hall);
  synth::Standing& standing = out->standing;
  for (const auto& [name, description] : out->written.parts) standing.parts.push_back({name, description});
  for (const plant::Node& node : plant.nodes) standing.nodes.insert(node.name);
  StandingReport& report = out->report;
  report.project = out->project.name;
  for (const plant::Node& node : plant.nodes) ++(node.panel ? report.panels : report.devices);
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    if (is_cable(plant, asset)) standing.cables.insert(plant.asset_spelled(asset));
  for (std::uint32_t link = 0; link < plant.link_count(); ++link) standing.links.emplace(plant.link_name(link));
  report.cables = standing.cables.size();
  report.links = plant.link_count();
  return out;
}

namespace {

// Cables that light of kept links goes through.
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

void adopt_standing(StandingPlant& out, const Loaded& loaded, const lang::Design& design, synth::Hall& hall, synth::Net& net,
                    diag::Findings& findings) {
  Matcher(out, loaded, design, hall, net, findings).match();
  if (findings.any_at_least(diag::Severity::kError)) return;
  out.links_asked = net.links;
  out.kept = synth::adopt(design.fabric, out.standing, net, findings);
  const std::vector<bool> gone =
      out.standing.revise ? Reviser(out, net, hall).revise() : std::vector<bool>(out.project.plant.asset_count());
  StandingTrunks found = find_standing_trunks(out.project.plant, out.standing.parts, hall, gone);
  out.standing.trunks = std::move(found.trunks);
  out.standing.panels = std::move(found.panels);
  const auto cords = std::make_shared<CordFinder>(loaded, design, net, std::move(found.kinds), findings);
  out.standing.cords = [cords](std::uint32_t rule, std::uint32_t kind, bool turned) { return cords->find(rule, kind, turned); };
  for (const synth::Device& device : net.devices) out.report.devices_kept += device.stands;
  for (const synth::KeptLink& kept : out.kept) out.report.links_kept += kept.stands;
}

namespace {

// Where the head of a harness is plugged: a port, or a panel.
std::optional<synth::Stand> stand_of_head(const plant::Plant& plant, const synth::Hall& hall, std::uint32_t head) {
  const plant::Run* run = nullptr;
  if (const auto port = plant.panel_port_at.find(head); port != plant.panel_port_at.end()) {
    for (const plant::Run& each : plant.runs)
      if (each.first_panel_port != kNone && port->second >= each.first_panel_port &&
          port->second - each.first_panel_port < each.names.count * each.ports_each)
        run = &each;
  } else if (plant.connectors[head].mate != kNone) {
    run = plant.run_of(plant.connectors[plant.connectors[head].mate].asset);
  }
  if (run == nullptr) return std::nullopt;
  const plant::Node& node = plant.nodes[run->node];
  if (node.rack == kNone || node.unit == 0) return std::nullopt;
  const std::optional<std::uint32_t> rack = hall.find(plant.racks[node.rack].name);
  return rack ? std::optional(synth::Stand{*rack, node.unit, node.height}) : std::nullopt;
}

}  // namespace

void leave_short_tails(StandingPlant& out, const lang::Design& design, const std::vector<std::optional<synth::Stand>>& stands,
                       Length slack, synth::Hall& hall, synth::Net& net, diag::Findings& findings) {
  const plant::Plant& plant = out.project.plant;
  std::set<std::uint32_t> too_short;
  for (std::size_t i = 0; i < net.links.size(); ++i) {
    if (!out.kept[i].tail) continue;
    const std::uint32_t plug = out.tail_plugs[*out.kept[i].tail];
    const std::uint32_t length = plant.connectors[plug].length_mm;
    const std::optional<synth::Stand>& there = stands[synth::tail_of(net.links[i]).device];
    const auto head = stand_of_head(plant, hall, plant.asset_first[plant.connectors[plug].asset]);
    if (length == 0 || !there || !head) continue;  // nobody can say
    const synth::Way way = hall.way(*head, *there);
    if (way.known && (way.length + slack).millimetre > std::int64_t{length}) too_short.insert(*out.kept[i].tail);
  }
  if (too_short.empty()) return;
  std::vector<synth::StandingTail> tails;
  std::vector<std::uint32_t> plugs;
  for (std::uint32_t tail = 0; tail < out.standing.tails.size(); ++tail) {
    if (too_short.contains(tail)) continue;
    tails.push_back(std::move(out.standing.tails[tail]));
    plugs.push_back(out.tail_plugs[tail]);
  }
  out.standing.tails = std::move(tails);
  out.tail_plugs = std::move(plugs);
  net.links = out.links_asked;
  out.kept = synth::adopt(design.fabric, out.standing, net, findings);
}

void report_standing(StandingPlant& out, const synth::Net& net, const synth::Plan& plan) {
  StandingReport& report = out.report;
  report.revised = out.standing.revise;
  report.trunks_lit = plan.lit_trunks.size();
  for (const auto& [trunk, links] : plan.lit_trunks) report.links_over_dark_legs += static_cast<std::size_t>(links);
  if (report.revised) return;  // what was left over is gone, and was listed then
  const plant::Plant& plant = out.project.plant;
  const std::vector<bool> used = cables_in_use(out, net);
  std::set<std::string_view> kept_links, matched;
  for (const synth::KeptLink& kept : out.kept)
    if (kept.stands) kept_links.insert(kept.id);
  for (const synth::Device& device : net.devices)
    if (device.stands) matched.insert(device.name);
  for (const plant::Node& node : plant.nodes)
    if (!node.panel && !matched.contains(node.name)) report.devices_left.push_back(node.name);
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    if (is_cable(plant, asset) && !used[asset])
      if (std::string name = plant.asset_spelled(asset); !plan.lit_trunks.contains(name))
        report.cables_left.push_back(std::move(name));
  for (std::uint32_t link = 0; link < plant.link_count(); ++link)
    if (const std::string_view name = plant.link_name(link); !kept_links.contains(name)) report.links_left.emplace_back(name);
}

}  // namespace ferrule::api
