#include "api/standing_places.h"

#include <algorithm>
#include <map>

#include "synth/placing.h"

namespace ferrule::api {
namespace {

using plant::kNone;

class Places {
 public:
  Places(const PlacesBefore& before, const synth::Fabric& fabric, const synth::Net& net, synth::Hall& hall)
      : before_(before.plant), node_of_(before.node_of), giving_way_(before.giving_way), fabric_(fabric), net_(net), hall_(hall) {
    for (const plant::Node& node : before_.nodes)
      if (node.panel && node.rack != kNone && !before.described.contains(node.name)) ++panels_[before_.racks[node.rack].name];
  }

  PlacesKept keep() {
    const std::size_t devices = net_.devices.size();
    out_ = {std::vector<std::optional<synth::Stand>>(devices), std::vector<bool>(devices)};
    std::vector<std::uint32_t> moved;
    for (std::uint32_t d = 0; d < devices; ++d) {
      if (node_of_[d] == kNone || node(d).rack == kNone) continue;
      if (!may_stay_in_rack(d))
        out_.leaves[d] = true;
      else if (!is_own(d) && !keep_units(d))
        moved.push_back(d);
    }
    for (const std::uint32_t d : moved)
      if (!move_in_rack(d)) out_.leaves[d] = true;
    return std::move(out_);
  }

 private:
  const plant::Node& node(std::uint32_t d) const { return before_.nodes[node_of_[d]]; }
  const std::string& rack_name(std::uint32_t d) const { return before_.racks[node(d).rack].name; }
  const synth::Tier& tier(std::uint32_t d) const { return fabric_.tiers[net_.devices[d].tier]; }
  const synth::ListedDevice* listed(std::uint32_t d) const {
    const std::uint32_t index = net_.devices[d].listed;
    return index == synth::kNotListed || fabric_.devices[index].rack.empty() ? nullptr : &fabric_.devices[index];
  }
  // Of the project, which says where it stands; its units are taken already.
  bool is_own(std::uint32_t d) const { return listed(d) != nullptr && listed(d)->equipment; }

  bool may_stay_in_rack(std::uint32_t d) {
    if (!hall_.find(rack_name(d))) return false;
    if (listed(d) != nullptr) return listed(d)->rack == rack_name(d);
    if (gives_way(d)) return false;
    if (tier(d).racks.empty()) return true;
    const std::vector<std::string> racks = synth::racks_of_tier(fabric_, net_.devices[d]);
    if (std::find(racks.begin(), racks.end(), rack_name(d)) == racks.end()) return false;
    return ++in_rack_[{net_.devices[d].tier, rack_name(d)}] <= tier(d).per_rack || tier(d).per_rack == 0;
  }

  bool gives_way(std::uint32_t d) const {
    using Who = GivingWay::Who;
    return giving_way_.racks.contains(rack_name(d)) &&
           (giving_way_.who == Who::kAll || (giving_way_.who == Who::kFree && tier(d).racks.empty()));
  }

  bool keep_units(std::uint32_t d) {
    const int wanted = listed(d) == nullptr ? 0 : listed(d)->unit, lowest = std::max(tier(d).unit, 1);
    if (node(d).height != tier(d).height || (wanted > 0 ? node(d).unit != wanted : node(d).unit < lowest)) return false;
    return stand_at(d, node(d).unit);
  }

  // Panels hang there too, and would find no room in a rack that devices fill.
  bool has_room(std::uint32_t d) {
    if (listed(d) != nullptr && listed(d)->unit > 0) return true;  // it goes nowhere else
    return hall_.free_units(*hall_.find(rack_name(d))) - tier(d).height >= panels_[rack_name(d)];
  }

  bool stand_at(std::uint32_t d, int unit) {
    const std::uint32_t rack = *hall_.find(rack_name(d));
    if (!has_room(d) || !hall_.take_at(rack, unit, tier(d).height)) return false;
    out_.stands[d] = synth::Stand{rack, unit, tier(d).height};
    return true;
  }

  bool move_in_rack(std::uint32_t d) {
    if (listed(d) != nullptr && listed(d)->unit > 0) return stand_at(d, listed(d)->unit);
    const std::uint32_t rack = *hall_.find(rack_name(d));
    const int height = tier(d).height;
    if (!has_room(d)) return false;
    const std::optional<int> unit = hall_.take_up(rack, height, std::max(tier(d).unit, 1));
    if (unit) out_.stands[d] = synth::Stand{rack, *unit, height};
    return unit.has_value();
  }

  const plant::Plant& before_;
  const std::vector<std::uint32_t>& node_of_;
  const GivingWay& giving_way_;
  const synth::Fabric& fabric_;
  const synth::Net& net_;
  synth::Hall& hall_;
  std::map<std::string, int> panels_;                             // by rack
  std::map<std::pair<std::uint32_t, std::string>, int> in_rack_;  // devices of a tier
  PlacesKept out_;
};

}  // namespace

PlacesKept keep_places(const PlacesBefore& before, const synth::Fabric& fabric, const synth::Net& net, synth::Hall& hall) {
  return Places(before, fabric, net, hall).keep();
}

}  // namespace ferrule::api
