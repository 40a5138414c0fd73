#include "synth/unneeded_trunks.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "synth/laid_trunks.h"

namespace ferrule::synth {
namespace {

using Seat = std::pair<std::uint32_t, std::uint32_t>;  // of a plug: the rack, and the part of its panel
using RackPair = std::pair<std::uint32_t, std::uint32_t>;

struct Reserve {
  int spare = 0, growth = 0;      // per cent of the lit legs
  std::set<std::uint32_t> rules;  // whose links join the racks
};

// The most that any rule asks for.
std::map<RackPair, Reserve> reserves(const CablingRequest& request, const Plan& plan) {
  std::map<RackPair, Reserve> out;
  for (const NetLink& link : request.net.links) {
    const CablingWish& wish = request.wishes[link.rule];
    const std::optional<Stand>&a = plan.stands[link.a.device], &b = plan.stands[link.b.device];
    if (!a || !b || wish.cabling != Cabling::kStructured) continue;
    Reserve& of = out[std::minmax(a->rack, b->rack)];
    of.spare = std::max(of.spare, wish.spare_percent);
    of.growth = std::max(of.growth, wish.growth_percent);
    of.rules.insert(link.rule);
  }
  return out;
}

struct TrunkGroup {
  int legs = 0, lit = 0, links = 0;
  std::vector<const PlanCable*> kept;
  bool alike = true;  // of one recipe and phase: they may carry each other's links
  const PlanCable* first = nullptr;
  int asked = 0;  // legs
};

// Cords are proven with it, for a rule whose links join its racks.
bool may_serve(const Standing& standing, const std::string& id, const std::set<std::uint32_t>& rules) {
  const auto trunk =
      std::find_if(standing.trunks.begin(), standing.trunks.end(), [&](const StandingTrunk& each) { return each.id == id; });
  return trunk == standing.trunks.end() || std::any_of(rules.begin(), rules.end(), [&](std::uint32_t rule) {
           return standing.cords(rule, trunk->kind, false) || standing.cords(rule, trunk->kind, true);
         });
}

// Each rule rounds its share up in each phase.
int asked_of(int lit, const Reserve& reserve, std::size_t phases) {
  const int rounded = static_cast<int>(std::max<std::size_t>(reserve.rules.size() * std::max<std::size_t>(phases, 1), 1)) - 1;
  const auto share = [&](int percent) { return percent == 0 ? 0 : (lit * percent + 99) / 100 + rounded; };
  return lit == 0 ? 0 : lit + share(reserve.spare) + share(reserve.growth);
}

bool are_alike(const CablingRequest& request, const PlanCable& one, const PlanCable& other) {
  const Recipe &a = request.recipes[one.rule], &b = request.recipes[other.rule];
  return one.phase == other.phase && a.trunk == b.trunk && a.panel == b.panel && a.far_panel == b.far_panel;
}

// That their links would light, close together.
int legs_needed(const CablingRequest& request, const TrunkGroup& group) {
  const Recipe& recipe = request.recipes[group.first->rule];
  if (!group.alike || recipe.breaks_out()) return group.lit;
  return std::min(group.lit, plugs_lit(group.links, recipe.links_of_leg, recipe.rears));
}

// Those that the others make up for: dark ones, the last first; then those that carry least, where the others may carry it.
void take_out(TrunkGroup& group, std::set<std::string>& out) {
  std::reverse(group.kept.begin(), group.kept.end());
  std::stable_sort(group.kept.begin(), group.kept.end(), [](const PlanCable* one, const PlanCable* other) {
    return std::pair(one->legs_used, -one->legs) < std::pair(other->legs_used, -other->legs);
  });
  for (const PlanCable* trunk : group.kept) {
    if (group.legs - trunk->legs < group.asked || (trunk->legs_used > 0 && !group.alike)) continue;
    group.legs -= trunk->legs;
    out.insert(trunk->id);
  }
}

}  // namespace

std::set<std::string> unneeded_trunks(const CablingRequest& request, const Plan& plan) {
  std::map<std::string_view, Seat> seats;  // by panel
  for (const PlanPanel& panel : plan.panels) seats.emplace(panel.name, Seat{panel.stand.rack, panel.part});
  const auto seat_at = [&](std::string_view rear) { return seats[rear.substr(0, rear.find('/'))]; };
  std::map<RackPair, Reserve> asked = reserves(request, plan);
  std::set<std::string> out;
  std::map<std::tuple<Seat, Seat, Side>, TrunkGroup> groups;
  for (const PlanCable& cable : plan.cables) {
    if (!cable.trunk) continue;
    Seat one = seat_at(cable.a), other = seat_at(cable.b);
    if (other < one) std::swap(one, other);
    const Reserve& reserve = asked[{one.first, other.first}];
    if (cable.kept && cable.legs_used == 0 && !may_serve(*request.standing, cable.id, reserve.rules)) {
      out.insert(cable.id);
      continue;
    }
    TrunkGroup& group = groups[{one, other, cable.side}];
    group.legs += cable.legs;
    group.lit += cable.legs_used;
    group.links += cable.links;
    if (cable.kept) group.kept.push_back(&cable);
    if (group.first == nullptr) group.first = &cable;
    group.alike = group.alike && are_alike(request, *group.first, cable);
  }
  for (auto& [key, group] : groups) {
    group.asked = asked_of(legs_needed(request, group), asked[{std::get<0>(key).first, std::get<1>(key).first}],
                           request.fabric.phases.size());
    take_out(group, out);
  }
  return out;
}

}  // namespace ferrule::synth
