#include "synth/expand.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"
#include "synth/growth.h"
#include "synth/join_listed.h"
#include "synth/port_choice.h"

namespace ferrule::synth {
namespace {

int width_of(int count) { return static_cast<int>(std::to_string(std::max(count, 1)).size()); }

class Expander {
 public:
  Expander(const Fabric& fabric, diag::Findings& findings) : fabric_(fabric), findings_(findings) {}

  Net expand() {
    if (!hold_breakouts(fabric_, findings_)) return {};
    const std::vector<int> counts = count_devices(fabric_, findings_);
    if (counts.empty() || !add_devices(counts)) return {};
    if (!set_phases(fabric_, counts, net_, findings_)) return {};
    free_.emplace(fabric_, net_);
    for (std::uint32_t i = 0; i < fabric_.rules.size(); ++i)
      if (!fabric_.rules[i].listed && !join(i)) return {std::move(net_.devices), std::move(net_.first_of_tier), {}};
    if (!join_listed(fabric_, *free_, net_, findings_)) return {std::move(net_.devices), std::move(net_.first_of_tier), {}};
    return std::move(net_);
  }

 private:
  bool add_devices(const std::vector<int>& counts) {
    for (std::uint32_t i = 0; i < fabric_.tiers.size(); ++i) {
      const Tier& tier = fabric_.tiers[i];
      net_.first_of_tier.push_back(static_cast<std::uint32_t>(net_.devices.size()));
      if (tier.listed) {
        add_listed(i);
        continue;
      }
      std::uint64_t all = std::min(static_cast<std::uint64_t>(std::max(most_of(tier, counts[i]), 0)), kMostDevices + 1);
      for (const int group : tier.per)
        all = std::min(all * static_cast<std::uint64_t>(fabric_.groups[static_cast<std::size_t>(group)].count), kMostDevices + 1);
      if (all + net_.devices.size() > kMostDevices) {
        say(findings_, kFabricTooLarge, tier.place,
            fmt::format("{} makes more than {} devices", tier.name, with_thousands(kMostDevices)));
        return false;
      }
      std::vector<std::uint32_t> groups(tier.per.size());
      add_places(i, counts[i], 0, groups);
    }
    net_.first_of_tier.push_back(static_cast<std::uint32_t>(net_.devices.size()));
    return names_differ();
  }

  // Tier n has a device n11 where n1 has its first.
  bool names_differ() {
    std::map<std::string_view, std::uint32_t> tier_of;
    for (const Device& device : net_.devices) {
      const auto [other, fresh] = tier_of.emplace(device.name, device.tier);
      if (fresh) continue;
      const Tier &tier = fabric_.tiers[device.tier], &first = fabric_.tiers[other->second];
      say(findings_, kDeviceNamedTwice, tier.place,
          fmt::format("{} is the name of a device of {} and of one of {}", device.name, first.name, tier.name))
          .note(first.place, fmt::format("{} is described here", first.name))
          .help("another name for one of the tiers; a letter at its end keeps them apart");
      return false;
    }
    return true;
  }

  void add_listed(std::uint32_t tier) {
    std::uint32_t number = 0;
    for (std::uint32_t i = 0; i < fabric_.devices.size(); ++i) {
      const ListedDevice& listed = fabric_.devices[i];
      if (listed.tier != tier) continue;
      Device device;
      device.tier = tier;
      device.number = number++;
      device.name = listed.name;
      device.stands = listed.equipment;
      device.listed = i;
      net_.devices.push_back(std::move(device));
    }
  }

  // Every combination of the groups, the first slowest.
  void add_places(std::uint32_t tier, int count, std::size_t depth, std::vector<std::uint32_t>& groups) {
    const Tier& of = fabric_.tiers[tier];
    if (depth < of.per.size()) {
      const int size = fabric_.groups[static_cast<std::size_t>(of.per[depth])].count;
      for (int i = 0; i < size; ++i) {
        groups[depth] = static_cast<std::uint32_t>(i);
        add_places(tier, count, depth + 1, groups);
      }
      return;
    }
    const int here = count_at(of, groups, count);
    std::string prefix = of.name;
    for (std::size_t i = 0; i < groups.size(); ++i)
      prefix += fmt::format("{:0{}}-", groups[i] + 1, width_of(fabric_.groups[static_cast<std::size_t>(of.per[i])].count));
    for (int n = 0; n < here; ++n)
      net_.devices.push_back({tier, static_cast<std::uint32_t>(n), groups,
                              fmt::format("{}{:0{}}", prefix, n + 1, width_of(count)), 0, kNotListed, false});
  }

