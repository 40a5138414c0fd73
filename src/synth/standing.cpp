#include "synth/standing.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"
#include "synth/port_choice.h"

namespace ferrule::synth {
namespace {

using PortKey = std::pair<std::uint32_t, std::uint32_t>;
PortKey key_of_port(const NetPort& port) { return {port.device, port.receptacle}; }

class Adopter {
 public:
  Adopter(const Fabric& fabric, const Standing& standing, Net& net, diag::Findings& findings)
      : fabric_(fabric), standing_(standing), net_(net), findings_(findings), kept_(net.links.size()) {
    for (const StandingPort& port : standing.ports) plugged_.emplace(key_of_port(port.at), &port);
  }

  std::vector<KeptLink> adopt() {
    gather();
    for (const bool exactly : {true, false})
      for (std::uint32_t i = 0; i < net_.links.size(); ++i)
        if (!kept_[i].stands) keep(i, exactly);
    for (std::uint32_t i = 0; i < net_.links.size(); ++i) {
      if (!kept_[i].stands) continue;
      taken_.insert(key_of_port(net_.links[i].a));
      taken_.insert(key_of_port(net_.links[i].b));
    }
    for (std::uint32_t i = 0; i < net_.links.size(); ++i)
      if (!kept_[i].stands) claim(i);
    for (const std::uint32_t i : moved_) move(i);
    for (const auto& [device, links] : without_port_) say_occupied(device, links);
    return std::move(kept_);
  }

 private:
  // What stands between two devices, from either side.
  void gather() {
    for (const StandingPort& port : standing_.ports)
      if (port.partner) between_[{port.at.device, port.partner->device}].push_back(&port);
  }

  std::uint32_t run_of(const NetPort& port) const {
    std::uint32_t left = port.receptacle, run = 0;
    for (const PortRun& ports : ports_of(fabric_, net_.devices[port.device])) {
      const auto here = static_cast<std::uint32_t>(ports.count());
      if (left < here) break;
      left -= here;
      ++run;
    }
    return run;
  }
  const std::string& optic_of(const NetPort& port) const {
    return ports_of(fabric_, net_.devices[port.device])[run_of(port)].optic;
  }

  void keep(std::uint32_t i, bool exactly) {
    NetLink& link = net_.links[i];
    const auto at = between_.find({link.a.device, link.b.device});
    if (at == between_.end() || (!exactly && fabric_.rules[link.rule].listed)) return;  // a file says which ports
    for (const StandingPort* port : at->second) {
      if (used_.contains(port)) continue;
      const bool same = key_of_port(port->at) == key_of_port(link.a) && key_of_port(*port->partner) == key_of_port(link.b);
      if (exactly ? !same : optic_of(port->at) != optic_of(link.a) || optic_of(*port->partner) != optic_of(link.b)) continue;
      used_.insert(port);
      // The same connection, seen from the other end.
      if (const auto back = plugged_.find(key_of_port(*port->partner)); back != plugged_.end()) used_.insert(back->second);
      link.a = port->at;
      link.b = *port->partner;
      kept_[i] = {port->link, true};
      return;
    }
  }

  bool is_free(const NetPort& port) const {
    return (standing_.revise || !plugged_.contains(key_of_port(port))) && !taken_.contains(key_of_port(port));
  }

  // Both ports that the rules give it, where both are free.
  void claim(std::uint32_t i) {
    const NetLink& link = net_.links[i];
    if (!is_free(link.a) || !is_free(link.b)) return moved_.push_back(i);
    taken_.insert(key_of_port(link.a));
    taken_.insert(key_of_port(link.b));
  }

  void move(std::uint32_t i) {
    const LinkRule& rule = fabric_.rules[net_.links[i].rule];
    const PortChoice choice = rule.listed ? PortChoice() : ports_for(fabric_, rule);  // a file says which ports
    for (const auto& [port, runs] : {std::pair{&net_.links[i].a, &choice.from}, std::pair{&net_.links[i].b, &choice.to}}) {
      if (!is_free(*port)) {
        const std::optional<NetPort> other = next_free(*port, *runs);
        if (!other) return without_port_[port->device].push_back(i);
        *port = *other;
      }
      taken_.insert(key_of_port(*port));
    }
  }

  // The first free receptacle of the same optic, among the ports that the rule takes.
  std::optional<NetPort> next_free(const NetPort& port, const Runs& runs) const {
    const Tier& tier = fabric_.tiers[net_.devices[port.device].tier];
    const std::string& optic = optic_of(port);
    std::uint32_t first = 0;
    for (std::uint32_t index = 0; index < tier.ports.size(); ++index) {
      const PortRun& run = tier.ports[index];
      const auto count = static_cast<std::uint32_t>(run.count());
      if (run.optic == optic && std::find(runs.begin(), runs.end(), index) != runs.end())
        for (std::uint32_t r = first; r < first + count; ++r)
          if (is_free({port.device, r})) return NetPort{port.device, r};
      first += count;
    }
    return std::nullopt;
  }

  void say_occupied(std::uint32_t device, const std::vector<std::uint32_t>& links) {
    const NetLink& link = net_.links[links.front()];
    const LinkRule& rule = fabric_.rules[link.rule];
    const std::string& name = net_.devices[device].name;
    const NetPort& wanted = link.a.device == device ? link.a : link.b;
    auto finding = say(findings_, kStandingOccupies, rule.place,
                       fmt::format("{} has no port left for {} of {}", name, counted(links.size(), "link"), rule.name));
    std::string cables;
    std::size_t more = 0;
    constexpr std::size_t kNamed = 4;
    std::size_t named = 0;
    for (const StandingPort& port : standing_.ports) {
      if (port.at.device != device || used_.contains(&port) || optic_of(port.at) != optic_of(wanted)) continue;
      if (named++ < kNamed)
        cables += fmt::format("{}{} in {}/{}", cables.empty() ? "" : ", ", printable(port.cable), name,
                              port_name(ports_of(fabric_, net_.devices[port.at.device]), port.at.receptacle));
      else
        ++more;
    }
    if (!cables.empty())
      finding.note(fmt::format("cables that stand there and are not asked for: {}{}", cables,
                               more == 0 ? std::string() : fmt::format(" and {} more", more)));
    finding.help(
        fmt::format("take {} of them out of what stands, give the tier more ports, or ask for fewer links", links.size()));
  }

  const Fabric& fabric_;
  const Standing& standing_;
  Net& net_;
  diag::Findings& findings_;
  std::vector<KeptLink> kept_;
  std::map<PortKey, const StandingPort*> plugged_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const StandingPort*>> between_;
  std::set<const StandingPort*> used_;
  std::set<PortKey> taken_;
  std::vector<std::uint32_t> moved_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> without_port_;  // by device: links
};

}  // namespace

std::vector<KeptLink> adopt(const Fabric& fabric, const Standing& standing, Net& net, diag::Findings& findings) {
  return Adopter(fabric, standing, net, findings).adopt();
}

std::string without_zeros(std::string_view name) {
  std::string out;
  bool in_number = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool digit = name[i] >= '0' && name[i] <= '9', next = i + 1 < name.size() && name[i + 1] >= '0' && name[i + 1] <= '9';
    if (digit && !in_number && name[i] == '0' && next) continue;
    in_number = digit;
    out += name[i];
  }
  return out;
}

}  // namespace ferrule::synth
