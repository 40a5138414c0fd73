#include "synth/cabling.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <fmt/format.h>

#include "synth/fans.h"
#include "synth/growth.h"
#include "synth/laid_trunks.h"
#include "synth/lay_kept.h"
#include "synth/lengths.h"
#include "synth/link_names.h"
#include "synth/panels.h"
#include "synth/part_names.h"
#include "synth/routes.h"
#include "synth/trunk_choice.h"

namespace ferrule::synth {
namespace {

struct LaidFan {  // over a trunk to a cassette: where its tails begin
  std::optional<PanelPlaces> places;
  int leg = 0;
};

using RackPair = std::pair<std::uint32_t, std::uint32_t>;

class Layer {
 public:
  Layer(CablingRequest& request, Plan& plan, diag::Findings& findings)
      : request_(request),
        plan_(plan),
        findings_(findings),
        parts_(plan.parts, request.taken.parts),
        panels_(request.hall, plan, request.fabric.phases, findings),
        names_(request, plan),
        trunk_choice_(request),
        lengths_(request),
        kept_(request, plan, panels_, lengths_) {
    panels_.take_names(request.taken.nodes);
    if (request.standing == nullptr) return;
    standing_trunks_ = request.standing->trunks;
    if (revises()) return;
    for (const StandingPanel& panel : request.standing->panels)
      for (std::uint32_t part = 0; part < plan.parts.size(); ++part)
        if (plan.parts[part].description == panel.part) {
          panels_.add_standing(part, panel);
          break;
        }
  }

  void lay() {
    names_.name_links();
    if (revises()) kept_.lay();
    fans_.gather(request_.net, request_.recipes, plan_.links);
    laid_fans_.resize(fans_.count());
    choose_routes(request_, fans_, plan_.links);
    plan_ahead();
    const std::size_t phases = std::max<std::size_t>(request_.fabric.phases.size(), 1), rules = request_.fabric.rules.size();
    std::vector<std::vector<std::uint32_t>> links(phases * rules);
    for (std::uint32_t i = 0; i < request_.net.links.size(); ++i)
      if (!plan_.links[i].stands && !plan_.links[i].over_tail)
        links[plan_.links[i].phase * rules + request_.net.links[i].rule].push_back(i);
    for (phase_ = 0; phase_ < phases && phase_ <= request_.until; ++phase_) {
      plan_.phases.emplace_back();
      for (std::uint32_t rule = 0; rule < rules; ++rule) lay_routes(rule, links[phase_ * rules + rule]);
    }
    std::erase_if(plan_.links, [this](const PlanLink& link) { return link.phase >= phase_; });
    if (revises()) {
      set_panel_phases(plan_);
      drop_unused_parts(plan_);
    }
    say_routes_without_trays(request_, findings_);
    lengths_.say_what_was_not_found(findings_);
  }

 private:
  bool revises() const { return request_.standing != nullptr && request_.standing->revise; }
  const Device& device(std::uint32_t d) const { return request_.net.devices[d]; }
  std::string end_of(const NetPort& port) const { return names_.end_of(port); }

  void plan_ahead() {
    for (std::uint32_t i = 0; i < plan_.links.size(); ++i) {
      const NetLink& link = request_.net.links[i];
      if (plan_.links[i].stands || !request_.wishes[link.rule].growth_planned || (fans_.has(i) && !fans_.leads(i))) continue;
      const auto& [a, b] = stands_of(i);
      if (!a || !b) continue;
      const auto [rack_a, rack_b] = bundle_of(link.rule, a->rack, b->rack);
      ++planned_[{link.rule, rack_a, rack_b, plan_.links[i].side}][plan_.links[i].phase];
    }
  }

  // Of both ends of a link; of a breakout, its head first.
  std::pair<const std::optional<Stand>&, const std::optional<Stand>&> stands_of(std::uint32_t i) const {
    const NetLink& link = request_.net.links[i];
    if (fans_.has(i)) return {plan_.stands[head_of(link).device], plan_.stands[tail_of(link).device]};
    return {plan_.stands[link.a.device], plan_.stands[link.b.device]};
  }