  static int most_of(const Tier& tier, int count) {
    for (const CountElsewhere& other : tier.elsewhere) count = std::max(count, other.count);
    return count;
  }

  int count_at(const Tier& tier, const std::vector<std::uint32_t>& groups, int count) const {
    for (const CountElsewhere& other : tier.elsewhere) {
      const bool here = std::all_of(other.where.begin(), other.where.end(), [&](const auto& pair) {
        const auto at = std::find(tier.per.begin(), tier.per.end(), pair.first);
        const int index =
            pair.second == kLastOfGroup ? fabric_.groups[static_cast<std::size_t>(pair.first)].count - 1 : pair.second;
        return at != tier.per.end() &&
               groups[static_cast<std::size_t>(at - tier.per.begin())] == static_cast<std::uint32_t>(index);
      });
      if (here) return other.count;
    }
    return count;
  }

  std::uint32_t coordinate(const Device& device, int which) const {
    if (which == kOwnNumber) return device.number;
    const Tier& tier = fabric_.tiers[device.tier];
    const auto at = std::find(tier.per.begin(), tier.per.end(), which);
    return at == tier.per.end() ? 0 : device.groups[static_cast<std::size_t>(at - tier.per.begin())];
  }

  std::uint64_t key_of(const Device& device, const LinkRule& rule, bool from) const {
    std::uint64_t key = 0;
    for (const auto& [a, b] : rule.same) key = key * 1'000'003 + coordinate(device, from ? a : b);
    return key;
  }

  // Partners of each key. A rail is a number: of two planes, the first two receptacles go to number 1 in both.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> partners(const LinkRule& rule) const {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> found;
    for (std::uint32_t d = net_.first_of_tier[rule.to]; d < net_.first_of_tier[rule.to + 1]; ++d)
      found[key_of(net_.devices[d], rule, false)].push_back(d);
    if (rule.rail)
      for (auto& [key, devices] : found)
        std::stable_sort(devices.begin(), devices.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return net_.devices[a].number < net_.devices[b].number; });
    return found;
  }

  bool join(std::uint32_t index) {
    const LinkRule& rule = fabric_.rules[index];
    const auto found = partners(rule);
    choice_ = ports_for(fabric_, rule);
    kept_ = static_cast<std::uint64_t>(kept_for_others(fabric_, rule, choice_));
    short_of_ports_ = 0;
    lacking_.clear();
    filled_.clear();
    turns_.clear();
    legs_ = BegunLegs(choice_.split, net_.devices.size());
    begin_alike(rule, most_partners(found));
    turn_ = 0;
    for (const std::uint32_t d : by_phase(rule.from)) {
      const auto at = found.find(key_of(net_.devices[d], rule, true));
      if (at == found.end()) {
        say(findings_, kNobodyToJoin, rule.place,
            fmt::format("{} finds no {} to be joined to", net_.devices[d].name, fabric_.tiers[rule.to].name))
            .help("the coordinates under `same` decide who meets whom");
        return false;
      }
      if (!join_one(index, d, at->second)) return false;
      ++turn_;
    }
    return ports_suffice(rule);
  }

  static std::uint32_t most_partners(const std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>& found) {
    std::size_t most = 0;
    for (const auto& [key, devices] : found) most = std::max(most, devices.size());
    return static_cast<std::uint32_t>(most);
  }

  static std::uint32_t each_of(const LinkRule& rule, std::uint32_t others) {
    return static_cast<std::uint32_t>(std::min(std::uint64_t{others} * static_cast<std::uint64_t>(*rule.each), kMostLinks + 1));
  }

