#include "synth/standing.h"

#include <algorithm>
#include <tuple>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"
#include "synth/fans.h"
#include "synth/port_choice.h"

namespace ferrule::synth {
namespace {

using PortKey = std::pair<std::uint32_t, std::uint32_t>;
PortKey key_of_port(const NetPort& port) { return {port.device, port.receptacle}; }

bool same_port(const NetPort& x, const NetPort& y) {
  return x.device == y.device && x.receptacle == y.receptacle && x.leg == y.leg;
}

using LegKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
LegKey key_of_leg(const NetPort& port) { return {port.device, port.receptacle, port.leg}; }

class Adopter {
 public:
  Adopter(const Fabric& fabric, const Standing& standing, Net& net, diag::Findings& findings)
      : fabric_(fabric), standing_(standing), net_(net), findings_(findings), kept_(net.links.size()) {
    for (const StandingPort& port : standing.ports) {
      plugged_.insert(key_of_port(port.at));
      by_leg_.emplace(key_of_leg(port.at), &port);
    }
    for (std::uint32_t i = 0; i < standing.tails.size(); ++i) tails_.emplace(key_of_leg(standing.tails[i].at), i);
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
    for (const bool listed : {true, false})  // ports that a file names are taken by no other link
      for (std::uint32_t i = 0; i < net_.links.size(); ++i)
        if (!kept_[i].stands && fabric_.rules[net_.links[i].rule].listed == listed) claim(i);
    for (const std::uint32_t i : moved_) move(i);
    for (const auto& [device, links] : without_port_) say_occupied(device, links);
    if (standing_.revise) order_parallel_links();
    return std::move(kept_);
  }

 private:
  // Links of a rule between the same two devices, by their ports: rows of the next revision are then those of this one.
  void order_parallel_links() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> parallel;
    for (std::uint32_t i = 0; i < net_.links.size(); ++i)
      parallel[{net_.links[i].rule, net_.links[i].a.device, net_.links[i].b.device}].push_back(i);
    for (const auto& [key, links] : parallel) {
      std::vector<std::pair<NetLink, KeptLink>> here;
      for (const std::uint32_t i : links) here.emplace_back(net_.links[i], std::move(kept_[i]));
      std::stable_sort(here.begin(), here.end(), [](const auto& one, const auto& other) {
        return std::tuple(key_of_leg(one.first.a), key_of_leg(one.first.b)) <
               std::tuple(key_of_leg(other.first.a), key_of_leg(other.first.b));
      });
      for (std::size_t k = 0; k < links.size(); ++k) std::tie(net_.links[links[k]], kept_[links[k]]) = std::move(here[k]);
    }
  }

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
      const bool same = same_port(port->at, link.a) && same_port(*port->partner, link.b);
      if ((port->at.leg == 0) != (link.a.leg == 0) || (port->partner->leg == 0) != (link.b.leg == 0)) continue;
      if (exactly ? !same : optic_of(port->at) != optic_of(link.a) || optic_of(*port->partner) != optic_of(link.b)) continue;
      used_.insert(port);
      // The same connection, seen from the other end.
      if (const auto back = by_leg_.find(key_of_leg(*port->partner)); back != by_leg_.end()) used_.insert(back->second);
      link.a = port->at;
      link.b = *port->partner;
      kept_[i] = {port->link, true, {}};
      legs_kept_.insert(key_of_leg(head_of(link)));
      return;
    }
  }

  bool is_free(const NetPort& port) const {
    return (standing_.revise || !plugged_.contains(key_of_port(port))) && !taken_.contains(key_of_port(port));
  }

  // Both ports that the rules give it, where both are free.
  void claim(std::uint32_t i) {
    const NetLink& link = net_.links[i];
    if (head_of(link).leg > 0) return claim_leg(i);
    if (!is_free(link.a) || !is_free(link.b)) return moved_.push_back(i);
    taken_.insert(key_of_port(link.a));
    taken_.insert(key_of_port(link.b));
  }

  // Legs of a receptacle are claimed with the first of them.
  void claim_leg(std::uint32_t i) {
    const NetPort &head = head_of(net_.links[i]), &tail = tail_of(net_.links[i]);
    if (!is_free(tail)) return moved_.push_back(i);
    if (!plug_standing_tail(i)) {
      if (!new_heads_.contains(key_of_port(head)) && !is_free(head)) return moved_.push_back(i);
      NewHead& opened = new_heads_[key_of_port(head)];
      opened.rule = net_.links[i].rule;
      opened.legs.insert(head.leg);
      taken_.insert(key_of_port(head));
    }
    taken_.insert(key_of_port(tail));
  }

  // The rules give it to a leg that hangs there free, beside others that are kept, or of a plant that nobody changes.
  bool plug_standing_tail(std::uint32_t i) {
    const NetPort& head = head_of(net_.links[i]);
    const auto at = tails_.find(key_of_leg(head));
    if (at == tails_.end() || legs_kept_.contains(key_of_leg(head))) return false;
    const bool stays = standing_.revise ? taken_.contains(key_of_port(head)) && !new_heads_.contains(key_of_port(head))
                                        : !standing_.tails[at->second].lit;
    if (stays) kept_[i].tail = at->second;
    return stays;
  }

  // A leg of a receptacle that this rule breaks out anew there, or the first of a free one.
  std::optional<NetPort> next_leg(const NetPort& head, std::uint32_t rule, const PortChoice& choice) {
    for (auto at = new_heads_.lower_bound({head.device, 0}); at != new_heads_.end() && at->first.first == head.device; ++at) {
      NewHead& opened = at->second;
      if (opened.rule != rule || opened.legs.size() >= choice.split.legs) continue;
      std::uint32_t leg = 1;
      while (!opened.legs.insert(leg).second) ++leg;
      return NetPort{head.device, at->first.second, leg};
    }
    const std::optional<NetPort> other = next_free(head, choice.split.head_at_to ? choice.to : choice.from);
    if (!other) return std::nullopt;
    taken_.insert(key_of_port(*other));
    new_heads_.emplace(key_of_port(*other), NewHead{rule, {1}});
    return NetPort{other->device, other->receptacle, 1};
  }

  void move_leg(std::uint32_t i) {
    NetLink& link = net_.links[i];
    NetPort &head = link.b.leg > 0 ? link.b : link.a, &tail = link.b.leg > 0 ? link.a : link.b;
    const PortChoice choice = ports_for(fabric_, fabric_.rules[link.rule]);
    if (!is_free(tail)) {
      const std::optional<NetPort> other = next_free(tail, choice.split.head_at_to ? choice.from : choice.to);
      if (!other) return without_port_[tail.device].push_back(i);
      tail = *other;
    }
    const std::optional<NetPort> leg = next_leg(head, link.rule, choice);
    if (!leg) return without_port_[head.device].push_back(i);
    taken_.insert(key_of_port(tail));
    head = *leg;
  }

  void move(std::uint32_t i) {
    if (head_of(net_.links[i]).leg > 0) return move_leg(i);

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
          if (is_free({port.device, r, 0})) return NetPort{port.device, r, 0};
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
  std::set<PortKey> plugged_;
  std::map<LegKey, const StandingPort*> by_leg_;
  std::map<LegKey, std::uint32_t> tails_;  // of Standing::tails
  std::set<LegKey> legs_kept_;
  struct NewHead {
    std::uint32_t rule = 0;
    std::set<std::uint32_t> legs;
  };
  std::map<PortKey, NewHead> new_heads_;  // receptacles that links of this design break out
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
