// Which ports a rule takes, and which of them are still free.
//
// Shape:  a choice is of runs, of Tier::ports: those that the rule names; else those of an optic that both its tiers have, where there is one; else those of
//         an optic and of what it breaks out to; else all. So a leaf whose server ports are not all used does not offer them to a spine switch of another optic.
//         Receptacles of a device are taken in the order of its runs; what a rule took of one it took from its beginning.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "synth/expand.h"

namespace ferrule::synth {

using Runs = std::vector<std::uint32_t>;

// Which end of a rule is broken out, and how.
struct Split {
  std::uint32_t legs = 1;  // links of one receptacle at the head; 1: nothing is broken out
  std::uint32_t lanes = 0;
  bool head_at_to = false;
  std::uint32_t legs_at(bool to) const { return to == head_at_to ? legs : 1; }
  // Receptacles that so many links take there.
  std::int64_t receptacles_for(std::int64_t links, bool to) const { return (links + legs_at(to) - 1) / legs_at(to); }
};

struct PortChoice {
  Runs from, to;
  Split split;
};
PortChoice ports_for(const Fabric& fabric, const LinkRule& rule);

// How a receptacle of `head` is broken out to ports like `tail`; null: it is not.
const Breakout* breakout_between(const PortRun& head, const PortRun& tail);

// F806: a rule states a breakout that the optics of its ports do not have. False: one does.
bool hold_breakouts(const Fabric& fabric, diag::Findings& findings);

std::uint32_t receptacles_in(const Tier& tier, const Runs& runs);
// What other rules that begin at this one's `to` state for themselves, of the ports that it may take.
std::int64_t kept_for_others(const Fabric& fabric, const LinkRule& rule, const PortChoice& choice);

// Of a rule whose tiers have no optic in common, and nothing of theirs is broken out: what breakouts there are. Else empty.
std::string why_not_broken_out(const Fabric& fabric, const LinkRule& rule);

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

// Legs of receptacles that a rule has begun to break out: a device's next link takes the next leg before another receptacle.
class BegunLegs {
 public:
  BegunLegs() = default;
  BegunLegs(const Split& split, std::size_t devices) : split_(split), begun_(split.legs > 1 ? devices : 0) {}

  // Links that a device still has room for, at this end of the rule.
  std::uint64_t left(const FreePorts& free, std::uint32_t device, const Runs& runs, bool to) const;
  std::optional<NetPort> take(FreePorts& free, std::uint32_t device, const Runs& runs, bool to);

 private:
  struct Begun {
    std::uint32_t receptacle = 0, taken = 0;  // legs; all of them: it is full
  };
  std::uint32_t free_legs(std::uint32_t device) const {
    return begun_[device].taken == 0 ? 0 : split_.legs - begun_[device].taken;
  }

  Split split_;
  std::vector<Begun> begun_;  // by device
};

}  // namespace ferrule::synth
