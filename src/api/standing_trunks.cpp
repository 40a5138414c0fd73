#include "api/standing_trunks.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "api/own_parts.h"
#include "api/standing_panels.h"
#include "api/written_parts.h"

namespace ferrule::api {
namespace {

using plant::kNone;

class TrunkFinder {
 public:
  TrunkFinder(const plant::Plant& plant, const std::vector<synth::PlanPart>& parts, const synth::Hall& hall,
              const std::vector<bool>& gone)
      : plant_(plant), hall_(hall), gone_(gone), parts_(parts), run_of_port_(runs_of_panel_ports(plant)) {}

  StandingTrunks find() {
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset)
      if (plant_.asset_name[asset] != kNone && !gone_[asset] && plant_.asset_type(asset).kind == plant::Kind::kTrunk)
        add_trunk(asset);
    for (std::uint32_t node = 0; node < plant_.nodes.size(); ++node)
      if (plant_.nodes[node].panel) add_panel(node);
    return std::move(out_);
  }

 private:
  // Where one plug of a trunk is: what is in front of it.
  struct Seat {
    std::uint32_t node = kNone, type = kNone;  // of the panel, and its part
    std::vector<std::string> fronts;           // by place
    std::vector<bool> free;
    bool cassette = false;
    int ports = 1;
    std::uint32_t module = kNone;  // of cassettes
    int rear = 0, rears = 1;       // which of its rear connectors, from 0, and how many it has
  };

  // Nothing is plugged there, or what was is gone.
  bool is_free(std::uint32_t plug) const { return plug == kNone || gone_[plant_.connectors[plug].asset]; }

  const std::string& part_of(std::uint32_t type) const { return parts_.of(plant_.types[type]); }

  Seat seat_of(std::uint32_t plug) const {
    Seat seat;
    if (const auto port = plant_.panel_port_at.find(plug); port != plant_.panel_port_at.end()) {
      const plant::PanelPort& at = plant_.panel_ports[port->second];
      const plant::Run& run = plant_.runs[run_of_port_[port->second]];
      if (at.rear != plug) return seat;
      const std::uint32_t offset = port->second - run.first_panel_port;
      seat.node = run.node;
      seat.type = run.type;
      seat.ports = static_cast<int>(run.ports_each);
      seat.fronts = {fmt::format("{}/{}", plant_.slot_spelled(run, offset / run.ports_each), offset % run.ports_each + 1)};
      seat.free = {is_free(at.front)};
      return seat;
    }
    const std::uint32_t mate = plant_.connectors[plug].mate;
    if (mate == kNone) return seat;
    const std::uint32_t asset = plant_.connectors[mate].asset;
    const plant::Run* run = plant_.run_of(asset);
    const plant::PartType& type = plant_.asset_type(asset);
    if (run == nullptr || type.kind != plant::Kind::kCassette) return seat;
    seat.node = run->node;
    seat.type = run->type;
    seat.cassette = true;
    seat.module = asset;
    seat.rear = static_cast<int>(mate - plant_.asset_first[asset]);
    seat.rears = rears_of(type);
    for (std::uint32_t f = 0; f < type.faces.size(); ++f) {
      if (type.faces[f].name.starts_with("rear")) continue;
      seat.fronts.push_back(fmt::format("{}/{}", plant_.asset_spelled(asset), type.faces[f].name));
      seat.free.push_back(is_free(plant_.connectors[plant_.asset_first[asset] + f].mate));
    }
    return seat;
  }

  // A module with several rear connectors is a place of one trunk that has a plug in each of them, in their order, at both ends.
  bool takes_whole_modules(std::uint32_t first, const plant::PartType& type, std::size_t face, const Seat& a,
                           const Seat& b) const {
    if (a.rears != b.rears || a.rear != 0 || b.rear != 0) return false;
    for (int rear = 1; rear < a.rears; ++rear) {
      const std::size_t next = face + static_cast<std::size_t>(rear);
      const std::optional<std::size_t> far = next < type.faces.size() ? other_end(type, next) : std::nullopt;
      if (!far || type.faces[*far].name != "b" + type.faces[next].name.substr(1)) return false;
      const Seat near_seat = seat_of(first + static_cast<std::uint32_t>(next)),
                 far_seat = seat_of(first + static_cast<std::uint32_t>(*far));
      if (near_seat.module != a.module || near_seat.rear != rear || far_seat.module != b.module || far_seat.rear != rear)
        return false;
    }
    return true;
  }

  // The plug at the other end that a leg leads to; its number among those of end b has to be that of end a.
  static std::optional<std::size_t> other_end(const plant::PartType& type, std::size_t face) {
    const spec::Face& plug = type.faces[face].face;
    for (std::size_t position = 0; position < static_cast<std::size_t>(plug.size()); ++position)
      if (plug.populated.test(position)) {
        const plant::FarEnd far = type.far_of(face, position);
        return far.known() ? std::optional<std::size_t>(far.face) : std::nullopt;
      }
    return std::nullopt;
  }

