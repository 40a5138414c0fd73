#include "api/design_remarks.h"

#include <algorithm>
#include <set>
#include <utility>
#include <fmt/format.h>

#include "api/name_ranges.h"
#include "base/text.h"
#include "synth/port_choice.h"

namespace ferrule::api {
namespace {

constexpr std::size_t kRangesTold = 4;

std::string in_few_words(const std::vector<std::string>& names) {
  NameRanges ranges;
  for (const std::string& name : names) ranges.add(name);
  return in_short(ranges.take(), kRangesTold);
}

class Remarks {
 public:
  explicit Remarks(const DesignReport& report) : report_(report), fabric_(*report.fabric), used_(report.net.devices.size()) {
    for (const synth::NetLink& link : report.net.links)
      for (const synth::NetPort& port : {link.a, link.b}) used_[port.device].insert(port.receptacle);
  }

  std::vector<std::string> all() {
    for (std::size_t tier = 0; tier < fabric_.tiers.size(); ++tier) add_unused(tier);
    for (std::size_t rule = 0; rule < fabric_.rules.size(); ++rule)
      if (fabric_.rules[rule].fill) add_spilled(rule);
    return std::move(out_);
  }

 private:
  // Receptacles of a device of the tier that its rules may take.
  std::uint64_t offered(std::size_t tier) const {
    std::set<std::uint32_t> runs;
    for (const synth::LinkRule& rule : fabric_.rules) {
      if (rule.listed || (rule.from != tier && rule.to != tier)) continue;
      const synth::PortChoice choice = synth::ports_for(fabric_, rule);
      if (rule.from == tier) runs.insert(choice.from.begin(), choice.from.end());
      if (rule.to == tier) runs.insert(choice.to.begin(), choice.to.end());
    }
    std::uint64_t ports = 0;
    for (const std::uint32_t run : runs) ports += static_cast<std::uint64_t>(fabric_.tiers[tier].ports[run].count());
    return ports;
  }

  void add_unused(std::size_t tier) {
    const synth::Tier& of = fabric_.tiers[tier];
    if (of.listed || report_.net.count(tier) == 0) return;
    const std::uint64_t devices = report_.net.count(tier), ports = offered(tier) * devices;
    std::uint64_t used = 0;
    std::vector<std::string> idle;
    for (std::uint32_t d = report_.net.first_of_tier[tier]; d < report_.net.first_of_tier[tier + 1]; ++d) {
      used += used_[d].size();
      if (used_[d].empty()) idle.push_back(report_.net.devices[d].name);
    }
    if (ports <= used && idle.empty()) return;
    std::vector<std::string> left;
    if (ports > used)
      left.push_back(
          fmt::format("{} of {} that its rules may take stay free", with_thousands(ports - used), counted(ports, "port")));
    if (!idle.empty())
      left.push_back(fmt::format("{} of {} without a link: {}", with_thousands(idle.size()), counted(devices, "device"),
                                 in_few_words(idle)));
    out_.push_back(of.name + ": " + joined(left, "; "));
  }

  std::optional<std::uint32_t> rack_of(std::uint32_t device) const {
    const auto& stands = report_.plan.stands;
    return device < stands.size() && stands[device] ? std::optional(stands[device]->rack) : std::nullopt;
  }

  // Told where some are joined in their rack: where none is, the partners stand elsewhere on purpose.
  void add_spilled(std::size_t rule) {
    std::set<std::uint32_t> near, far;
    for (const synth::NetLink& link : report_.net.links) {
      if (link.rule != rule) continue;
      const auto a = rack_of(link.a.device), b = rack_of(link.b.device);
      if (a && b) (*a == *b ? near : far).insert(link.a.device);
    }
    if (near.empty() || far.empty()) return;
    std::vector<std::string> names;
    names.reserve(far.size());
    for (const std::uint32_t device : far) names.push_back(report_.net.devices[device].name);
    const synth::LinkRule& of = fabric_.rules[rule];
    std::set<std::uint32_t> all = near;
    all.insert(far.begin(), far.end());
    out_.push_back(fmt::format("{} (`fill`): {} of {} joined to a {} in another rack: {}", of.name, with_thousands(far.size()),
                               counted(all.size(), "device"), fabric_.tiers[of.to].name, in_few_words(names)));
  }

  const DesignReport& report_;
  const synth::Fabric& fabric_;
  std::vector<std::set<std::uint32_t>> used_;  // by device: receptacles
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> design_remarks(const DesignReport& report) {
  return report.fabric == nullptr ? std::vector<std::string>() : Remarks(report).all();
}

}  // namespace ferrule::api
