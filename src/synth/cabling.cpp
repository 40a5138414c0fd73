#include "synth/cabling.h"

#include <algorithm>
#include <map>
#include <set>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"
#include "synth/panels.h"
#include "synth/part_names.h"
#include "synth/trunks.h"

namespace ferrule::synth {
namespace {

class Layer {
 public:
  Layer(CablingRequest& request, Plan& plan, diag::Findings& findings)
      : request_(request), plan_(plan), findings_(findings), parts_(plan.parts), panels_(request.hall, plan, findings) {}

  void lay() {
    name_links();
    std::vector<std::vector<std::uint32_t>> links(request_.fabric.rules.size());
    for (std::uint32_t i = 0; i < request_.net.links.size(); ++i) links[request_.net.links[i].rule].push_back(i);
    for (std::uint32_t rule = 0; rule < links.size(); ++rule) lay_rule(rule, links[rule]);
    say_what_was_not_found();
  }

 private:
  const Device& device(std::uint32_t d) const { return request_.net.devices[d]; }
  std::string end_of(const NetPort& port) const {
    const Device& of = device(port.device);
    return of.name + "/" + port_name(request_.fabric.tiers[of.tier], port.receptacle);
  }

  // "leaf1-1--spine01-2": the second of several between the two.
  void name_links() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<int, int>>
        parallel;  // of a pair: how many, and how many were named
    for (const NetLink& link : request_.net.links) ++parallel[{link.a.device, link.b.device}].first;
    for (const NetLink& link : request_.net.links) {
      auto& [all, named] = parallel[{link.a.device, link.b.device}];
      std::string id = device(link.a.device).name + "--" + device(link.b.device).name;
      if (all > 1) id += "-" + std::to_string(++named);
      plan_.links.push_back({std::move(id), end_of(link.a), end_of(link.b), link.rule, !request_.recipes[link.rule].copper});
    }
  }

  void lay_rule(std::uint32_t rule, const std::vector<std::uint32_t>& links) {
    if (request_.recipes[rule].copper) return;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> bundles;  // by racks of both ends
    for (const std::uint32_t i : links) {
      const auto &a = plan_.stands[request_.net.links[i].a.device], &b = plan_.stands[request_.net.links[i].b.device];
      if (request_.wishes[rule].cabling == Cabling::kStructured && a && b && a->rack != b->rack)
        bundles[{a->rack, b->rack}].push_back(i);
      else
        lay_cord(rule, i);
    }
    for (const auto& [racks, of] : bundles) lay_bundle(rule, racks.first, racks.second, of);
  }

  void lay_cord(std::uint32_t rule, std::uint32_t i) {
    const NetLink& link = request_.net.links[i];
    const Recipe& recipe = request_.recipes[rule];
    const std::string& cord = recipe.trunk.empty() ? recipe.cord_a : recipe.in_rack;
    PlanCable cable{plan_.links[i].id, plan_.links[i].a, plan_.links[i].b, parts_.cord(cord), {}, {}, {}, rule};
    const auto &a = plan_.stands[link.a.device], &b = plan_.stands[link.b.device];
    measure(cable, a, b, recipe.shortest);
    plan_.cables.push_back(std::move(cable));
  }

  void lay_bundle(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b, const std::vector<std::uint32_t>& links) {
    const Recipe& recipe = request_.recipes[rule];
    const CablingWish& wish = request_.wishes[rule];
    const int per_leg = recipe.links_of_leg;
    int legs = (static_cast<int>(links.size()) + per_leg - 1) / per_leg;
    legs += (legs * wish.spare_percent + 99) / 100;
    std::size_t next = 0;
    const std::vector<int>& trunks = trunks_for(rule, legs);
    if (trunks.empty()) return say_no_trunk(rule);
    for (const int size : trunks) {
      const std::optional<PanelPlaces> a =
          panels_.take(rack_a, parts_.panel(recipe, wish.panel_ports), recipe.cassettes, wish.panel_ports, size, wish.place);
      const std::optional<PanelPlaces> b =
          panels_.take(rack_b, parts_.panel(recipe, wish.panel_ports), recipe.cassettes, wish.panel_ports, size, wish.place);
      if (!a || !b) return;
      const std::size_t carried = std::min(links.size() - next, static_cast<std::size_t>(size * per_leg));
      add_trunk(rule, *a, *b, size,
                static_cast<int>((carried + static_cast<std::size_t>(per_leg) - 1) / static_cast<std::size_t>(per_leg)));
      for (std::size_t k = 0; k < carried; ++k) add_patch(rule, links[next + k], *a, *b, static_cast<int>(k));
      next += carried;
    }
  }

  const std::vector<int>& trunks_for(std::uint32_t rule, int legs) {
    const auto [at, fresh] = sizes_.try_emplace({rule, legs});
    if (fresh) at->second = choose_trunks(legs, request_.wishes[rule].trunk_legs, request_.wishes[rule].panel_ports);
    return at->second;
  }

