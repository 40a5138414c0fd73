// Counting follows the links: what arrives at a tier, over the ports that it has for arrivals.
#include <algorithm>
#include <fmt/format.h>

#include "synth/codes.h"
#include "synth/port_choice.h"

namespace ferrule::synth {
namespace {

class Counter {
 public:
  Counter(const Fabric& fabric, diag::Findings& findings) : fabric_(fabric), findings_(findings) {}

  std::vector<int> count() {
    for (const Tier& tier : fabric_.tiers) {
      counts_.push_back(tier.listed ? 0 : tier.count.value_or(kUnknown));
      taken_.emplace_back(tier.ports.size());
    }
    for (const ListedDevice& device : fabric_.devices) ++counts_[device.tier];
    for (const LinkRule& rule : fabric_.rules)
      if (!rule.listed && !take(rule)) return {};
    for (std::size_t i = 0; i < counts_.size(); ++i)
      if (counts_[i] == kUnknown) {
        say(findings_, kPortsDoNotAddUp, fabric_.tiers[i].place,
            fmt::format("nothing says how many {} there are", fabric_.tiers[i].name))
            .help("state `count`, or a rule that leads to the tier");
        return {};
      }
    return counts_;
  }

 private:
  static constexpr int kUnknown = -1;

  std::int64_t places(const Tier& tier) const {
    std::int64_t product = 1;
    for (const int group : tier.per) product = capped(product * fabric_.groups[static_cast<std::size_t>(group)].count);
    return std::max<std::int64_t>(product, 1);
  }
  std::int64_t all(std::size_t tier) const { return capped(places(fabric_.tiers[tier]) * std::max(counts_[tier], 0)); }
  // Beyond this everything is too large, which expand says; products of two such still fit 64 bits.
  static std::int64_t capped(std::int64_t number) { return std::min<std::int64_t>(number, 1'000'000'000); }

  // Places of `tier` that one device of the other side may reach: groups that no equation binds.
  std::int64_t partners_places(const LinkRule& rule) const {
    std::int64_t product = 1;
    for (const int group : fabric_.tiers[rule.to].per) {
      const bool bound = std::any_of(rule.same.begin(), rule.same.end(), [&](const auto& pair) { return pair.second == group; });
      if (!bound) product = capped(product * fabric_.groups[static_cast<std::size_t>(group)].count);
    }
    return product;
  }

  std::int64_t links_of_each(const LinkRule& rule) const {
    if (rule.up) return *rule.up;
    if (rule.each) return capped(*rule.each * partners_places(rule)) * std::max(counts_[rule.to], 1);
    return capped(left(rule.from, choice_.from) * choice_.split.legs_at(false));
  }

  std::int64_t left(std::size_t tier, const Runs& runs) const {
    std::int64_t sum = 0;
    for (const std::uint32_t run : runs) sum += fabric_.tiers[tier].ports[run].count() - taken_[tier][run];
    return sum;
  }

  // Of the first of them; what they do not have is missed at the last.
  void use(std::size_t tier, const Runs& runs, std::int64_t more) {
    for (const std::uint32_t run : runs) {
      const std::int64_t here = std::clamp<std::int64_t>(fabric_.tiers[tier].ports[run].count() - taken_[tier][run], 0, more);
      taken_[tier][run] += here;
      more -= here;
    }
    if (!runs.empty()) taken_[tier][runs.back()] = capped(taken_[tier][runs.back()] + more);
  }

  bool take(const LinkRule& rule) {
    if (counts_[rule.from] == kUnknown) {
      say(findings_, kPortsDoNotAddUp, rule.place,
          fmt::format("nothing says yet how many {} there are, and {} begins there", fabric_.tiers[rule.from].name, rule.name))
          .help("state its `count`, or put the rule that leads to it above this one");
      return false;
    }
    choice_ = ports_for(fabric_, rule);
    const std::int64_t up = capped(links_of_each(rule));
    if (counts_[rule.to] == kUnknown && !choose(rule, up)) return false;
    use(rule.from, choice_.from, choice_.split.receptacles_for(up, false));
    const std::int64_t arriving = up * all(rule.from), partners = std::max<std::int64_t>(all(rule.to), 1);
    use(rule.to, choice_.to, choice_.split.receptacles_for((arriving + partners - 1) / partners, true));
    return true;
  }

  // The fewest devices that have the ports, and over which the links of each partner divide.
  bool choose(const LinkRule& rule, std::int64_t up) {
    const Tier& to = fabric_.tiers[rule.to];
    const std::int64_t room = left(rule.to, choice_.to) - kept_for_others(fabric_, rule, choice_);
    if (up <= 0 || room <= 0) {
      say(findings_, kPortsDoNotAddUp, rule.place,
          up <= 0 ? fmt::format("{} has no port left for {}", fabric_.tiers[rule.from].name, rule.name)
                  : fmt::format("{} has no port left for {}", to.name, rule.name))
          .help("give the tier more ports, or state `up` of the rules");
      return false;
    }
    const std::int64_t elsewhere = partners_places(rule);
    const std::int64_t arriving = up * all(rule.from);
    const std::int64_t links = capped(room * choice_.split.legs_at(true)), devices = (arriving + links - 1) / links;
    std::int64_t count = std::max<std::int64_t>(1, (devices + places(to) - 1) / places(to));
    if (rule.rail) count = std::max(count, (up + elsewhere - 1) / elsewhere);
    while (!rule.uneven && count * elsewhere < up && up % (count * elsewhere) != 0) ++count;
    counts_[rule.to] = static_cast<int>(std::min<std::int64_t>(count, static_cast<std::int64_t>(kMostDevices)));
    return true;
  }

  const Fabric& fabric_;
  diag::Findings& findings_;
  std::vector<int> counts_;
  std::vector<std::vector<std::int64_t>> taken_;  // by tier and run
  PortChoice choice_;                             // of the rule at hand
};

}  // namespace

std::vector<int> count_devices(const Fabric& fabric, diag::Findings& findings) { return Counter(fabric, findings).count(); }

}  // namespace ferrule::synth
