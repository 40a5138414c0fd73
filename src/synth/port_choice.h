// Which ports a rule takes, and which of them are still free.
//
// Shape:  a choice is of runs, of Tier::ports: those that the rule names; else those of an optic that both its tiers have, where there is one; else all. So a leaf
//         whose server ports are not all used does not offer them to a spine switch of another optic.
//         Receptacles of a device are taken in the order of its runs; what a rule took of one it took from its beginning.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "synth/expand.h"

namespace ferrule::synth {

using Runs = std::vector<std::uint32_t>;

struct PortChoice {
  Runs from, to;
};
PortChoice ports_for(const Fabric& fabric, const LinkRule& rule);

std::uint32_t receptacles_in(const Tier& tier, const Runs& runs);
// What other rules that begin at this one's `to` state for themselves, of the ports that it may take.
std::int64_t kept_for_others(const Fabric& fabric, const LinkRule& rule, const PortChoice& choice);

class FreePorts {
 public:
  FreePorts(const Fabric& fabric, const Net& net);

  std::uint32_t left(std::uint32_t device, const Runs& runs) const;
  std::optional<std::uint32_t> take(std::uint32_t device, const Runs& runs);  // the first that is free
  bool taken(std::uint32_t device, std::uint32_t receptacle) const;

  // All devices of a tier go on from the same receptacle of each run, if each has `wanted` behind it: so one neighbour fewer moves no
  // other link.
  void level(std::size_t tier, const Runs& runs, std::uint32_t wanted);

 private:
  std::uint32_t& used(std::uint32_t device, std::uint32_t run) { return used_[first_of_device_[device] + run]; }
  std::uint32_t used(std::uint32_t device, std::uint32_t run) const { return used_[first_of_device_[device] + run]; }

  const Net& net_;
  std::vector<std::vector<std::uint32_t>> sizes_, starts_;  // by tier and run; a tier that files name has none
  std::vector<std::uint64_t> first_of_device_;
  std::vector<std::uint32_t> used_;  // by device and run
};

}  // namespace ferrule::synth