  void say_no_trunk(std::uint32_t rule) {
    if (!without_trunks_.insert(rule).second) return;
    const CablingWish& wish = request_.wishes[rule];
    say(findings_, kNoPartFits, wish.place,
        fmt::format("no trunk of {} may be bought that a panel of {} holds", request_.fabric.rules[rule].name,
                    counted(static_cast<std::uint64_t>(wish.panel_ports), "port")))
        .help("smaller `trunks`, or more `panel_ports`");
  }

  void add_trunk(std::uint32_t rule, const PanelPlaces& a, const PanelPlaces& b, int size, int used) {
    const Recipe& recipe = request_.recipes[rule];
    const std::string &from = request_.hall.racks[plan_.panels[a.panel].stand.rack].name,
                      &to = request_.hall.racks[plan_.panels[b.panel].stand.rack].name;
    PlanCable trunk{fmt::format("T-{}-{}-{}", from, to, ++trunks_[{from, to}]),
                    panels_.rear(a, size),
                    panels_.rear(b, size),
                    parts_.trunk(recipe, size),
                    {},
                    {},
                    {},
                    rule,
                    true,
                    size,
                    used};
    measure(trunk, plan_.panels[a.panel].stand, plan_.panels[b.panel].stand);
    plan_.cables.push_back(std::move(trunk));
  }

  void add_patch(std::uint32_t rule, std::uint32_t i, const PanelPlaces& a, const PanelPlaces& b, int k) {
    const NetLink& link = request_.net.links[i];
    const Recipe& recipe = request_.recipes[rule];
    const auto patch = [&](const char* side, const NetPort& port, const std::string& end, const PanelPlaces& places,
                           const std::string& cord) {
      PlanCable cable{
          plan_.links[i].id + side, end, panels_.front(places, k, recipe.links_of_leg), parts_.cord(cord), {}, {}, {}, rule};
      measure(cable, plan_.stands[port.device], plan_.panels[places.panel].stand);
      plan_.cables.push_back(std::move(cable));
    };
    patch("-a", link.a, plan_.links[i].a, a, recipe.cord_a);
    patch("-b", link.b, plan_.links[i].b, b, recipe.cord_b);
  }

  // `least`: of a cord that is a whole channel, what its optics ask.
  void measure(PlanCable& cable, const std::optional<Stand>& a, const std::optional<Stand>& b, Length least = {}) {
    const CablingWish& wish = request_.wishes[cable.rule];
    if (a && b) {
      Way way = request_.hall.way(*a, *b);
      if (way.known) {
        cable.needed = way.length + request_.slack;
        cable.trays = std::move(way.trays);
      } else if (request_.hall.racks[a->rack].placed && request_.hall.racks[b->rack].placed && unconnected_.empty()) {
        unconnected_ = fmt::format("{} and {}", request_.hall.racks[a->rack].name, request_.hall.racks[b->rack].name);
        unconnected_at_ = request_.hall.racks[a->rack].place;
      }
    }
    if (!cable.needed && wish.length && !cable.trunk) cable.needed = wish.length;
    if (!cable.needed) return;
    cable.needed = std::max(*cable.needed, least);
    // A drawing of a hall is not true to the millimetre.
    cable.needed = Length{(cable.needed->millimetre + kRounding - 1) / kRounding * kRounding};
    cable.ordered = request_.order(*cable.needed, cable.trunk);
    if (cable.ordered) return;
    ++too_long_;
    if (!longest_ || *cable.needed > *longest_->needed) longest_ = cable;
  }

  static constexpr std::int64_t kRounding = 100;

  void say_what_was_not_found() {
    if (!unconnected_.empty())
      say(findings_, kTraysDoNotConnect, unconnected_at_, "no trays lead from one to the other of the racks " + unconnected_)
          .help("trays connect where they cross or end on each other; `from` and `to` say where they run");
    if (longest_)
      say(findings_, kLongerThanStock, request_.wishes[longest_->rule].place,
          fmt::format("{} needs {}, and none is sold that long", longest_->id, spell(*longest_->needed)))
          .note(fmt::format("of {} cables that are too long it is the longest", too_long_))
          .help("a longer length under `policy: stock_lengths`, a trunk between panels, or racks that stand closer");
  }

  CablingRequest& request_;
  Plan& plan_;
  diag::Findings& findings_;
  PartNames parts_;
  Panels panels_;
  std::map<std::pair<std::uint32_t, int>, std::vector<int>> sizes_;  // by rule and legs: most pairs of racks are alike
  std::map<std::pair<std::string, std::string>, int> trunks_;
  std::set<std::uint32_t> without_trunks_;  // rules
  std::string unconnected_;
  diag::Place unconnected_at_;
  std::optional<PlanCable> longest_;
  int too_long_ = 0;
};

}  // namespace

void lay_cables(CablingRequest& request, Plan& plan, diag::Findings& findings) { Layer(request, plan, findings).lay(); }

}  // namespace ferrule::synth
