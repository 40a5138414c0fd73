#include "api/standing_match.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <fmt/format.h>

#include "api/standing_places.h"
#include "base/text.h"
#include "lang/plan_text.h"
#include "plant/same_part.h"
#include "plant/trace.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

using plant::kNone;

std::string optic_name(const facts::Facts& facts, const std::string& written) {
  const facts::Optic* optic = facts.optic(written);
  return optic == nullptr ? written : optic->pmd;
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

class Matcher {
 public:
  Matcher(StandingPlant& out, const Loaded& loaded, const lang::Design& design, synth::Hall& hall, synth::Net& net,
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
    if (out_.standing.revise)
      place_again();
    else
      stand_as_they_do();
    name_new_ones();
    find_ports();
    find_links();
    find_other_parts();
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
      node_of_[d] = at->second;
      if (device.name != node.name) plain_[device.tier] = true;
      device.name = node.name;
    }
  }

  void stand_as_they_do() {
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d) {
      if (node_of_[d] == kNone) continue;
      const plant::Node& node = plant_.nodes[node_of_[d]];
      net_.devices[d].stands = true;
      hold_height(d, node);
      if (node.rack == kNone || node.unit == 0) continue;
      if (const auto rack = hall_.find(plant_.racks[node.rack].name))
        out_.stands[d] = synth::Stand{*rack, node.unit, node.height};
    }
  }

  // What a tier does not say, what stands may say.
  void hold_height(std::uint32_t d, const plant::Node& node) {
    const synth::Tier& tier = design_.fabric.tiers[net_.devices[d].tier];
    const std::uint32_t listed = net_.devices[d].listed;
    if (listed != synth::kNotListed && design_.fabric.devices[listed].equipment) return;  // it says so itself
    if (!tier.height_stated || node.rack == kNone || node.height == tier.height) return;
    say_differs(d,
                fmt::format("{} is {} high where it stands, and the project says {}", node.name, units(node.height), tier.height),
                fmt::format("`height: {}` at its tier, or the right height in what stands", node.height));
  }

  static std::string units(int height) { return counted(static_cast<std::uint64_t>(height), "unit"); }

  // Who goes to another rack is cabled anew there.
  void place_again() {
    std::set<std::string, std::less<>> own;
    for (const plant::Node& node : loaded_.plant.nodes) own.insert(node.name);
    PlacesKept places = keep_places({plant_, node_of_, own, out_.giving_way}, design_.fabric, net_, hall_);
    out_.stands = std::move(places.stands);
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d) {
      net_.devices[d].kept = node_of_[d] != kNone;
      if (places.leaves[d]) node_of_[d] = kNone;
    }
  }

  // A tier that outgrew its digits goes on as it began: leaf10 after leaf9, and not leaf09 renamed.
  void name_new_ones() {
    for (synth::Device& device : net_.devices)
      if (!device.stands && !device.kept && device.listed == synth::kNotListed && plain_[device.tier])
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
    return !out_.standing.revise && net_.devices[d].listed != synth::kNotListed && named != table.columns.end() &&
           std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<std::string>& row) { return row[column] == net_.devices[d].name; });
  }

  // Once for each tier: the others of it are alike, mostly.
  void say_differs(std::uint32_t d, std::string message, std::string help) {
    const std::uint32_t tier = net_.devices[d].tier;
    if (!told_.insert(tier).second) return;
    if (out_.standing.revise) return;  // nothing is built: it gets what the project says
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
      add_tail(head, far != kNone ? plant_.connectors[far].mate : plug_at(end), far != kNone);
    }
    return any;
  }

  // Where light ended: in a plug that hangs free, or in a port of a device that is not there any more.
  std::uint32_t plug_at(std::uint32_t end) const {
    if (end == kNone || !out_.standing.revise || plant_.type_of(end).kind == plant::Kind::kBreakout) return end;
    return plant_.connectors[end].mate;
  }

  // A plug of a harness that has a row by itself may be plugged elsewhere, or have its cap taken off; in a plan that is revised also where
  // its device left its rack.
  void add_tail(const synth::NetPort& head, std::uint32_t plug, bool lit) {
    if (plug == kNone || plant_.type_of(plug).kind != plant::Kind::kBreakout) return;
    const int tail = tail_of_harness(plant_, plug);
    std::string cable = plant_.asset_spelled(plant_.connectors[plug].asset);
    const std::string* cell = tail > 0 ? lang::tail_cell(out_.written.cables, cable, tail) : nullptr;
    if (cell == nullptr || (!out_.standing.revise && !lit && !cell->empty() && *cell != lang::kCappedTail)) return;
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
    return path.ending == plant::Ending::kPort && port_at_.contains(path.end().connector) && is_there(path) ? path.end().connector
                                                                                                            : kNone;
  }

  // Of a plan that is revised: its racks, and parts as the project describes them.
  bool is_there(const plant::Path& path) const {
    return !out_.standing.revise || std::none_of(path.hops.begin(), path.hops.end(), [&](const plant::Hop& hop) {
      if (hop.entered.connector == kNone) return false;
      const std::uint32_t rack = plant_.rack_of(hop.entered.connector);
      return (rack != kNone && !hall_.find(plant_.racks[rack].name)) ||
             other_parts_.contains(plant_.face_info(hop.entered.connector).type);
    });
  }

  void find_other_parts() {
    for (const plant::PartType& own : loaded_.plant.types)
      for (std::uint32_t type = 0; type < plant_.types.size(); ++type)
        if (plant_.types[type].name == own.name && !same_part(plant_.types[type], own)) other_parts_.insert(type);
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
  synth::Hall& hall_;
  synth::Net& net_;
  diag::Findings& findings_;
  std::vector<std::uint32_t> node_of_;               // by device
  std::map<std::uint32_t, synth::NetPort> port_at_;  // by connector
  std::unordered_map<std::uint32_t, std::uint32_t> link_of_;
  std::map<std::uint32_t, bool> plain_;  // tiers whose numbers stand without zeros
  std::set<std::uint32_t> told_;
  std::set<std::uint32_t> other_parts_;  // that the project describes otherwise
};

}  // namespace

void match_standing(StandingPlant& out, const Loaded& loaded, const lang::Design& design, synth::Hall& hall, synth::Net& net,
                    diag::Findings& findings) {
  Matcher(out, loaded, design, hall, net, findings).match();
}

int tail_of_harness(const plant::Plant& plant, std::uint32_t plug) { return plant.face_info(plug).index; }

}  // namespace ferrule::api
