#include "synth/placing.h"

#include <unordered_map>
#include <fmt/format.h>

#include "synth/codes.h"

namespace ferrule::synth {
namespace {

class Placer {
 public:
  Placer(const Fabric& fabric, const Net& net, Hall& hall, diag::Findings& findings)
      : fabric_(fabric), net_(net), hall_(hall), findings_(findings) {}

  std::vector<std::optional<Stand>> place() {
    stands_.resize(net_.devices.size());
    said_.assign(fabric_.tiers.size(), false);
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d)
      if (!tier_of(d).racks.empty()) place_given(d);
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d)
      if (tier_of(d).racks.empty() && !hall_.racks.empty()) place_free(d);
    return std::move(stands_);
  }

 private:
  struct Cursor {
    std::vector<std::uint32_t> racks;
    std::size_t at = 0;
    int in_rack = 0;
    bool known = true;
  };

  const Tier& tier_of(std::uint32_t device) const { return fabric_.tiers[net_.devices[device].tier]; }

  // "S{su}-[1-4]" with the device's groups in place.
  std::string named(const std::string& text, const Device& device) const {
    std::string name = text;
    const Tier& tier = fabric_.tiers[device.tier];
    for (std::size_t i = 0; i < tier.per.size(); ++i) {
      const std::string mark = "{" + fabric_.groups[static_cast<std::size_t>(tier.per[i])].name + "}";
      for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark, at))
        name.replace(at, mark.size(), std::to_string(device.groups[i] + 1));
    }
    return name;
  }

  Cursor& cursor_of(std::uint32_t d) {
    const Device& device = net_.devices[d];
    const Tier& tier = tier_of(d);
    const std::string key = fmt::format("{} {}", device.tier, named(tier.racks.front(), device));
    const auto [at, fresh] = cursors_.try_emplace(key);
    if (!fresh) return at->second;
    for (const std::string& text : tier.racks) {
      const std::string name = named(text, device);
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

  // Racks are filled one after the other; a tier that says how many go into one is spread by that.
  void place_given(std::uint32_t d) {
    const Tier& tier = tier_of(d);
    Cursor& cursor = cursor_of(d);
    if (!cursor.known) return;
    while (cursor.at < cursor.racks.size()) {
      const bool full = tier.per_rack > 0 && cursor.in_rack >= tier.per_rack;
      if (!full) {
        const std::uint32_t rack = cursor.racks[cursor.at];
        if (const std::optional<int> unit = hall_.take_up(rack, tier.height, std::max(tier.unit, 1))) {
          stands_[d] = Stand{rack, *unit, tier.height};
          ++cursor.in_rack;
          return;
        }
      }
      ++cursor.at;
      cursor.in_rack = 0;
    }
    no_room(d);
  }

  void place_free(std::uint32_t d) {
    const Tier& tier = tier_of(d);
    for (; next_free_ < hall_.racks.size(); ++next_free_)
      if (const std::optional<int> unit = hall_.take_up(next_free_, tier.height, std::max(tier.unit, 1))) {
        stands_[d] = Stand{next_free_, *unit, tier.height};
        return;
      }
    next_free_ = 0;  // smaller ones may still fit somewhere
    for (std::uint32_t rack = 0; rack < hall_.racks.size(); ++rack)
      if (const std::optional<int> unit = hall_.take_up(rack, tier.height, std::max(tier.unit, 1))) {
        stands_[d] = Stand{rack, *unit, tier.height};
        return;
      }
    no_room(d);
  }

  void no_room(std::uint32_t d) {
    const std::uint32_t tier = net_.devices[d].tier;
    if (said_[tier]) return;
    said_[tier] = true;
    const Tier& of = fabric_.tiers[tier];
    std::uint32_t left = 0;
    for (std::uint32_t other = d; other < net_.first_of_tier[tier + 1]; ++other) ++left;
    say(findings_, kDoesNotFitRack, of.racks.empty() ? of.place : of.racks_place,
        fmt::format("no rack has {} units for {}{}", of.height, net_.devices[d].name,
                    left > 1 ? fmt::format(" and what comes after it, {} in all", left) : std::string()))
        .help("more racks, more units in them (`units`), or more of them in each (`per_rack`)");
  }

  const Fabric& fabric_;
  const Net& net_;
  Hall& hall_;
  diag::Findings& findings_;
  std::vector<std::optional<Stand>> stands_;
  std::vector<bool> said_;
  std::unordered_map<std::string, Cursor> cursors_;
  std::uint32_t next_free_ = 0;
};

}  // namespace

std::vector<std::optional<Stand>> place_devices(const Fabric& fabric, const Net& net, Hall& hall, diag::Findings& findings) {
  return Placer(fabric, net, hall, findings).place();
}

}  // namespace ferrule::synth