  std::optional<synth::Stand> stand_of(std::uint32_t node) const {
    const plant::Node& at = plant_.nodes[node];
    if (at.rack == kNone || at.unit == 0) return std::nullopt;
    const std::optional<std::uint32_t> rack = hall_.find(plant_.racks[at.rack].name);
    return rack ? std::optional(synth::Stand{*rack, at.unit, at.height}) : std::nullopt;
  }

  void add_trunk(std::uint32_t asset) {
    const plant::PartType& type = plant_.asset_type(asset);
    const std::uint32_t first = plant_.asset_first[asset];
    synth::StandingTrunk trunk;
    trunk.id = plant_.asset_spelled(asset);
    if (const auto laying = plant_.laying.find(asset); laying != plant_.laying.end())
      trunk.side = synth::side_of(laying->second.route_side);
    Seat like_a, like_b;
    int legs = 0;
    for (std::size_t face = 0; face < type.faces.size(); ++face) {
      if (!type.faces[face].name.starts_with("a")) continue;
      ++legs;
      const std::optional<std::size_t> far = other_end(type, face);
      if (!far || type.faces[*far].name != "b" + type.faces[face].name.substr(1)) continue;
      Seat a = seat_of(first + static_cast<std::uint32_t>(face)), b = seat_of(first + static_cast<std::uint32_t>(*far));
      if (a.node == kNone || b.node == kNone || a.cassette != b.cassette || a.fronts.size() != b.fronts.size()) continue;
      if (!takes_whole_modules(first, type, face, a, b)) continue;
      if (like_a.node == kNone) like_a = a, like_b = b;
      const bool same_racks = plant_.nodes[a.node].rack == plant_.nodes[like_a.node].rack &&
                              plant_.nodes[b.node].rack == plant_.nodes[like_b.node].rack;
      if (!same_racks || a.type != like_a.type || b.type != like_b.type) continue;
      for (std::size_t k = 0; k < a.fronts.size(); ++k)
        if (a.free[k] && b.free[k])
          trunk.dark.emplace_back(std::move(a.fronts[k]), std::move(b.fronts[k]));
        else
          ++trunk.links;
    }
    if (like_a.node == kNone) return;
    const std::optional<synth::Stand> at_a = stand_of(like_a.node), at_b = stand_of(like_b.node);
    if (!at_a || !at_b) return;
    trunk.rack_a = at_a->rack;
    trunk.rack_b = at_b->rack;
    trunk.stand_a = *at_a;
    trunk.stand_b = *at_b;
    trunk.legs = legs / like_a.rears;
    trunk.rears = like_a.rears;
    trunk.last_slot = last_slot(plant_, asset);
    trunk.links_of_leg = static_cast<int>(std::max<std::size_t>(like_a.fronts.size(), 1));
    const auto [kind, fresh] = kinds_.try_emplace(std::tuple(plant_.face_info(first).type, like_a.type, like_b.type),
                                                  static_cast<std::uint32_t>(out_.kinds.size()));
    if (fresh)
      out_.kinds.push_back({{part_of(like_a.type), part_of(plant_.face_info(first).type), part_of(like_b.type), like_a.ports,
                             like_b.ports, legs, trunk.links_of_leg, like_a.cassette, like_a.rears},
                            type.name});
    trunk.kind = kind->second;
    if (!trunk.dark.empty()) out_.kinds[trunk.kind].dark = true;
    out_.trunks.push_back(std::move(trunk));
  }

  // A panel that is one adapter panel: ports behind its last plug are free.
  void add_panel(std::uint32_t node) {
    const plant::Node& at = plant_.nodes[node];
    if (at.runs != 1) return;
    const plant::Run& run = plant_.runs[at.first_run];
    const std::optional<synth::Stand> stand = stand_of(node);
    if (run.first_panel_port == kNone || run.names.count != 1 || !run.names.at(0).empty() || !stand) return;
    synth::StandingPanel panel{at.name, stand->rack, *stand, part_of(run.type), static_cast<int>(run.ports_each), 0};
    for (std::uint32_t port = 0; port < run.ports_each; ++port) {
      const plant::PanelPort& here = plant_.panel_ports[run.first_panel_port + port];
      if (!is_free(here.front) || !is_free(here.rear)) panel.used = static_cast<int>(port) + 1;
    }
    if (panel.used > 0 && panel.used < panel.ports) out_.panels.push_back(std::move(panel));
  }

  const plant::Plant& plant_;
  const synth::Hall& hall_;
  const std::vector<bool>& gone_;
  const WrittenParts parts_;
  const std::vector<std::uint32_t> run_of_port_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> kinds_;
  StandingTrunks out_;
};

}  // namespace

StandingTrunks find_standing_trunks(const plant::Plant& plant, const std::vector<synth::PlanPart>& parts, const synth::Hall& hall,
                                    const std::vector<bool>& gone) {
  return TrunkFinder(plant, parts, hall, gone).find();
}

}  // namespace ferrule::api
