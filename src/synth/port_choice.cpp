#include "synth/port_choice.h"

#include <algorithm>
#include <numeric>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"

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

PortChoice named_ports(const Fabric& fabric, const LinkRule& rule) {
  return {rule.from_runs.empty() ? all_runs(fabric.tiers[rule.from]) : rule.from_runs,
          rule.to_runs.empty() ? all_runs(fabric.tiers[rule.to]) : rule.to_runs,
          {}};
}

// What holds of some modules only has to be asked for.
bool may_take(const Breakout& breakout, const std::optional<int>& stated) {
  return stated ? breakout.legs == *stated : breakout.surely;
}

Runs runs_of_optic(const Tier& tier, const Runs& among, const std::string& optic) {
  Runs runs;
  for (const std::uint32_t run : among)
    if (tier.ports[run].optic == optic) runs.push_back(run);
  return runs;
}

// The first pair of optics of which one breaks out to the other.
std::optional<PortChoice> broken_out_ports(const Fabric& fabric, const LinkRule& rule, const PortChoice& named) {
  const Tier &from = fabric.tiers[rule.from], &to = fabric.tiers[rule.to];
  for (const std::uint32_t f : named.from)
    for (const std::uint32_t t : named.to)
      for (const bool head_at_to : {false, true}) {
        const PortRun &head = head_at_to ? to.ports[t] : from.ports[f], &tail = head_at_to ? from.ports[f] : to.ports[t];
        const Breakout* const breakout = breakout_between(head, tail);
        if (breakout == nullptr || !may_take(*breakout, rule.breakout)) continue;
        const Split split{static_cast<std::uint32_t>(breakout->legs), static_cast<std::uint32_t>(breakout->lanes), head_at_to};
        return PortChoice{runs_of_optic(from, named.from, from.ports[f].optic), runs_of_optic(to, named.to, to.ports[t].optic),
                          split};
      }
  return std::nullopt;
}

std::string known_breakouts(const Tier& tier, const Runs& runs) {
  std::vector<std::string> known;
  for (const std::uint32_t run : runs)
    for (const Breakout& breakout : tier.ports[run].breakouts) {
      std::string text = fmt::format("{} to {} x {}{}", tier.ports[run].optic, breakout.legs, breakout.optic,
                                     breakout.surely ? "" : " (some modules)");
      if (std::find(known.begin(), known.end(), text) == known.end()) known.push_back(std::move(text));
    }
  return joined(known, ", ");
}

// Of the ports that a rule may take, at both its ends; empty: none is known.
std::string known_breakouts(const Fabric& fabric, const LinkRule& rule) {
  const PortChoice named = named_ports(fabric, rule);
  std::string known = known_breakouts(fabric.tiers[rule.from], named.from);
  if (const std::string more = known_breakouts(fabric.tiers[rule.to], named.to); !more.empty())
    known += (known.empty() ? "" : ", ") + more;
  return known;
}

void say_does_not_break_out(const Fabric& fabric, const LinkRule& rule, diag::Findings& findings) {
  const Tier &from = fabric.tiers[rule.from], &to = fabric.tiers[rule.to];
  auto finding =
      say(findings, kDoesNotBreakOut, rule.breakout_place,
          fmt::format("no port of {} or {} breaks out into {} ports of the other", from.name, to.name, *rule.breakout));
  const std::string known = known_breakouts(fabric, rule);
  finding.note(known.empty() ? "data/optics.csv knows no breakout of their optics" : "a receptacle breaks out so: " + known);
  finding.help("optics of which one is a breakout of the other, or leave `breakout` out");
}

}  // namespace

PortChoice ports_for(const Fabric& fabric, const LinkRule& rule) {
  const Tier &from = fabric.tiers[rule.from], &to = fabric.tiers[rule.to];
  PortChoice named = named_ports(fabric, rule);
  const PortChoice alike{
      runs_with_optic_of(from, named.from, to, named.to), runs_with_optic_of(to, named.to, from, named.from), {}};
  if (rule.breakout.value_or(alike.from.empty() ? 2 : 1) > 1)
    if (std::optional<PortChoice> broken_out = broken_out_ports(fabric, rule, named)) return *broken_out;
  if (alike.from.empty()) return named;
  return {rule.from_runs.empty() ? alike.from : named.from, rule.to_runs.empty() ? alike.to : named.to, {}};
}

const Breakout* breakout_between(const PortRun& head, const PortRun& tail) {
  for (const Breakout& breakout : head.breakouts)
    if (breakout.optic == tail.speaks && tail.receptacles == 1) return &breakout;
  return nullptr;
}

std::string why_not_broken_out(const Fabric& fabric, const LinkRule& rule) {
  const PortChoice named = named_ports(fabric, rule);
  const Tier &from = fabric.tiers[rule.from], &to = fabric.tiers[rule.to];
  if (!runs_with_optic_of(from, named.from, to, named.to).empty() || ports_for(fabric, rule).split.legs > 1) return {};
  const std::string known = known_breakouts(fabric, rule);
  return known.empty()
             ? std::string()
             : fmt::format("{} and {} have no optic in common; a receptacle would break out so: {}", from.name, to.name, known);
}

bool hold_breakouts(const Fabric& fabric, diag::Findings& findings) {
  bool good = true;
  for (const LinkRule& rule : fabric.rules) {
    if (rule.listed || rule.breakout.value_or(1) == 1 || ports_for(fabric, rule).split.legs > 1) continue;
    good = false;
    say_does_not_break_out(fabric, rule, findings);
  }
  return good;
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
    const PortChoice theirs = ports_for(fabric, other);
    if (std::find_first_of(theirs.from.begin(), theirs.from.end(), choice.to.begin(), choice.to.end()) != theirs.from.end())
      kept += theirs.split.receptacles_for(*other.up, false);
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

std::uint64_t BegunLegs::left(const FreePorts& free, std::uint32_t device, const Runs& runs, bool to) const {
  const std::uint64_t receptacles = free.left(device, runs), legs = split_.legs_at(to);
  return legs == 1 ? receptacles : receptacles * legs + free_legs(device);
}

std::optional<NetPort> BegunLegs::take(FreePorts& free, std::uint32_t device, const Runs& runs, bool to) {
  if (split_.legs_at(to) == 1) {
    const std::optional<std::uint32_t> receptacle = free.take(device, runs);
    return receptacle ? std::optional(NetPort{device, *receptacle, 0}) : std::nullopt;
  }
  Begun& begun = begun_[device];
  if (free_legs(device) == 0) {
    const std::optional<std::uint32_t> receptacle = free.take(device, runs);
    if (!receptacle) return std::nullopt;
    begun = {*receptacle, 0};
  }
  return NetPort{device, begun.receptacle, ++begun.taken};
}

}  // namespace ferrule::synth
