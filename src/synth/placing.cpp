#include "synth/placing.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"

namespace ferrule::synth {
namespace {

class Placer {
 public:
  Placer(const Fabric& fabric, const Net& net, Hall& hall, diag::Findings& findings)
      : fabric_(fabric), net_(net), hall_(hall), findings_(findings) {}

  void place_given(std::vector<std::optional<Stand>>& stands) {
    for (const bool with_unit : {true, false})
      for (std::uint32_t d = 0; d < net_.devices.size(); ++d)
        if (const ListedDevice* listed = listed_in_rack(d); !stands[d] && listed != nullptr && (listed->unit > 0) == with_unit)
          stands[d] = as_listed(d, *listed, stands);
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d)
      if (stands[d] && !tier_of(d).racks.empty()) count_standing(d, stands[d]->rack);
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d)
      if (is_to_be_placed(stands, d) && !tier_of(d).racks.empty()) stands[d] = given(d);
  }

  void place_free(const std::vector<std::optional<std::uint32_t>>& racks, std::vector<std::optional<Stand>>& stands) {
    if (hall_.racks.empty()) return;
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d)
      if (is_to_be_placed(stands, d) && tier_of(d).racks.empty()) stands[d] = free(d, racks[d]);
  }

 private:
  struct Cursor {
    std::vector<std::uint32_t> racks;
    std::vector<int> standing;  // by rack: how many of them stand there already
    std::size_t at = 0;
    int in_rack = 0;
    bool known = true;
  };

  // Neither there already nor said by a file of links.
  bool is_to_be_placed(const std::vector<std::optional<Stand>>& stands, std::uint32_t device) const {
    return !stands[device] && !net_.devices[device].stands && listed_in_rack(device) == nullptr;
  }

  const Tier& tier_of(std::uint32_t device) const { return fabric_.tiers[net_.devices[device].tier]; }

  // Devices share a row of racks when no name in it tells their groups apart.
  std::string row_of(const Device& device) const {
    const Tier& tier = fabric_.tiers[device.tier];
    std::string row = std::to_string(device.tier);
    for (std::size_t i = 0; i < tier.per.size(); ++i) {
      const std::string mark = "{" + fabric_.groups[static_cast<std::size_t>(tier.per[i])].name + "}";
      const bool told = std::any_of(tier.racks.begin(), tier.racks.end(),
                                    [&](const std::string& text) { return text.find(mark) != std::string::npos; });
      row += told ? fmt::format(" {}", device.groups[i]) : " *";
    }
    return row;
  }

  Cursor& cursor_of(std::uint32_t d) {
    const Device& device = net_.devices[d];
    const Tier& tier = tier_of(d);
    const auto [at, fresh] = cursors_.try_emplace(row_of(device));
    if (!fresh) return at->second;
    for (const std::string& name : racks_of_tier(fabric_, device)) {
      if (const std::optional<std::uint32_t> rack = hall_.find(name)) {
        at->second.racks.push_back(*rack);
      } else if (at->second.known) {
        at->second.known = false;
        if (!said_[device.tier])
          say(findings_, kRackUnknown, tier.racks_place, fmt::format("there is no rack '{}' for {}", name, device.name))
              .help("describe it under `racks`, or correct the name");
        said_[device.tier] = true;
      }
    }
    return at->second;
  }

  void count_standing(std::uint32_t d, std::uint32_t rack) {
    Cursor& cursor = cursor_of(d);
    cursor.standing.resize(cursor.racks.size());
    const auto at = std::find(cursor.racks.begin(), cursor.racks.end(), rack);
    if (at != cursor.racks.end()) ++cursor.standing[static_cast<std::size_t>(at - cursor.racks.begin())];
  }

  std::optional<Stand> stand(std::uint32_t d, std::uint32_t rack) {
    const Tier& tier = tier_of(d);
    const std::optional<int> unit = hall_.take_up(rack, tier.height, std::max(tier.unit, 1));
    return unit ? std::optional(Stand{rack, *unit, tier.height}) : std::nullopt;
  }

  const ListedDevice* listed_in_rack(std::uint32_t d) const {
    const std::uint32_t listed = net_.devices[d].listed;
    return listed == kNotListed || fabric_.devices[listed].rack.empty() ? nullptr : &fabric_.devices[listed];
  }

  // Where a file of links says that it stands.
  std::optional<Stand> as_listed(std::uint32_t d, const ListedDevice& device, const std::vector<std::optional<Stand>>& stands) {
    const int height = tier_of(d).height;
    const std::optional<std::uint32_t> rack = hall_.find(device.rack);
    if (device.equipment) return rack ? std::optional(Stand{*rack, device.unit, device.height}) : std::nullopt;
    if (!rack) {
      if (unknown_racks_.insert(device.rack).second)
        say(findings_, kRackUnknown, device.rack_place, fmt::format("there is no rack '{}' for {}", device.rack, device.name))
            .help("describe it under `racks`, or correct the name");
      return std::nullopt;
    }
    if (device.unit == 0) {
      if (const std::optional<Stand> found = stand(d, *rack)) return found;
    } else if (hall_.take_at(*rack, device.unit, height)) {
      return Stand{*rack, device.unit, height};
    }
    auto finding =
        say(findings_, kDoesNotFitRack, device.unit == 0 ? device.rack_place : device.unit_place,
            device.unit == 0 ? fmt::format("rack {} has no {} for {}", device.rack,
                                           counted(static_cast<std::uint64_t>(height), "free unit"), device.name)
                             : fmt::format("{} does not fit into rack {} at unit {}", device.name, device.rack, device.unit))
            .help("correct the unit, or the `height` of its tier");
    const std::string takes =
        fmt::format("takes {} from its lowest unit up", counted(static_cast<std::uint64_t>(height), "unit"));
    const ListedDevice* const other = device.unit == 0 ? nullptr : in_the_way({*rack, device.unit, height}, stands);
    if (other == nullptr)
      finding.note(fmt::format("it {}; something stands there, or the rack ends", takes));
    else
      finding.note(other->unit_place, fmt::format("{} stands here, and {} {}", other->name, device.name, takes));
    return std::nullopt;
  }

  // A device of a file of links; null: none of those.
  const ListedDevice* in_the_way(const Stand& wanted, const std::vector<std::optional<Stand>>& stands) const {
    for (std::uint32_t other = 0; other < stands.size(); ++other) {
      const ListedDevice* const listed = listed_in_rack(other);
      if (listed == nullptr || !stands[other] || stands[other]->rack != wanted.rack) continue;
      if (stands[other]->unit < wanted.unit + wanted.height && wanted.unit < stands[other]->unit + stands[other]->height)
        return listed;
    }
    return nullptr;
  }

  // Racks are filled one after the other; a tier that says how many go into one is spread by that.
  std::optional<Stand> given(std::uint32_t d) {
    const Tier& tier = tier_of(d);
    Cursor& cursor = cursor_of(d);
    if (!cursor.known) return std::nullopt;
    for (; cursor.at < cursor.racks.size(); ++cursor.at, cursor.in_rack = 0) {
      const int standing = cursor.at < cursor.standing.size() ? cursor.standing[cursor.at] : 0;
      if (tier.per_rack > 0 && cursor.in_rack + standing >= tier.per_rack) continue;
      const std::optional<Stand> found = stand(d, cursor.racks[cursor.at]);
      if (!found) continue;
      ++cursor.in_rack;
      return found;
    }
    no_room(d);
    return std::nullopt;
  }

  std::optional<Stand> free(std::uint32_t d, std::optional<std::uint32_t> wanted) {
    if (wanted)
      if (const std::optional<Stand> found = stand(d, *wanted)) return found;
    for (std::uint32_t rack = 0; rack < hall_.racks.size(); ++rack)
      if (const std::optional<Stand> found = stand(d, rack)) return found;
    no_room(d);
    return std::nullopt;
  }

  void no_room(std::uint32_t d) {
    const std::uint32_t tier = net_.devices[d].tier;
    if (said_[tier]) return;
    said_[tier] = true;
    const Tier& of = fabric_.tiers[tier];
    std::uint32_t left = 0;
    for (std::uint32_t other = d; other < net_.first_of_tier[tier + 1]; ++other) ++left;
    say(findings_, kDoesNotFitRack, of.racks.empty() ? of.place : of.racks_place,
        fmt::format("no rack has {} for {}{}", counted(static_cast<std::uint64_t>(of.height), "unit"), net_.devices[d].name,
                    left > 1 ? fmt::format(" and what comes after it, {} in all", left) : std::string()))
        .help("more racks, more units in them (`units`), or more of them in each (`per_rack`)");
  }

  const Fabric& fabric_;
  const Net& net_;
  Hall& hall_;
  diag::Findings& findings_;
  std::vector<bool> said_ = std::vector<bool>(fabric_.tiers.size());
  std::unordered_map<std::string, Cursor> cursors_;
  std::set<std::string> unknown_racks_;  // that were said
};

}  // namespace

std::vector<std::string> racks_of_tier(const Fabric& fabric, const Device& device) {
  const Tier& tier = fabric.tiers[device.tier];
  std::vector<std::string> names = tier.racks;
  for (std::size_t i = 0; i < tier.per.size(); ++i) {
    const std::string mark = "{" + fabric.groups[static_cast<std::size_t>(tier.per[i])].name + "}";
    for (std::string& name : names)
      for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark, at))
        name.replace(at, mark.size(), std::to_string(device.groups[i] + 1));
  }
  return names;
}

std::vector<std::optional<Stand>> place_given(const Fabric& fabric, const Net& net, Hall& hall, diag::Findings& findings,
                                              std::vector<std::optional<Stand>> stands) {
  stands.resize(net.devices.size());
  Placer(fabric, net, hall, findings).place_given(stands);
  return stands;
}

void place_free(const Fabric& fabric, const Net& net, Hall& hall, const std::vector<std::optional<std::uint32_t>>& racks,
                std::vector<std::optional<Stand>>& stands, diag::Findings& findings) {
  Placer(fabric, net, hall, findings).place_free(racks, stands);
}

}  // namespace ferrule::synth