  // Links of later phases between these racks, where their legs are to be laid now.
  int links_ahead(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b) const {
    const auto at = planned_.find({rule, rack_a, rack_b, side_});
    int later = 0;
    if (at == planned_.end()) return later;
    for (const auto& [phase, links] : at->second)
      if (phase > phase_) later += links;
    return later;
  }

  bool laid_ahead(std::uint32_t rule) const { return request_.wishes[rule].lays_ahead(); }

  // Trunks between these racks that its links may go over, whichever way round they lie. Of a plan that is revised those of later phases as
  // well: their links count too.
  std::vector<LaidTrunk> trunks_there(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b,
                                      const LaidTrunks::Key& key) {
    std::vector<LaidTrunk> there;
    for (const StandingTrunk& trunk : standing_trunks_) {
      if (!joins(trunk, rack_a, rack_b) || trunk.links_of_leg != request_.recipes[rule].links_of_leg) continue;
      if (may_carry(rule, trunk.kind)) there.push_back(room_of(trunk));
    }
    for (const LaidTrunk& trunk : laid_.of(key))
      if (revises() || trunk.phase < phase_) there.push_back(trunk);
    return there;
  }

  // Over a plant that is built only as far as its links asked for it: who asks is told what cannot be used.
  bool may_carry(std::uint32_t rule, std::uint32_t kind) const {
    return revises() ? request_.standing->cords(rule, kind, false) || request_.standing->cords(rule, kind, true)
                     : kinds_used_.contains({rule, kind});
  }

  static LaidTrunk room_of(const StandingTrunk& trunk) {
    LaidTrunk room;
    room.legs = trunk.legs;
    room.links = trunk.links;
    return room;
  }

  bool joins(const StandingTrunk& trunk, std::uint32_t rack_a, std::uint32_t rack_b) const {
    return trunk.side == side_ && std::minmax(trunk.rack_a, trunk.rack_b) == std::minmax(rack_a, rack_b);
  }

  bool is_there_by_now(const StandingTrunk& trunk) {
    const PlanCable* kept = kept_.cable(trunk.id);
    return kept == nullptr || kept->phase <= phase_;
  }

  // Cables of each route by themselves: they share no trunk.
  void lay_routes(std::uint32_t rule, const std::vector<std::uint32_t>& links) {
    std::array<std::vector<std::uint32_t>, kSides> by_side;
    for (const std::uint32_t i : links) by_side[static_cast<std::size_t>(plan_.links[i].side)].push_back(i);
    for (const Side side : {Side::kAny, Side::kA, Side::kB}) {
      side_ = side;
      lay_rule(rule, by_side[static_cast<std::size_t>(side)]);
    }
  }

  void lay_rule(std::uint32_t rule, const std::vector<std::uint32_t>& links) {
    if (request_.recipes[rule].copper) return;
    std::map<RackPair, std::vector<std::uint32_t>> bundles;
    for (const std::uint32_t i : links) {
      if (fans_.has(i) && !fans_.leads(i)) continue;  // it comes with its leader, or after it
      const auto& [a, b] = stands_of(i);
      if (request_.wishes[rule].cabling == Cabling::kStructured && a && b && a->rack != b->rack)
        bundles[bundle_of(rule, a->rack, b->rack)].push_back(i);
      else if (fans_.has(i))
        lay_direct_fan(rule, i);
      else
        lay_cord(rule, i);
    }
    if (revises()) add_kept_bundles(rule, bundles);
    for (const auto& [racks, of] : bundles) lay_bundle(rule, racks.first, racks.second, of);
    for (const std::uint32_t i : links)
      if (fans_.has(i) && !fans_.leads(i)) lay_far_cord(rule, i);
  }

  // Of a plan that is revised: what is asked for in reserve may be more than it was.
  void add_kept_bundles(std::uint32_t rule, std::map<RackPair, std::vector<std::uint32_t>>& bundles) {
    if (request_.wishes[rule].cabling != Cabling::kStructured) return;
    for (const StandingTrunk& trunk : standing_trunks_)
      if (const PlanCable* kept = kept_.cable(trunk.id);
          kept != nullptr && kept->rule == rule && kept->links > 0 && kept->phase <= phase_)
        bundles.try_emplace(bundle_of(rule, trunk.rack_a, trunk.rack_b));
  }

