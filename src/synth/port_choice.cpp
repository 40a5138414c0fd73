#include "synth/port_choice.h"

#include <algorithm>
#include <numeric>

namespace ferrule::synth {
namespace {

Runs all_runs(const Tier& tier) {
  Runs runs(tier.ports.size());
  std::iota(runs.begin(), runs.end(), 0U);
  return runs;
}

Runs runs_with_optic_of(const Tier& tier, const Runs& among, const Tier& other, const Runs& others) {
  Runs runs;
  for (const std::uint32_t run : among)
    if (std::any_of(others.begin(), others.end(), [&](std::uint32_t o) { return other.ports[o].optic == tier.ports[run].optic; }))
      runs.push_back(run);
  return runs;
}

}  // namespace

PortChoice ports_for(const Fabric& fabric, const LinkRule& rule) {
  const Tier &from = fabric.tiers[rule.from], &to = fabric.tiers[rule.to];
  PortChoice named{rule.from_runs.empty() ? all_runs(from) : rule.from_runs, rule.to_runs.empty() ? all_runs(to) : rule.to_runs};
  PortChoice alike{runs_with_optic_of(from, named.from, to, named.to), runs_with_optic_of(to, named.to, from, named.from)};
  if (alike.from.empty()) return named;
  return {rule.from_runs.empty() ? alike.from : named.from, rule.to_runs.empty() ? alike.to : named.to};
}

std::uint32_t receptacles_in(const Tier& tier, const Runs& runs) {
  std::uint64_t sum = 0;
  for (const std::uint32_t run : runs) sum += static_cast<std::uint64_t>(tier.ports[run].count());
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, kMostReceptacles));
}

std::int64_t kept_for_others(const Fabric& fabric, const LinkRule& rule, const PortChoice& choice) {
  std::int64_t kept = 0;
  for (const LinkRule& other : fabric.rules) {
    if (other.from != rule.to || !other.up) continue;
    const Runs theirs = ports_for(fabric, other).from;
    if (std::find_first_of(theirs.begin(), theirs.end(), choice.to.begin(), choice.to.end()) != theirs.end()) kept += *other.up;
  }
  return std::min<std::int64_t>(kept, kMostReceptacles);
}

FreePorts::FreePorts(const Fabric& fabric, const Net& net) : net_(net) {
  for (const Tier& tier : fabric.tiers) {
    std::uint32_t next = 0;
    sizes_.emplace_back();
    starts_.emplace_back();
    for (const PortRun& run : tier.ports) {
      sizes_.back().push_back(static_cast<std::uint32_t>(run.count()));
      starts_.back().push_back(next);
      next += sizes_.back().back();
    }
  }
  std::uint64_t all = 0;
  for (const Device& device : net.devices) {
    first_of_device_.push_back(all);
    all += sizes_[device.tier].size();
  }
  used_.resize(all);
}

std::uint32_t FreePorts::left(std::uint32_t device, const Runs& runs) const {
  const std::vector<std::uint32_t>& sizes = sizes_[net_.devices[device].tier];
  std::uint32_t sum = 0;
  for (const std::uint32_t run : runs) sum += sizes[run] - used(device, run);
  return sum;
}

std::optional<std::uint32_t> FreePorts::take(std::uint32_t device, const Runs& runs) {
  const std::uint32_t tier = net_.devices[device].tier;
  for (const std::uint32_t run : runs)
    if (used(device, run) < sizes_[tier][run]) return starts_[tier][run] + used(device, run)++;
  return std::nullopt;
}

bool FreePorts::taken(std::uint32_t device, std::uint32_t receptacle) const {
  const std::uint32_t tier = net_.devices[device].tier;
  for (std::uint32_t run = 0; run < sizes_[tier].size(); ++run)
    if (receptacle < starts_[tier][run] + sizes_[tier][run]) return receptacle - starts_[tier][run] < used(device, run);
  return false;
}

void FreePorts::level(std::size_t tier, const Runs& runs, std::uint32_t wanted) {
  const std::uint32_t first = net_.first_of_tier[tier], last = net_.first_of_tier[tier + 1];
  std::vector<std::uint32_t> most(runs.size());
  std::uint64_t behind = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (std::uint32_t d = first; d < last; ++d) most[i] = std::max(most[i], used(d, runs[i]));
    behind += sizes_[tier][runs[i]] - most[i];
  }
  if (behind < wanted) return;
  for (std::size_t i = 0; i < runs.size(); ++i)
    for (std::uint32_t d = first; d < last; ++d) used(d, runs[i]) = most[i];
}

}  // namespace ferrule::synth
