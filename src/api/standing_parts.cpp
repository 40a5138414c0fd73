#include "api/standing_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "api/standing_panels.h"
#include "api/standing_revise.h"
#include "api/written_parts.h"
#include "plant/trace.h"
#include "synth/fans.h"
#include "synth/growth.h"
#include "synth/part_names.h"

namespace ferrule::api {
namespace {

using plant::kNone;
using synth::Recipe;

std::string near_panel(const Recipe& recipe, const synth::CablingWish& wish) {
  return recipe.cassettes ? recipe.panel : synth::filled(recipe.panel, "ports", wish.panel_ports);
}
std::string far_panel(const Recipe& recipe, const synth::CablingWish& wish) {
  return recipe.far_panel.empty() ? near_panel(recipe, wish) : recipe.far_panel;
}
const std::string& far_cable(const Recipe& recipe) { return recipe.harness.empty() ? recipe.cord_b : recipe.harness; }

bool is_trunk_asked(const Recipe& recipe, const synth::CablingWish& wish, const std::string& trunk, int legs) {
  const std::vector<int> sizes = synth::trunk_places(recipe, wish);
  const int places = legs / recipe.rears;
  return legs % recipe.rears == 0 && std::find(sizes.begin(), sizes.end(), places) != sizes.end() &&
         synth::trunk_of(recipe, places) == trunk;
}

class PartsAsked {
 public:
  PartsAsked(const StandingPlant& plan, const Loaded& loaded, const lang::Design& design, const synth::Net& net)
      : plan_(plan),
        plant_(plan.project.plant),
        design_(design),
        net_(net),
        parts_(plan.standing.parts),
        run_of_port_(runs_of_panel_ports(plant_)) {
    for (std::uint32_t asset = 0; asset < loaded.plant.asset_count(); ++asset)
      if (is_cable(loaded.plant, asset)) own_cables_.insert(loaded.plant.asset_spelled(asset));
    for (std::uint32_t i = 0; i < plan.standing.ports.size(); ++i) ports_.emplace(key_of(plan.standing.ports[i].at), i);
  }

  bool is_as_asked(std::uint32_t link) const {
    const std::uint32_t rule = net_.links[link].rule;
    const Recipe& recipe = plan_.recipes[rule];
    const std::optional<Way> way = way_of(net_.links[link]);
    if (recipe.copper || !way) return true;
    if (!way->trunk) return is_direct_as_asked(recipe, *way);
    return recipe.through_panels() && way->cables.size() == 3 && part_of(way->cables.front()) == recipe.cord_a &&
           part_of(way->cables.back()) == far_cable(recipe) && is_trunk_as_asked(recipe, design_.wishes[rule], *way->trunk);
  }

  // Rules whose links are to go by two routes, and all go by one.
  std::set<std::uint32_t> rules_of_one_route() const {
    const std::map<std::string, synth::Side> sides = sides_of_cables();
    std::map<std::uint32_t, std::set<synth::Side>> by_rule;
    for (std::uint32_t link = 0; link < net_.links.size(); ++link) {
      if (!plan_.kept[link].stands || !design_.wishes[net_.links[link].rule].both_routes) continue;
      const std::optional<Way> way = way_of(net_.links[link]);
      for (std::size_t i = 0; way && i < way->cables.size(); ++i)
        if (const auto at = sides.find(plant_.asset_spelled(way->cables[i])); at != sides.end())
          by_rule[net_.links[link].rule].insert(at->second);
    }
    std::set<std::uint32_t> out;
    for (const auto& [rule, seen] : by_rule)
      if (!seen.contains(synth::Side::kA) || !seen.contains(synth::Side::kB)) out.insert(rule);
    return out;
  }

  // Of a leg that is plugged for a link, by the cable that it is of.
  bool is_harness_as_asked(std::uint32_t link, std::uint32_t asset) const {
    const Recipe& recipe = plan_.recipes[net_.links[link].rule];
    return is_own(asset) || part_of(asset) == recipe.harness || part_of(asset) == recipe.in_rack;
  }

 private:
  using PortKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  static PortKey key_of(const synth::NetPort& port) { return {port.device, port.receptacle, port.leg}; }

  struct Way {                          // of light, from end a of a rule's recipe
    std::vector<std::uint32_t> cables;  // assets
    std::optional<plant::Hop> trunk;    // through the first one
    std::uint32_t first = 0, last = 0;  // plugs in the ports
  };

  // Nothing where no cable, or one of the project's own, is on it.
  std::optional<Way> way_of(const synth::NetLink& link) const {
    const auto port = ports_.find(key_of(synth::head_of(link).leg > 0 ? synth::head_of(link) : link.a));
    if (port == ports_.end()) return std::nullopt;
    Way way;
    const plant::Path path = plant::trace(plant_, plan_.port_fibres[port->second]);
    for (const plant::Hop& hop : path.hops) {
      if (hop.entered.connector == kNone || hop.left.connector == kNone) continue;
      const std::uint32_t asset = plant_.connectors[hop.entered.connector].asset;
      if (!is_cable(plant_, asset)) continue;
      if (is_own(asset)) return std::nullopt;
      if (way.cables.empty()) way.first = hop.entered.connector;
      way.last = hop.left.connector;
      way.cables.push_back(asset);
      if (!way.trunk && plant_.asset_type(asset).kind == plant::Kind::kTrunk) way.trunk = hop;
    }
    return way.cables.empty() ? std::nullopt : std::optional(std::move(way));
  }

  // Of those that lie in trays.
  std::map<std::string, synth::Side> sides_of_cables() const {
    const lang::WrittenTable& cables = plan_.written.cables;
    std::map<std::string, synth::Side> sides;
    for (const std::vector<std::string>& row : cables.rows)
      if (!lang::cell_of(cables, row, "route").empty())
        sides.emplace(lang::cell_of(cables, row, "id"), synth::side_of(lang::cell_of(cables, row, "side")));
    return sides;
  }