  // That a leg of a trunk carries for it.
  std::uint64_t links_of(std::uint32_t i) const {
    return fans_.has(i) ? static_cast<std::uint64_t>(fans_.of(i).links_in_all()) : 1;
  }

  void lay_direct_fan(std::uint32_t rule, std::uint32_t i) {
    const Recipe& recipe = request_.recipes[rule];
    const Fan& fan = fans_.of(i);
    lay_harness(rule, fan, names_.of(fan), end_of(fan.head), recipe.trunk.empty() ? recipe.harness : recipe.in_rack,
                plan_.stands[fan.head.device], recipe.shortest);
  }

  // From `head`, which stands there, to all partners: as long as the farthest of them needs.
  void lay_harness(std::uint32_t rule, const Fan& fan, std::string id, std::string head, const std::string& part,
                   const std::optional<Stand>& at_head, Length least = {}) {
    PlanCable cable{std::move(id), std::move(head), {}, parts_.harness(part), {}, {}, {}, rule, false, 1, 1, phase_};
    Length longest{-1};
    std::optional<Stand> farthest;
    for (const std::optional<std::uint32_t>& link : fan.links) {
      cable.tails.emplace_back();
      if (!link) continue;
      const NetPort& tail = tail_of(request_.net.links[*link]);
      cable.tails.back() = {end_of(tail), plan_.links[*link].phase};
      const std::optional<Stand>& there = plan_.stands[tail.device];
      if (!there || !at_head) continue;
      const Way way = request_.hall.way(*at_head, *there, side_);
      if (farthest && (!way.known || way.length <= longest)) continue;
      longest = way.known ? way.length : longest;
      farthest = there;
    }
    cable.links = fan.links_in_all();
    cable.side = side_;
    lengths_.measure(cable, at_head, farthest, least);
    plan_.cables.push_back(std::move(cable));
  }

  // Cord, panel, trunk, and what leads on to the partners: a harness, or cords from the fronts of a cassette.
  void lay_fan(std::uint32_t rule, std::uint32_t i, const PanelPlaces& a, const PanelPlaces& b, int k) {
    const Recipe& recipe = request_.recipes[rule];
    const Fan& fan = fans_.of(i);
    const std::string id = names_.of(fan);
    add_cord(rule, id + "-a", end_of(fan.head), panels_.front(a, k, 1), recipe.cord_a, plan_.stands[fan.head.device],
             plan_.panels[a.panel].stand);
    plan_.cables.back().links = fan.links_in_all();
    if (recipe.far_fronts == 0)
      return lay_harness(rule, fan, id + "-b", panels_.front(b, k, 1), recipe.harness, plan_.panels[b.panel].stand);
    laid_fans_[fans_.index_of(i)] = {b, k};
    lay_far_cord(rule, i);
  }

  // From the cassette at the tails of a fan that is laid.
  void lay_far_cord(std::uint32_t rule, std::uint32_t i) {
    const auto& [places, k] = laid_fans_[fans_.index_of(i)];
    if (!places) return;  // it has a harness
    const NetPort& tail = tail_of(request_.net.links[i]);
    const Recipe& recipe = request_.recipes[rule];
    const int front = k * recipe.far_fronts + static_cast<int>(head_of(request_.net.links[i]).leg) - 1;
    add_cord(rule, plan_.links[i].id + "-b", end_of(tail), panels_.front(*places, front, recipe.far_fronts), recipe.cord_b,
             plan_.stands[tail.device], plan_.panels[places->panel].stand);
  }

  // Links there and back share trunks, unless what hangs at the ends differs: a head's panel, and a cassette at its tails.
  RackPair bundle_of(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b) const {
    return request_.recipes[rule].far_fronts > 0 ? RackPair(rack_a, rack_b) : RackPair(std::minmax(rack_a, rack_b));
  }

  std::uint32_t rack_of_a(std::uint32_t i) const { return stands_of(i).first->rack; }

  void lay_cord(std::uint32_t rule, std::uint32_t i) {
    const NetLink& link = request_.net.links[i];
    const Recipe& recipe = request_.recipes[rule];
    const std::string& cord = recipe.trunk.empty() ? recipe.cord_a : recipe.in_rack;
    PlanCable cable{
        plan_.links[i].id, plan_.links[i].a, plan_.links[i].b, parts_.cord(cord), {}, {}, {}, rule, false, 1, 1, phase_};
    const auto &a = plan_.stands[link.a.device], &b = plan_.stands[link.b.device];
    cable.side = side_;
    lengths_.measure(cable, a, b, recipe.shortest);
    plan_.cables.push_back(std::move(cable));
  }