  std::vector<std::uint32_t> by_phase(std::size_t tier) const {
    std::vector<std::uint32_t> devices(net_.count(tier));
    std::iota(devices.begin(), devices.end(), net_.first_of_tier[tier]);
    std::stable_sort(devices.begin(), devices.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return net_.devices[a].phase < net_.devices[b].phase; });
    return devices;
  }

  void begin_alike(const LinkRule& rule, std::uint32_t partners) {
    const std::uint32_t wanted = rule.each ? each_of(rule, partners) : static_cast<std::uint32_t>(rule.up.value_or(1));
    free_->level(rule.from, choice_.from, static_cast<std::uint32_t>(choice_.split.receptacles_for(wanted, false)));
  }

  bool join_one(std::uint32_t index, std::uint32_t device, const std::vector<std::uint32_t>& partners) {
    const LinkRule& rule = fabric_.rules[index];
    const auto left = static_cast<std::uint32_t>(std::min(legs_.left(*free_, device, choice_.from, false), kMostLinks + 1));
    const auto others = static_cast<std::uint32_t>(partners.size());
    const std::uint32_t wanted = rule.up ? static_cast<std::uint32_t>(*rule.up) : rule.each ? each_of(rule, others) : left;
    if (wanted > left) return say_too_few(rule, device, wanted, left);
    if (wanted > others && wanted % others != 0 && !rule.uneven && !rule.rail && !rule.fill)
      return say_uneven(rule, device, wanted, others);
    if (net_.links.size() + wanted > kMostLinks) {
      say(findings_, kFabricTooLarge, rule.place,
          fmt::format("{} makes more than {} links", rule.name, with_thousands(kMostLinks)));
      return false;
    }
    if (rule.fill) return fill_one(index, device, partners, wanted);
    for (const std::uint32_t at : spread(rule, wanted, partners)) {
      const std::uint32_t partner = partners[at];
      if (legs_.left(*free_, partner, choice_.to, true) == 0)
        ++short_of_ports_, ++lacking_[worst_ = partner];
      else
        link(index, device, partner);
    }
    return true;
  }

  // Which partner each link goes to. As many to each, side by side; of a remainder, or of fewer links than partners, the next device begins
  // where this one ended, so that all partners get as many.
  std::vector<std::uint32_t> spread(const LinkRule& rule, std::uint32_t wanted, const std::vector<std::uint32_t>& partners) {
    const auto others = static_cast<std::uint32_t>(partners.size());
    std::vector<std::uint32_t> out;
    out.reserve(wanted);
    if (rule.rail) {
      for (std::uint32_t k = 0; k < wanted; ++k) out.push_back(k % others);
      return out;
    }
    const std::uint32_t each = wanted / others, rest = wanted % others;
    const auto start = static_cast<std::uint32_t>(rest == 0 ? 0 : turn_among(partners) * rest % others);
    if (each == 0)
      for (std::uint32_t k = 0; k < rest; ++k) out.push_back((start + k) % others);
    else
      for (std::uint32_t p = 0; p < others; ++p) out.insert(out.end(), each + ((p + others - start) % others < rest ? 1 : 0), p);
    return out;
  }

  // Neighbours take turns together where they are to have the legs of one receptacle: else its harness would go through all the hall.
  std::uint64_t turn_among(const std::vector<std::uint32_t>& partners) {
    const std::uint32_t legs = choice_.split.legs_at(true);
    return legs == 1 ? turn_ : turns_[partners.data()]++ / legs;
  }

  void link(std::uint32_t index, std::uint32_t device, std::uint32_t partner) {
    const NetPort a = legs_.take(*free_, device, choice_.from, false).value_or(NetPort{device, 0, 0});
    const NetPort b = legs_.take(*free_, partner, choice_.to, true).value_or(NetPort{partner, 0, 0});
    net_.links.push_back({index, a, b});
  }

  bool say_too_few(const LinkRule& rule, std::uint32_t device, std::uint32_t wanted, std::uint32_t left) {
    const std::uint32_t legs = choice_.split.legs_at(false);
    const std::uint64_t have = std::uint64_t{receptacles_in(fabric_.tiers[rule.from], choice_.from)} * legs;
    auto finding = say(findings_, kPortsDoNotAddUp, rule.amount_place,
                       fmt::format("{} has {} of {} {} left, and {} takes {}", net_.devices[device].name, left, have,
                                   legs == 1 ? "receptacles" : "legs of receptacles", rule.name, wanted));
    if (const std::string why = why_not_broken_out(fabric_, rule); !why.empty()) finding.note(why);
    finding.help(fmt::format("at most {} links of each {} here, or more ports", left, fabric_.tiers[rule.from].name));
    return false;
  }

  bool fill_one(std::uint32_t index, std::uint32_t device, const std::vector<std::uint32_t>& partners, std::uint32_t wanted) {
    const LinkRule& rule = fabric_.rules[index];
    std::size_t& next = filled_[partners.data()];  // those before it are full
    const std::uint64_t needed = wanted + kept_ * choice_.split.legs_at(true);
    while (next < partners.size() && legs_.left(*free_, partners[next], choice_.to, true) < needed) ++next;
    if (next == partners.size()) {
      say(findings_, kPortsDoNotAddUp, rule.place,
          fmt::format("no {} has {} {} left for {}", fabric_.tiers[rule.to].name, wanted,
                      choice_.split.legs_at(true) == 1 ? "receptacles" : "legs of receptacles", net_.devices[device].name))
          .help(fmt::format("more {}, or more ports in each", fabric_.tiers[rule.to].name));
      return false;
    }
    for (std::uint32_t k = 0; k < wanted; ++k) link(index, device, partners[next]);
    return true;
  }

  bool say_uneven(const LinkRule& rule, std::uint32_t device, std::uint32_t wanted, std::uint32_t others) {
    std::uint32_t more = others;
    while (wanted % more != 0) ++more;
    std::uint32_t fewer = others;
    while (wanted % fewer != 0) --fewer;
    say(findings_, kUnevenSpread, rule.amount_place,
        fmt::format("the {} links of {} cannot be spread evenly over {} {}", wanted, net_.devices[device].name, others,
                    fabric_.tiers[rule.to].name))
        .help(fmt::format("{} or {} {} would do; or {} links of each; or say `uneven: true`", fewer, more,
                          fabric_.tiers[rule.to].name, wanted / others * others));
    return false;
  }

  bool ports_suffice(const LinkRule& rule) {
    if (short_of_ports_ == 0) return true;
    const Tier& to = fabric_.tiers[rule.to];
    const std::uint32_t legs = choice_.split.legs_at(true);
    const std::uint64_t has = std::uint64_t{receptacles_in(to, choice_.to)} * legs;
    auto finding = say(findings_, kPortsDoNotAddUp, rule.place,
                       fmt::format("{} needs {} {} of {}, and it has {}", rule.name, has + lacking_[worst_],
                                   legs == 1 ? "receptacles" : "legs of receptacles", net_.devices[worst_].name, has));
    finding.note(fmt::format("{} links have no port, over all {}", short_of_ports_, to.name));
    if (const std::string why = why_not_broken_out(fabric_, rule); !why.empty()) finding.note(why);
    finding.help(fmt::format("more {}, more ports in each, or fewer links of each {}", to.name, fabric_.tiers[rule.from].name));
    return false;
  }

  const Fabric& fabric_;
  diag::Findings& findings_;
  Net net_;
  std::optional<FreePorts> free_;
  PortChoice choice_;                                             // of the rule at hand
  std::uint64_t kept_ = 0;                                        // of each partner, for rules that begin there
  std::unordered_map<std::uint32_t, std::uint32_t> lacking_;      // by device: links that found no port
  std::unordered_map<const std::uint32_t*, std::size_t> filled_;  // by list of partners, of the rule at hand
  std::unordered_map<const std::uint32_t*, std::uint64_t>
      turns_;               // by list of partners: devices that had their turn, of a breakout
  BegunLegs legs_;          // of the rule at hand
  std::uint64_t turn_ = 0;  // of the device in its rule
  std::uint64_t short_of_ports_ = 0;
  std::uint32_t worst_ = 0;
};

}  // namespace