  bool is_own(std::uint32_t asset) const { return own_cables_.contains(plant_.asset_spelled(asset)); }

  bool is_direct_as_asked(const Recipe& recipe, const Way& way) const {
    if (way.cables.size() != 1) return false;
    const std::string& part = part_of(way.cables.front());
    if (!recipe.through_panels()) return part == (recipe.breaks_out() ? recipe.harness : recipe.cord_a);
    return plant_.rack_of(way.first) == plant_.rack_of(way.last) && part == recipe.in_rack;
  }

  bool is_trunk_as_asked(const Recipe& recipe, const synth::CablingWish& wish, const plant::Hop& hop) const {
    const plant::PartType& type = plant_.type_of(hop.entered.connector);
    const auto legs = std::count_if(type.faces.begin(), type.faces.end(),
                                    [](const plant::TypeFace& face) { return face.name.starts_with("a"); });
    return is_trunk_asked(recipe, wish, name_of(plant_.face_info(hop.entered.connector).type), static_cast<int>(legs)) &&
           ends_in(hop.entered.connector, near_panel(recipe, wish)) && ends_in(hop.left.connector, far_panel(recipe, wish)) &&
           last_slot(plant_, plant_.connectors[hop.entered.connector].asset) <= wish.panel_cassettes;
  }

  bool ends_in(std::uint32_t plug, const std::string& panel) const {
    if (const auto port = plant_.panel_port_at.find(plug); port != plant_.panel_port_at.end())
      return name_of(plant_.runs[run_of_port_[port->second]].type) == panel;
    const std::uint32_t mate = plant_.connectors[plug].mate;
    const std::uint32_t module = mate == kNone ? kNone : plant_.connectors[mate].asset;
    const plant::Run* run = module == kNone ? nullptr : plant_.run_of(module);
    return run != nullptr && name_of(run->type) == panel;
  }

  const std::string& part_of(std::uint32_t asset) const { return name_of(plant_.face_info(plant_.asset_first[asset]).type); }

  const std::string& name_of(std::uint32_t type) const { return parts_.of(plant_.types[type]); }

  const StandingPlant& plan_;
  const plant::Plant& plant_;
  const lang::Design& design_;
  const synth::Net& net_;
  const WrittenParts parts_;
  const std::vector<std::uint32_t> run_of_port_;
  std::set<std::string, std::less<>> own_cables_;
  std::map<PortKey, std::uint32_t> ports_;  // of standing.ports
};

using Receptacle = std::pair<std::uint32_t, std::uint32_t>;  // of a device

// Links that leave one receptacle have their cables together, as the first of them is cabled. Nothing: it is of none.
std::optional<Receptacle> head_receptacle(const synth::NetLink& link) {
  const synth::NetPort& head = synth::head_of(link);
  return head.leg == 0 ? std::nullopt : std::optional(Receptacle{head.device, head.receptacle});
}

std::map<Receptacle, std::uint32_t> leaders(const StandingPlant& plan, const synth::Net& net) {
  std::map<Receptacle, std::uint32_t> first;
  for (std::uint32_t link = 0; link < net.links.size(); ++link) {
    const std::optional<Receptacle> head = head_receptacle(net.links[link]);
    if (!head || !plan.kept[link].stands) continue;
    const auto [at, fresh] = first.try_emplace(*head, link);
    if (synth::phase_of(net, net.links[link]) < synth::phase_of(net, net.links[at->second])) at->second = link;
  }
  return first;
}

}  // namespace

void cable_anew(StandingPlant& plan, const Loaded& loaded, const lang::Design& design, const synth::Net& net) {
  const PartsAsked asked(plan, loaded, design, net);
  for (const std::uint32_t rule : asked.rules_of_one_route())
    for (std::uint32_t link = 0; link < net.links.size(); ++link)
      if (net.links[link].rule == rule) plan.kept[link].stands = false;
  std::map<Receptacle, bool> broken_out;
  for (const auto& [head, leader] : leaders(plan, net)) broken_out.emplace(head, asked.is_as_asked(leader));
  for (std::uint32_t link = 0; link < net.links.size(); ++link) {
    synth::KeptLink& kept = plan.kept[link];
    const std::optional<Receptacle> head = head_receptacle(net.links[link]);
    const auto together = head ? broken_out.find(*head) : broken_out.end();
    if (kept.stands && !(together == broken_out.end() ? asked.is_as_asked(link) : together->second)) kept.stands = false;
    if (!kept.tail) continue;
    const std::uint32_t harness = plan.project.plant.connectors[plan.tail_plugs[*kept.tail]].asset;
    if (together == broken_out.end() ? !asked.is_harness_as_asked(link, harness) : !together->second) kept.tail.reset();
  }
}

std::optional<synth::CordPair> cords_asked(const Recipe& recipe, const synth::CablingWish& wish, const LaidParts& laid) {
  // Cords of a cassette at the tails are laid with new trunks alone.
  const bool alike = recipe.through_panels() && recipe.far_fronts == 0 && laid.cassettes == recipe.cassettes &&
                     laid.rears == recipe.rears && laid.links_of_leg == recipe.links_of_leg &&
                     laid.near_panel == near_panel(recipe, wish) && laid.far_panel == far_panel(recipe, wish) &&
                     is_trunk_asked(recipe, wish, laid.trunk, laid.legs);
  return alike ? std::optional(synth::CordPair{recipe.cord_a, far_cable(recipe)}) : std::nullopt;
}

}  // namespace ferrule::api