  void lay_bundle(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b, std::vector<std::uint32_t> links) {
    if (!standing_trunks_.empty()) links = beyond_standing_trunks(rule, rack_a, rack_b, links);
    const Recipe& recipe = request_.recipes[rule];
    const CablingWish& wish = request_.wishes[rule];
    const LaidTrunks::Key key = LaidTrunks::key(rack_a, rack_b, recipe, wish.panel_ports, side_);
    std::size_t next = use_dark_legs(rule, laid_.of(key), links);
    if (next == links.size() && !revises()) return;
    const int per_leg = recipe.links_of_leg;
    const int legs = legs_to_buy(rule, static_cast<int>(links.size() - next), links_ahead(rule, rack_a, rack_b),
                                 trunks_there(rule, rack_a, rack_b, key));
    if (legs == 0) return;
    const std::vector<int>& trunks = trunk_choice_.choose(rule, rack_a, rack_b, legs, side_);
    if (trunks.empty()) return trunk_choice_.say_none(rule, findings_);
    for (const int size : trunks) {
      const std::optional<PanelPlaces> a = panels_.take(rack_a, parts_.panel(recipe, wish.panel_ports), recipe.cassettes,
                                                        near_places(recipe, wish), size, wish.place, phase_);
      const std::optional<PanelPlaces> b =
          panels_.take(rack_b, parts_.far_panel(recipe, wish.panel_ports), recipe.cassettes || recipe.far_fronts > 0,
                       far_places(recipe, wish), size, wish.place, phase_);
      if (!a || !b) return;
      const std::size_t carried = std::min(links.size() - next, static_cast<std::size_t>(size * per_leg));
      LaidTrunk trunk{add_trunk(rule, *a, *b, size), *a, *b, rack_a, size, 0, phase_};
      for (std::size_t k = 0; k < carried; ++k) add_link(rule, links[next + k], trunk);
      laid_.of(key).push_back(trunk);
      next += carried;
    }
  }

  // Beside the trunks that are there, for so many links and those of later phases.
  int legs_to_buy(std::uint32_t rule, int links, int later, const std::vector<LaidTrunk>& there) const {
    const int per_leg = request_.recipes[rule].links_of_leg, carried = links_carried(there);
    const CablingWish& wish = request_.wishes[rule];
    const int wanted = legs_for(carried + links + later, per_leg, wish.spare_percent) +
                       growth_legs(wish, legs_for(revises() && in_one_go() ? carried + links : links, per_leg, 0));
    return std::max(legs_for(links, per_leg, 0), wanted - legs_laid(there));
  }

  // In the last of several phases nothing grows any more.
  int growth_legs(const CablingWish& wish, int legs) const {
    return in_one_go() || phase_ + 1 < request_.fabric.phases.size() ? (legs * wish.growth_percent + 99) / 100 : 0;
  }

  bool in_one_go() const { return request_.fabric.phases.size() < 2; }

  // Links for which no trunk that stands has room; cords of a standing trunk depend on which end is which.
  std::vector<std::uint32_t> beyond_standing_trunks(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b,
                                                    const std::vector<std::uint32_t>& links) {
    std::vector<std::uint32_t> there, back, left;
    for (const std::uint32_t i : links) (rack_of_a(i) == rack_a ? there : back).push_back(i);
    const std::size_t kept = use_standing_trunks(rule, rack_a, rack_b, there),
                      kept_back = use_standing_trunks(rule, rack_b, rack_a, back);
    std::merge(there.begin() + static_cast<std::ptrdiff_t>(kept), there.end(),
               back.begin() + static_cast<std::ptrdiff_t>(kept_back), back.end(), std::back_inserter(left));
    return left;
  }

