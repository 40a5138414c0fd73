#include "synth/link_names.h"

#include <algorithm>
#include <map>
#include <utility>

#include "synth/growth.h"
#include "synth/port_choice.h"

namespace ferrule::synth {

std::string LinkNames::end_of(const NetPort& port) const {
  const Device& of = device(port.device);
  return of.name + "/" + port_name(ports_of(request_.fabric, of), port.receptacle);
}

// "leaf1-1--spine01-2": the second of several between the two.
void LinkNames::name_links() {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<int, int>>
      parallel;  // of a pair: how many, and how many were named
  for (const NetLink& link : request_.net.links) ++parallel[{link.a.device, link.b.device}].first;
  for (std::uint32_t i = 0; i < request_.net.links.size(); ++i) {
    const NetLink& link = request_.net.links[i];
    const KeptLink kept = request_.kept.empty() ? KeptLink{} : request_.kept[i];
    auto& [all, named] = parallel[{link.a.device, link.b.device}];
    std::string id = kept.id.empty() ? link_name(link, all, named) : kept.id;
    const Recipe& recipe = request_.recipes[link.rule];
    plan_.links.push_back({std::move(id), intent_of(link.a, recipe), intent_of(link.b, recipe), link.rule, !recipe.copper,
                           phase_of(request_.net, link), kept.stands, !kept.id.empty() && !revises(), kept.tail.has_value()});
    if (kept.tail) plug_tail(*kept.tail, plan_.links.size() - 1);
  }
}

void LinkNames::plug_tail(std::uint32_t index, std::size_t link) {
  const StandingTail& tail = request_.standing->tails[index];
  plan_.plugs.push_back({tail.cable, tail.tail, end_of(tail_of(request_.net.links[link])), plan_.links[link].phase});
}

// As the intent names it: "leaf1/p1:3", lanes of a receptacle that is broken out.
std::string LinkNames::intent_of(const NetPort& port, const Recipe& recipe) const {
  if (port.leg == 0 || recipe.lanes_of_leg == 0) return end_of(port);
  return lanes_of(end_of(port), static_cast<int>(port.leg), recipe.lanes_of_leg);
}

// A number tells several between the same two apart; names that are taken are passed over.
std::string LinkNames::link_name(const NetLink& link, int all, int& named) const {
  std::string base = device(link.a.device).name + "--" + device(link.b.device).name;
  if (all == 1 && !is_taken(base)) return base;
  if (is_taken(base)) named = std::max(named, 1);
  std::string id = base + "-" + std::to_string(++named);
  while (is_taken(id)) id = base + "-" + std::to_string(++named);
  return id;
}

bool LinkNames::is_taken(const std::string& id) const {
  const auto& [nodes, cables, links, parts] = request_.taken;
  return links.contains(id) || cables.contains(id) || cables.contains(id + "-a") || cables.contains(id + "-b");
}

// "B-leaf1-p1": its cables are called by its head.
std::string LinkNames::of(const Fan& fan) const {
  std::string base = "B-" + end_of(fan.head);
  std::replace(base.begin(), base.end(), '/', '-');
  std::string id = base;
  for (int number = 2; is_taken(id); ++number) id = base + "-" + std::to_string(number);
  return id;
}

}  // namespace ferrule::synth