Net expand(const Fabric& fabric, diag::Findings& findings) { return Expander(fabric, findings).expand(); }

const std::vector<PortRun>& ports_of(const Fabric& fabric, const Device& device) {
  return device.listed == kNotListed ? fabric.tiers[device.tier].ports : fabric.devices[device.listed].ports;
}

std::string port_name(const std::vector<PortRun>& ports, std::uint32_t receptacle) {
  for (const PortRun& run : ports)
    for (const plant::NameRun& names : run.names) {
      const std::uint32_t here = names.count * static_cast<std::uint32_t>(run.receptacles);
      if (receptacle < here) {
        const std::string name = names.at(receptacle / static_cast<std::uint32_t>(run.receptacles));
        return run.receptacles == 1 ? name
                                    : fmt::format("{}/{}", name, receptacle % static_cast<std::uint32_t>(run.receptacles) + 1);
      }
      receptacle -= here;
    }
  return {};
}

std::vector<std::string> port_names(const std::vector<PortRun>& ports) {
  std::vector<std::string> out;
  for (const PortRun& run : ports)
    for (const plant::NameRun& names : run.names)
      for (std::uint32_t i = 0; i < names.count; ++i)
        for (int k = 1; k <= run.receptacles; ++k)
          out.push_back(run.receptacles == 1 ? names.at(i) : fmt::format("{}/{}", names.at(i), k));
  return out;
}

std::uint32_t receptacles_of(const std::vector<PortRun>& ports) {
  std::uint64_t sum = 0;
  for (const PortRun& run : ports) sum += static_cast<std::uint64_t>(run.count());
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, kMostReceptacles));
}

}  // namespace ferrule::synth