  // The same of trunks that stand already, whatever their parts, where cords are proven with them.
  std::size_t use_standing_trunks(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b,
                                  const std::vector<std::uint32_t>& links) {
    std::size_t next = 0;
    std::map<int, std::vector<LaidTrunk>> passed;  // by links of a leg: spare legs of all of them count together
    for (StandingTrunk& trunk : standing_trunks_) {
      const bool turned = trunk.rack_a != rack_a;
      if (next == links.size() || !joins(trunk, rack_a, rack_b) || !is_there_by_now(trunk)) continue;
      const std::optional<CordPair> cords = request_.standing->cords(rule, trunk.kind, turned);
      if (!cords) continue;
      kinds_used_.emplace(rule, trunk.kind);
      std::vector<LaidTrunk>& rooms = passed[trunk.links_of_leg];
      LaidTrunk& room = rooms.emplace_back(room_of(trunk));
      const int most = static_cast<int>(std::min(links.size() - next, trunk.dark.size()));
      const int fit = links_that_fit(rooms, most, trunk.links_of_leg, request_.wishes[rule].spare_percent);
      if (fit == 0) continue;
      room.links += fit;
      for (int k = 0; k < fit; ++k) {
        const auto& [front_a, front_b] = trunk.dark[static_cast<std::size_t>(k)];
        const std::string &near = turned ? front_b : front_a, &far = turned ? front_a : front_b;
        const Stand &at_near = turned ? trunk.stand_b : trunk.stand_a, &at_far = turned ? trunk.stand_a : trunk.stand_b;
        add_cords_between(rule, links[next++], *cords, near, kept_.stand_of(near, at_near), far, kept_.stand_of(far, at_far));
      }
      trunk.dark.erase(trunk.dark.begin(), trunk.dark.begin() + fit);
      trunk.links += fit;
      plan_.lit_trunks[trunk.id] += fit;
      std::uint64_t carried = 0;
      for (int k = fit; k > 0; --k) carried += links_of(links[next - static_cast<std::size_t>(k)]);
      plan_.phases.back().links_over_old_trunks += carried;
      if (PlanCable* kept = kept_.cable(trunk.id)) {
        kept->legs_used = plugs_lit(trunk.links, trunk.links_of_leg, trunk.rears);
        if (kept->links == 0 && !laid_ahead(rule)) kept->phase = phase_;  // it waited for nobody
        kept->links += static_cast<int>(carried);
      }
      ++plan_.phases.back().old_trunks;
    }
    return next;
  }

  void add_cords_between(std::uint32_t rule, std::uint32_t i, const CordPair& cords, const std::string& near,
                         const Stand& at_near, const std::string& far, const Stand& at_far) {
    const PlanLink& named = plan_.links[i];
    const NetLink& link = request_.net.links[i];
    if (fans_.has(i)) {
      const Fan& fan = fans_.of(i);
      const std::string id = names_.of(fan);
      add_cord(rule, id + "-a", end_of(fan.head), near, cords.a, plan_.stands[fan.head.device], at_near);
      plan_.cables.back().links = fan.links_in_all();
      return lay_harness(rule, fan, id + "-b", far, cords.b, at_far);
    }
    add_cord(rule, named.id + "-a", named.a, near, cords.a, plan_.stands[link.a.device], at_near);
    add_cord(rule, named.id + "-b", named.b, far, cords.b, plan_.stands[link.b.device], at_far);
  }

  // How many of the links went over trunks of earlier phases, the first ones.
  std::size_t use_dark_legs(std::uint32_t rule, std::vector<LaidTrunk>& trunks, const std::vector<std::uint32_t>& links) {
    const int per_leg = request_.recipes[rule].links_of_leg;
    std::vector<LaidTrunk> before;
    for (const LaidTrunk& trunk : trunks)
      if (trunk.phase < phase_) before.push_back(trunk);
    const auto fit = static_cast<std::size_t>(
        links_that_fit(before, static_cast<int>(links.size()), per_leg, request_.wishes[rule].spare_percent));
    std::size_t next = 0;
    for (LaidTrunk& trunk : trunks) {
      if (trunk.phase >= phase_) continue;
      if (next < fit && trunk.links < trunk.legs * per_leg && old_trunks_.emplace(phase_, trunk.cable).second)
        ++plan_.phases.back().old_trunks;
      for (; next < fit && trunk.links < trunk.legs * per_leg; ++next) add_link(rule, links[next], trunk);
    }
    for (std::size_t k = 0; k < next; ++k) plan_.phases.back().links_over_old_trunks += links_of(links[k]);
    return next;
  }

