#include "synth/stages.h"

#include <algorithm>

#include "synth/growth.h"

namespace ferrule::synth {
namespace {

void keep_net_until(std::uint32_t phase, Net& net, std::vector<std::optional<Stand>>& stands) {
  Net kept;
  std::vector<std::optional<Stand>> kept_stands;
  std::vector<std::uint32_t> now(net.devices.size());
  std::uint32_t tier = 0;
  for (std::uint32_t d = 0; d <= net.devices.size(); ++d) {
    for (; tier < net.first_of_tier.size() && net.first_of_tier[tier] == d; ++tier)
      kept.first_of_tier.push_back(static_cast<std::uint32_t>(kept.devices.size()));
    if (d == net.devices.size() || net.devices[d].phase > phase) continue;
    now[d] = static_cast<std::uint32_t>(kept.devices.size());
    kept.devices.push_back(net.devices[d]);
    if (d < stands.size()) kept_stands.push_back(stands[d]);
  }
  for (NetLink link : net.links) {
    if (phase_of(net, link) > phase) continue;
    link.a.device = now[link.a.device];
    link.b.device = now[link.b.device];
    kept.links.push_back(link);
  }
  net = std::move(kept);
  stands = std::move(kept_stands);
}

// Parts are named in the order in which phases need them, so those that are left are the first.
void keep_parts_in_use(Plan& plan) {
  auto used = static_cast<std::uint32_t>(plan.parts_standing);
  for (const PlanPanel& panel : plan.panels) used = std::max(used, panel.part + 1);
  for (const PlanCable& cable : plan.cables) used = std::max(used, cable.part + 1);
  plan.parts.resize(used);
}

}  // namespace

void keep_until(std::uint32_t phase, Net& net, Plan& plan) {
  keep_net_until(phase, net, plan.stands);
  const auto later = [phase](const auto& of) { return of.phase > phase; };  // what stands is of no later one
  std::erase_if(plan.panels, later);
  std::erase_if(plan.cables, later);
  std::erase_if(plan.links, later);
  std::erase_if(plan.plugs, later);
  for (PlanCable& cable : plan.cables)
    for (PlanTail& tail : cable.tails)
      if (tail.phase > phase) tail = {};  // it hangs free till then
  if (plan.phases.size() > phase) plan.phases.resize(phase + 1);
  keep_parts_in_use(plan);
}

}  // namespace ferrule::synth
