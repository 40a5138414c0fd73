#include "synth/fans.h"

#include <algorithm>
#include <unordered_map>
#include <fmt/format.h>

namespace ferrule::synth {

int Fan::links_in_all() const {
  return static_cast<int>(
      std::count_if(links.begin(), links.end(), [](const std::optional<std::uint32_t>& link) { return link.has_value(); }));
}

void Fans::gather(const Net& net, const std::vector<Recipe>& recipes, const std::vector<PlanLink>& links) {
  fans_.clear();
  fan_of_.assign(net.links.size(), kNoFan);
  std::unordered_map<std::uint64_t, std::uint32_t> by_head;
  for (std::uint32_t i = 0; i < net.links.size(); ++i) {
    const NetPort& head = head_of(net.links[i]);
    if (head.leg == 0 || links[i].stands || links[i].over_tail) continue;
    const std::uint64_t key = std::uint64_t{head.device} << 32 | head.receptacle;
    const auto [at, fresh] = by_head.try_emplace(key, static_cast<std::uint32_t>(fans_.size()));
    if (fresh) fans_.push_back({head, {}, i});
    fan_of_[i] = at->second;
    Fan& fan = fans_[at->second];
    const auto legs = static_cast<std::uint32_t>(recipes[net.links[i].rule].legs);
    fan.links.resize(std::max({legs, head.leg, static_cast<std::uint32_t>(fan.links.size())}));
    fan.links[head.leg - 1] = i;
    if (links[i].phase < links[fan.leader].phase) fan.leader = i;
  }
}

std::string lanes_of(const std::string& port, int leg, int lanes_of_leg) {
  const int last = leg * lanes_of_leg, first = last - lanes_of_leg + 1;
  return first == last ? fmt::format("{}:{}", port, first) : fmt::format("{}:{}-{}", port, first, last);
}

}  // namespace ferrule::synth