  std::uint32_t add_trunk(std::uint32_t rule, const PanelPlaces& a, const PanelPlaces& b, int size) {
    const Recipe& recipe = request_.recipes[rule];
    const std::string &from = request_.hall.racks[plan_.panels[a.panel].stand.rack].name,
                      &to = request_.hall.racks[plan_.panels[b.panel].stand.rack].name;
    std::string id;
    do id = fmt::format("T-{}-{}-{}", from, to, ++trunks_[{from, to}]);
    while (request_.taken.cables.contains(id));
    PlanCable trunk{std::move(id),
                    panels_.rear(a, size, recipe.rears),
                    panels_.rear(b, size, recipe.rears),
                    parts_.trunk(recipe, size),
                    {},
                    {},
                    {},
                    rule,
                    true,
                    size * recipe.rears,
                    0,
                    phase_};
    trunk.links = 0;
    trunk.side = side_;
    lengths_.measure(trunk, plan_.panels[a.panel].stand, plan_.panels[b.panel].stand);
    plan_.cables.push_back(std::move(trunk));
    return static_cast<std::uint32_t>(plan_.cables.size() - 1);
  }

  // Over the next free place of the trunk, whichever of its ends is in the link's first rack.
  void add_link(std::uint32_t rule, std::uint32_t i, LaidTrunk& trunk) {
    const bool as_laid = trunk.rack_a == rack_of_a(i);
    const Recipe& recipe = request_.recipes[rule];
    add_patch(rule, i, as_laid ? trunk.a : trunk.b, as_laid ? trunk.b : trunk.a, trunk.links++);
    plan_.cables[trunk.cable].links += static_cast<int>(links_of(i));
    plan_.cables[trunk.cable].legs_used = plugs_lit(trunk.links, recipe.links_of_leg, recipe.rears);
  }

  void add_patch(std::uint32_t rule, std::uint32_t i, const PanelPlaces& a, const PanelPlaces& b, int k) {
    if (fans_.has(i)) return lay_fan(rule, i, a, b, k);
    const NetLink& link = request_.net.links[i];
    const Recipe& recipe = request_.recipes[rule];
    const int of_leg = recipe.links_of_leg;
    add_cord(rule, plan_.links[i].id + "-a", plan_.links[i].a, panels_.front(a, k, of_leg), recipe.cord_a,
             plan_.stands[link.a.device], plan_.panels[a.panel].stand);
    add_cord(rule, plan_.links[i].id + "-b", plan_.links[i].b, panels_.front(b, k, of_leg), recipe.cord_b,
             plan_.stands[link.b.device], plan_.panels[b.panel].stand);
  }

  // From a port to a front, which stand there.
  void add_cord(std::uint32_t rule, std::string id, const std::string& port, std::string front, const std::string& part,
                const std::optional<Stand>& at_port, const Stand& at_front) {
    PlanCable cable{std::move(id), port, std::move(front), parts_.cord(part), {}, {}, {}, rule, false, 1, 1, phase_};
    cable.side = side_;
    lengths_.measure(cable, at_port, at_front);
    plan_.cables.push_back(std::move(cable));
  }

  CablingRequest& request_;
  Plan& plan_;
  diag::Findings& findings_;
  PartNames parts_;
  Panels panels_;
  LinkNames names_;
  TrunkChoice trunk_choice_;
  LaidTrunks laid_;
  Lengths lengths_;
  KeptLaying kept_;
  Fans fans_;
  Side side_ = Side::kAny;          // whose cables are laid
  std::vector<LaidFan> laid_fans_;  // by fan
  std::vector<StandingTrunk> standing_trunks_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> kinds_used_;  // of them, by rule
  std::uint32_t phase_ = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> old_trunks_;  // by phase, those that it used
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Side>, std::map<std::uint32_t, int>>
      planned_;  // by rule, racks and route: links of each phase
  std::map<std::pair<std::string, std::string>, int> trunks_;
};

}  // namespace

void lay_cables(CablingRequest& request, Plan& plan, diag::Findings& findings) { Layer(request, plan, findings).lay(); }

}  // namespace ferrule::synth
