#include "synth/growth.h"

#include <algorithm>
#include <fmt/format.h>

#include "synth/codes.h"

namespace ferrule::synth {
namespace {

// How many of something stand at the end of each phase that says so.
struct Steps {
  std::vector<std::pair<std::uint32_t, int>> ends;  // phase, count
  diag::Place place;                                // of the last
};

class PhaseSetter {
 public:
  PhaseSetter(const Fabric& fabric, const std::vector<int>& counts, Net& net, diag::Findings& findings)
      : fabric_(fabric), counts_(counts), net_(net), findings_(findings) {}

  bool set() {
    if (fabric_.phases.empty()) return true;
    gather();
    if (!hold()) return false;
    for (Device& device : net_.devices) device.phase = phase_of_device(device);
    return true;
  }

 private:
  void gather() {
    groups_.resize(fabric_.groups.size());
    tiers_.resize(fabric_.tiers.size());
    for (const Growth& growth : fabric_.growth) {
      for (const auto& [group, count] : growth.groups) add(groups_[group], growth, count);
      for (const auto& [tier, count] : growth.tiers) add(tiers_[tier], growth, count);
    }
  }

  static void add(Steps& steps, const Growth& growth, int count) {
    steps.ends.emplace_back(growth.phase, count);
    steps.place = growth.place;
  }

  bool hold() {
    bool good = true;
    for (std::size_t i = 0; i < groups_.size(); ++i)
      good = hold_one(groups_[i], fabric_.groups[i].name, fabric_.groups[i].count) && good;
    for (std::size_t i = 0; i < tiers_.size(); ++i) good = hold_one(tiers_[i], fabric_.tiers[i].name, most_of_tier(i)) && good;
    return good;
  }

  int most_of_tier(std::size_t tier) const {
    int most = counts_[tier];
    for (const CountElsewhere& other : fabric_.tiers[tier].elsewhere) most = std::max(most, other.count);
    return most;
  }

  bool hold_one(const Steps& steps, const std::string& name, int all) {
    int before = 0;
    for (const auto& [phase, count] : steps.ends) {
      if (count < before) return refuse(steps, fmt::format("{} shrinks from {} to {} in {}", name, before, count, word(phase)));
      if (count > all) return refuse(steps, fmt::format("{} grows to {} in {}, and there are {}", name, count, word(phase), all));
      before = count;
    }
    const bool ends = !steps.ends.empty() && steps.ends.back().first + 1 == fabric_.phases.size();
    if (ends && before < all)
      return refuse(steps, fmt::format("{} grows to {} in the last phase, {}, and there are {}", name, before,
                                       word(steps.ends.back().first), all));
    return true;
  }

  bool refuse(const Steps& steps, std::string message) {
    say(findings_, kGrowthDoesNotFit, steps.place, std::move(message))
        .help("a figure is what stands when its phase ends; what is beyond the last one comes in the last phase");
    return false;
  }

  const std::string& word(std::uint32_t phase) const { return fabric_.phases[phase]; }

  // The phase in which number `index` of something comes.
  std::uint32_t phase_in(const Steps& steps, std::uint32_t index) const {
    if (steps.ends.empty()) return 0;
    for (const auto& [phase, count] : steps.ends)
      if (static_cast<int>(index) < count) return phase;
    return static_cast<std::uint32_t>(fabric_.phases.size() - 1);
  }

  std::uint32_t phase_of_device(const Device& device) const {
    const Tier& tier = fabric_.tiers[device.tier];
    std::uint32_t phase = std::max(tier.phase.value_or(0), phase_in(tiers_[device.tier], device.number));
    for (std::size_t i = 0; i < tier.per.size(); ++i)
      phase = std::max(phase, phase_in(groups_[static_cast<std::size_t>(tier.per[i])], device.groups[i]));
    return phase;
  }

  const Fabric& fabric_;
  const std::vector<int>& counts_;
  Net& net_;
  diag::Findings& findings_;
  std::vector<Steps> groups_, tiers_;
};

// Somebody said when devices of the tier come.
bool phase_is_said(const Fabric& fabric, std::size_t tier) {
  if (fabric.tiers[tier].phase) return true;
  for (const Growth& growth : fabric.growth) {
    for (const auto& [grown, count] : growth.tiers)
      if (grown == tier) return true;
    for (const auto& [grown, count] : growth.groups)
      for (const int group : fabric.tiers[tier].per)
        if (group == static_cast<int>(grown)) return true;
  }
  return false;
}

}  // namespace

bool set_phases(const Fabric& fabric, const std::vector<int>& counts, Net& net, diag::Findings& findings) {
  return PhaseSetter(fabric, counts, net, findings).set();
}

void hold_racks(const Fabric& fabric, const Hall& hall, const std::vector<std::optional<Stand>>& stands, Net& net,
                diag::Findings& findings) {
  if (fabric.phases.empty()) return;
  for (std::size_t tier = 0; tier < fabric.tiers.size(); ++tier) {
    const bool stated = phase_is_said(fabric, tier);
    bool told = false;
    for (std::uint32_t d = net.first_of_tier[tier]; d < net.first_of_tier[tier + 1]; ++d) {
      if (!stands[d]) continue;
      const HallRack& rack = hall.racks[stands[d]->rack];
      Device& device = net.devices[d];
      if (!rack.phase || *rack.phase <= device.phase) continue;
      if (stated && !told)
        say(findings, kRackComesLater, fabric.tiers[tier].place,
            fmt::format("{} comes in {}, and its rack {} in {}", device.name, fabric.phases[device.phase], rack.name,
                        fabric.phases[*rack.phase]))
            .note(rack.place, "the rack is described here")
            .help("a later phase for the device, an earlier one for the rack, or another rack");
      told = told || stated;
      device.phase = *rack.phase;
    }
  }
}

}  // namespace ferrule::synth
