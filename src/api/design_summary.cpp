#include "api/design_summary.h"

#include <algorithm>
#include <set>

namespace ferrule::api {

std::vector<RuleSum> sums_by_rule(const DesignReport& report) {
  std::vector<RuleSum> out(report.fabric->rules.size());
  for (const synth::PlanLink& link : report.plan.links) {
    RuleSum& sum = out[link.rule];
    ++sum.links;
    sum.by_route_a += link.side == synth::Side::kA;
    sum.by_route_b += link.side == synth::Side::kB;
  }
  for (const synth::PlanCable& cable : report.plan.cables) {
    RuleSum& sum = out[cable.rule];
    ++(cable.trunk ? sum.trunks : cable.is_harness() ? sum.harnesses : sum.cords);
    sum.tails += cable.tails.size();
    sum.dark_tails += static_cast<std::uint64_t>(cable.dark_tails());
    if (cable.trunk) {
      sum.legs += static_cast<std::uint64_t>(cable.legs);
      sum.legs_used += static_cast<std::uint64_t>(cable.legs_used);
    }
    if (!cable.ordered) continue;
    sum.shortest = std::min(sum.shortest.value_or(*cable.ordered), *cable.ordered);
    sum.longest = std::max(sum.longest.value_or(*cable.ordered), *cable.ordered);
  }
  return out;
}

Detours detours_of(const DesignReport& report) {
  Detours out;
  for (const synth::PlanCable& cable : report.plan.cables) {
    if (!cable.detour) continue;
    ++out.cables;
    out.most = std::max(out.most, *cable.detour);
    out.together = out.together + *cable.detour;
  }
  return out;
}

std::vector<std::uint64_t> pieces_by_part(const DesignReport& report) {
  std::vector<std::uint64_t> counts(report.plan.parts.size());
  for (const synth::PlanCable& cable : report.plan.cables) ++counts[cable.part];
  for (const synth::PlanPanel& panel : report.plan.panels)
    if (!panel.stands) counts[panel.part] += static_cast<std::uint64_t>(panel.pieces());
  return counts;
}

Added added_by(const DesignReport& report) {
  Added out;
  for (const synth::Device& device : report.net.devices) out.devices += !device.stands && !device.kept;
  for (const synth::PlanLink& link : report.plan.links) out.links += !link.stands;
  if (report.standing != nullptr) out.links -= std::min<std::uint64_t>(out.links, report.standing->report.links_cabled_anew);
  for (const synth::PlanCable& cable : report.plan.cables)
    (cable.trunk ? out.trunks : cable.is_harness() ? out.harnesses : out.cords) += !cable.kept;
  for (const synth::PlanPanel& panel : report.plan.panels) out.panels += !panel.stands && !panel.kept;
  return out;
}

std::vector<std::uint32_t> racks_of_tier(const DesignReport& report, std::size_t tier) {
  std::set<std::uint32_t> racks;
  for (std::uint32_t d = report.net.first_of_tier[tier]; d < report.net.first_of_tier[tier + 1]; ++d)
    if (d < report.plan.stands.size() && report.plan.stands[d]) racks.insert(report.plan.stands[d]->rack);
  return {racks.begin(), racks.end()};
}

}  // namespace ferrule::api
