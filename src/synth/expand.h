// A fabric to devices and links: every port has its partner.
//
// Shape:  devices tier by tier, in each by groups (the slowest first) and number; links rule by rule, in each by device of `from`, those of
//         earlier phases first: what comes later takes the ports behind. Then those that files name, by rule, device and receptacle,
//         whatever their order in the files.
//         Names are those of the tier with the numbers of its groups: "node2-07", "spine12", padded so that they sort.
// Errors: F801 to F805 and F807 at the rule or tier, F842, F844 and F845 at the link of a file; then there are no links, since half a fabric joins the wrong ports.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "synth/fabric.h"

namespace ferrule::synth {

constexpr std::uint32_t kNotListed = 0xFFFF'FFFF;

struct Device {
  std::uint32_t tier = 0;
  std::uint32_t number = 0;           // from 0, in its groups
  std::vector<std::uint32_t> groups;  // from 0, in the order of Tier::per
  std::string name;
  std::uint32_t phase = 0;                                              // of Fabric::phases, in which it comes; see growth.h
  std::uint32_t listed = kNotListed;                                    // of Fabric::devices
  bool stands = false;                                                  // it is there already; see standing.h
  bool kept = false;                                                    // the plan that is revised has it, see kept_plan.h
  std::vector<std::pair<std::string, std::string>> further_ports = {};  // that it gets then: port, optic
};

struct NetPort {
  std::uint32_t device = 0;
  std::uint32_t receptacle = 0;  // from 0, through all ports of the tier
  std::uint32_t leg = 0;         // of a breakout, from 1; 0: all of the receptacle
};

struct NetLink {
  std::uint32_t rule = 0;
  NetPort a, b;  // of LinkRule::from and LinkRule::to
};

struct Net {
  std::vector<Device> devices;
  std::vector<std::uint32_t> first_of_tier;  // and one more, the number of devices
  std::vector<NetLink> links;
  std::uint32_t count(std::size_t tier) const { return first_of_tier[tier + 1] - first_of_tier[tier]; }
};

// How many devices of each tier stand in each place of its groups; what was left to count is counted. Empty when that cannot be.
std::vector<int> count_devices(const Fabric& fabric, diag::Findings& findings);

Net expand(const Fabric& fabric, diag::Findings& findings);

constexpr std::uint64_t kMostDevices = 1'000'000, kMostLinks = 8'000'000;

// The ports of a device: its own when files of links name it, else those of its tier.
const std::vector<PortRun>& ports_of(const Fabric& fabric, const Device& device);

// "osfp1/2": the name of a receptacle, as the plant language has it.
std::string port_name(const std::vector<PortRun>& ports, std::uint32_t receptacle);
std::vector<std::string> port_names(const std::vector<PortRun>& ports);  // of all receptacles
std::uint32_t receptacles_of(const std::vector<PortRun>& ports);

}  // namespace ferrule::synth
