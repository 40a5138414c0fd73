#include "synth/lay_kept.h"

#include <algorithm>

#include "synth/fans.h"

namespace ferrule::synth {

void KeptLaying::lay() {
  hang();
  const auto plugged = plugged_tails();
  for (KeptCable kept : request_.standing->kept.cables) {
    const auto [begin, end] = plugged.equal_range(kept.id);
    for (auto tail = begin; tail != end; ++tail, ++kept.links) {
      kept.tails[tail->second.first] = tail->second.second;
      kept.way.reset();
    }
    lay_cable(kept);
  }
}

// By harness: tails that are plugged for new links.
std::multimap<std::string, std::pair<std::size_t, KeptTail>> KeptLaying::plugged_tails() const {
  std::multimap<std::string, std::pair<std::size_t, KeptTail>> tails;
  std::size_t plug = 0;
  for (std::uint32_t i = 0; i < request_.kept.size(); ++i) {
    if (!request_.kept[i].tail) continue;
    const PlanPlug& of = plan_.plugs[plug++];  // in the order of the links
    const std::uint32_t device = tail_of(request_.net.links[i]).device;
    tails.emplace(of.cable, std::pair(static_cast<std::size_t>(of.tail - 1), KeptTail{of.end, {device, {}, {}}, of.phase}));
  }
  return tails;
}

PlanCable* KeptLaying::cable(std::string_view id) {
  const auto at = cables_.find(id);
  return at == cables_.end() ? nullptr : &plan_.cables[at->second];
}

Stand KeptLaying::stand_of(std::string_view front, const Stand& hung) const {
  const auto at = panel_at_.find(front.substr(0, front.find('/')));
  return at == panel_at_.end() ? hung : plan_.panels[at->second].stand;
}

void KeptLaying::hang() {
  const Standing& standing = *request_.standing;
  for (const KeptPanel& panel : standing.kept.panels) {
    const auto open = std::find_if(standing.panels.begin(), standing.panels.end(),
                                   [&](const StandingPanel& each) { return each.name == panel.name; });
    panel_at_.emplace(panel.name, static_cast<std::uint32_t>(plan_.panels.size()));
    panels_.add_kept(part_named(panel.part), panel, open == standing.panels.end() ? std::nullopt : std::optional(open->used));
  }
}

void KeptLaying::lay_cable(const KeptCable& kept) {
  PlanCable cable{kept.id,   kept.a,     kept.b,    part_named(kept.part), {},        {}, {},
                  kept.rule, kept.trunk, kept.legs, kept.legs_used,        kept.phase};
  for (const KeptTail& tail : kept.tails) cable.tails.push_back({tail.end, tail.phase});
  cable.links = kept.links;
  cable.side = kept.side;
  cable.kept = true;
  const std::optional<Stand> a = stand_of(kept.at_a), b = cable.is_harness() ? farthest_tail(kept, a) : stand_of(kept.at_b);
  const bool channel = kept.at_a.device && (cable.is_harness() || kept.at_b.device);
  lengths_.measure(cable, a, b, channel ? request_.recipes[kept.rule].shortest : Length());
  if (kept.way) keep_way(kept, cable);
  cables_.emplace(kept.id, static_cast<std::uint32_t>(plan_.cables.size()));
  plan_.cables.push_back(std::move(cable));
}

std::uint32_t KeptLaying::part_named(const std::string& name) {
  const auto at = std::find_if(plan_.parts.begin(), plan_.parts.end(), [&](const PlanPart& part) { return part.name == name; });
  if (at != plan_.parts.end()) return static_cast<std::uint32_t>(at - plan_.parts.begin());
  plan_.parts.push_back({name, {}});  // the author describes it
  return static_cast<std::uint32_t>(plan_.parts.size() - 1);
}

std::optional<Stand> KeptLaying::stand_of(const KeptEnd& end) const {
  if (end.device) return plan_.stands[*end.device];
  return end.stood ? std::optional(stand_of(end.panel, *end.stood)) : std::nullopt;
}

bool KeptLaying::as_it_stood(const KeptEnd& end) const {
  const std::optional<Stand> now = stand_of(end);
  return now && end.stood && now->rack == end.stood->rack && now->unit == end.stood->unit && now->height == end.stood->height;
}

// Unless it is too short by now, or not sold any more, or longer for no reason.
void KeptLaying::keep_way(const KeptCable& kept, PlanCable& cable) const {
  if (kept.way->trays == cable.trays && !kept.way->may_be_longer) return;
  const CableKind kind = cable.trunk ? CableKind::kTrunk : cable.is_harness() ? CableKind::kHarness : CableKind::kCord;
  const bool still = std::all_of(kept.tails.begin(), kept.tails.end(),
                                 [&](const KeptTail& tail) { return tail.end.empty() || as_it_stood(tail.at); });
  if (!still || !as_it_stood(kept.at_a) || (kept.tails.empty() && !as_it_stood(kept.at_b)) || !cable.ends || !cable.ordered ||
      kept.way->ordered < *cable.ordered || request_.order(kept.way->ordered, kind) != kept.way->ordered)
    return;
  cable.ordered = kept.way->ordered;
  cable.trays = kept.way->trays;
}

std::optional<Stand> KeptLaying::farthest_tail(const KeptCable& kept, const std::optional<Stand>& head) const {
  std::optional<Stand> farthest;
  Length longest{-1};
  for (const KeptTail& tail : kept.tails) {
    const std::optional<Stand> there = tail.end.empty() ? std::nullopt : stand_of(tail.at);
    if (!there || !head) continue;
    const Way way = request_.hall.way(*head, *there, kept.side);
    if (farthest && (!way.known || way.length <= longest)) continue;
    longest = way.known ? way.length : longest;
    farthest = there;
  }
  return farthest;
}

void set_panel_phases(Plan& plan) {
  std::map<std::string_view, std::uint32_t> first;
  for (const PlanCable& cable : plan.cables)
    for (const std::string_view end : {std::string_view(cable.a), std::string_view(cable.b)}) {
      const auto [at, fresh] = first.try_emplace(end.substr(0, end.find('/')), cable.phase);
      at->second = std::min(at->second, cable.phase);
    }
  for (PlanPanel& panel : plan.panels)
    if (const auto at = first.find(panel.name); panel.kept && at != first.end()) panel.phase = at->second;
}

void drop_unused_parts(Plan& plan) {
  std::vector<bool> used(plan.parts.size());
  for (const PlanPanel& panel : plan.panels) used[panel.part] = true;
  for (const PlanCable& cable : plan.cables) used[cable.part] = true;
  std::vector<std::uint32_t> now(plan.parts.size());
  std::vector<PlanPart> parts;
  for (std::uint32_t part = 0; part < plan.parts.size(); ++part) {
    now[part] = static_cast<std::uint32_t>(parts.size());
    if (used[part]) parts.push_back(std::move(plan.parts[part]));
  }
  for (PlanPanel& panel : plan.panels) panel.part = now[panel.part];
  for (PlanCable& cable : plan.cables) cable.part = now[cable.part];
  plan.parts = std::move(parts);
  plan.parts_standing = 0;
}

}  // namespace ferrule::synth
