#include "api/design_laying.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "api/design_trunks.h"
#include "api/panel_count.h"
#include "synth/codes.h"
#include "synth/growth.h"
#include "synth/placing.h"
#include "synth/stages.h"
#include "synth/unneeded_trunks.h"

namespace ferrule::api {
namespace {

using RackUnits = std::vector<int>;  // of each rack

synth::TakenNames taken_names(const DesignReport& report) {
  synth::TakenNames taken;
  const plant::Plant& own = report.loaded->plant;
  for (const plant::Node& node : own.nodes) taken.nodes.insert(node.name);
  for (std::uint32_t asset = 0; asset < own.asset_count(); ++asset) taken.cables.insert(own.asset_spelled(asset));
  for (std::uint32_t link = 0; link < own.link_count(); ++link) taken.links.emplace(own.link_name(link));
  for (const plant::PartType& type : own.types) taken.parts.insert(type.name);
  if (report.standing == nullptr) return taken;
  const synth::Standing& standing = report.standing->standing;
  taken.nodes.insert(standing.nodes.begin(), standing.nodes.end());
  taken.cables.insert(standing.cables.begin(), standing.cables.end());
  taken.links.insert(standing.links.begin(), standing.links.end());
  return taken;
}

constexpr int kMostWays = 8;
constexpr int kGentleWays = 4;           // after them a rack without room keeps all that its panels need, whatever was free in it
constexpr int kRackWithoutEnd = 10'000;  // units

class Laying {
 public:
  Laying(DesignReport& report, const LayingRequest& request)
      : report_(report),
        request_(request),
        design_(request.design),
        slack_(report.loaded->settings.policy.slack),
        before_(state()),
        kept_by_given_(report.hall.racks.size()),
        kept_by_free_(report.hall.racks.size()),
        missing_(report.hall.racks.size()) {}

  synth::PartPrice lay() {
    lay_once(nullptr);
    const bool reached = cabled_;
    if (cabled_ && missing() > 0) lay_with_room();
    // What stands is matched with the whole net: a later phase needs it as well.
    if (reached && report_.standing != nullptr) report_standing(*report_.standing, report_.net, report_.plan, lit_in_the_end());
    if (reached && request_.until != synth::kEveryPhase) synth::keep_until(request_.until, report_.net, report_.plan);
    return std::move(price_);
  }

 private:
  // Again, until nothing is missing or the ways are used up.
  void lay_with_room() {
    const PanelCount count(design_, before_.net, report_.recipes);
    State best = state();
    best.missing = missing();
    for (int way = 1; way < kMostWays && best.missing > 0 && tails_stay(); ++way) {
      if (way > 1 && !roomy_ && !any_tier_names_racks()) break;  // the same again
      const bool moves = best.places.free > 0;  // devices that may go elsewhere, before any that a tier gives a rack
      for (std::size_t rack = 0; rack < missing_.size(); ++rack) {
        if (missing_[rack] == 0) continue;
        if (way > 1 || !moves) kept_by_given_[rack] += missing_[rack];
        if (way > kGentleWays) kept_by_given_[rack] = std::max(kept_by_given_[rack], needed_[rack]);
        if (roomy_) kept_by_free_[rack] += missing_[rack];  // more than was counted
      }
      margin_ += *std::max_element(missing_.begin(), missing_.end());
      take(State(before_));
      lay_once(&count);
      if (!cabled_ || missing() >= best.missing) continue;
      best = state();
      best.missing = missing();
    }
    if (tails_stay()) take(std::move(best));  // else what is there now has taken other ports
  }

  // Trunks that stand and carry new links when the last phase ends, whichever is the last to be written.
  std::set<std::string> lit_in_the_end() {
    std::set<std::string> lit;
    const auto add = [&](const synth::Plan& plan) {
      for (const auto& [trunk, links] : plan.lit_trunks) lit.insert(trunk);
    };
    add(report_.plan);
    if (request_.until == synth::kEveryPhase) return lit;
    const PricedDesign priced = priced_design(report_, request_);
    const DesignPrices prices(priced);
    synth::CablingRequest whole = cabling_request(prices);
    whole.until = synth::kEveryPhase;
    synth::Plan plan;
    plan.parts = before_.plan.parts;
    plan.parts_standing = before_.plan.parts_standing;
    plan.stands = report_.plan.stands;
    const std::vector<synth::HallRack> racks = report_.hall.racks;
    diag::Findings none;
    synth::lay_cables(whole, plan, none);
    report_.hall.racks = racks;
    add(plan);
    return lit;
  }

  struct State {  // what laying changes of the report
    diag::Findings findings;
    synth::Net net;
    synth::Hall hall;
    synth::Plan plan;
    PlacesReport places;
    synth::Standing standing;  // of a plan that is revised, as is what of it stays and what is gone
    std::vector<synth::KeptLink> kept;
    std::vector<bool> gone;
    int missing = 0;
  };
  State state() const {
    State out{report_.findings, report_.net, report_.hall, report_.plan, report_.places, {}, {}, {}, 0};
    if (!revises()) return out;
    out.standing = report_.standing->standing;
    out.kept = report_.standing->kept;
    out.gone = report_.standing->gone;
    return out;
  }
  void take(State from) {
    report_.findings = std::move(from.findings);
    report_.net = std::move(from.net);
    report_.hall = std::move(from.hall);
    report_.plan = std::move(from.plan);
    report_.places = std::move(from.places);
    if (!revises()) return;
    report_.standing->standing = std::move(from.standing);
    report_.standing->kept = std::move(from.kept);
    report_.standing->gone = std::move(from.gone);
  }
  bool revises() const { return report_.standing != nullptr && report_.standing->standing.revise; }

  int missing() const { return std::accumulate(missing_.begin(), missing_.end(), 0); }

  // `count`: devices are moved so that panels find room.
  void lay_once(const PanelCount* count) {
    cabled_ = false;
    if (!stand_given() || !find_racks(count)) return;
    synth::place_free(design_.fabric, report_.net, report_.hall, report_.places.racks, report_.plan.stands, report_.findings);
    if (failed(report_)) return;
    synth::hold_racks(design_.fabric, report_.hall, report_.plan.stands, report_.net, report_.findings);
    if (failed(report_)) return;
    if (report_.standing != nullptr) {
      const std::size_t tails = report_.standing->standing.tails.size();
      leave_short_tails(*report_.standing, design_, report_.plan.stands, slack_, report_.hall, report_.net, report_.findings);
      tails_left_ = tails_left_ || report_.standing->standing.tails.size() != tails;
    }
    if (failed(report_)) return;
    cable();
  }
  bool tails_stay() const { return !tails_left_; }

  // Units that panels lacked are kept at the top of the racks, where they hang.
  bool stand_given() {
    std::vector<int> units;
    for (std::size_t rack = 0; rack < kept_by_given_.size(); ++rack) {
      synth::HallRack& of = report_.hall.racks[rack];
      units.push_back(of.units);
      if (kept_by_given_[rack] == 0) continue;
      const int all = of.units > 0 ? of.units : synth::Hall::kUnitsAssumed;
      of.units = std::max(1, all - kept_by_given_[rack]);
    }
    report_.plan.stands =
        synth::place_given(design_.fabric, report_.net, report_.hall, report_.findings,
                           report_.standing != nullptr ? report_.standing->stands : std::vector<std::optional<synth::Stand>>());
    for (std::size_t rack = 0; rack < units.size(); ++rack) report_.hall.racks[rack].units = units[rack];
    return !failed(report_);
  }

  bool any_tier_names_racks() const {
    const auto& tiers = design_.fabric.tiers;
    return std::any_of(tiers.begin(), tiers.end(), [](const synth::Tier& tier) { return !tier.racks.empty(); });
  }

  bool find_racks(const PanelCount* count) {
    const PricedDesign priced = priced_design(report_, request_);
    const DesignPrices prices(priced);
    if (!places_ || kept_by_given_ != given_of_places_) {
      report_.places = find_places(design_, report_.net, report_.hall, report_.plan.stands, prices.links(), report_.findings);
      if (failed(report_)) return false;
      places_ = report_.places;
      given_of_places_ = kept_by_given_;
    }
    report_.places = *places_;
    roomy_ = false;
    if (count == nullptr || report_.places.free == 0) return true;
    const auto moved = with_panel_room(report_.places, design_, report_.net, report_.hall, report_.plan.stands, prices.links(),
                                       {*count, margin_, kept_by_free_});
    if (moved) report_.places = *moved;
    roomy_ = moved.has_value();
    return true;  // without such places the next way learns from what these lack
  }

  void cable() {
    const PricedDesign priced = priced_design(report_, request_);
    const DesignPrices prices(priced);
    synth::CablingRequest request = cabling_request(prices);
    if (report_.standing == nullptr) choose_trunk_sizes(request, report_.plan, request_.number_cost);
    const synth::Plan uncabled = report_.plan;
    std::vector<synth::HallRack> racks = report_.hall.racks;
    const diag::Findings found = report_.findings;
    synth::lay_cables(request, report_.plan, report_.findings);
    std::set<std::string> unneeded;
    while (revises() && !(unneeded = synth::unneeded_trunks(request, report_.plan)).empty()) {
      report_.plan = uncabled;
      report_.hall.racks = racks;
      report_.findings = found;
      leave_out(*report_.standing, unneeded, *report_.loaded, design_, report_.hall, report_.net, report_.findings);
      request.kept = report_.standing->kept;
      request.taken = taken_names(report_);
      racks = report_.hall.racks;
      synth::lay_cables(request, report_.plan, report_.findings);
    }
    std::fill(missing_.begin(), missing_.end(), 0);
    if (a_rack_is_full()) count_missing(request, uncabled, racks);
    price_ = prices.of_part();
    cabled_ = true;
  }

  synth::CablingRequest cabling_request(const DesignPrices& prices) {
    const check::OrderPolicy& ordering = report_.loaded->settings.policy.ordering;
    std::vector<synth::Recipe> recipes;
    for (const RecipeReport& found : report_.recipes) recipes.push_back(found.recipe);
    synth::CablingRequest request{design_.fabric,     report_.net,         report_.hall, design_.wishes,
                                  std::move(recipes), orders_of(ordering), slack_,       prices.of_part()};
    request.until = request_.until;
    if (report_.standing != nullptr) {
      request.standing = &report_.standing->standing;
      request.kept = report_.standing->kept;
    }
    request.taken = taken_names(report_);
    return request;
  }

  bool a_rack_is_full() const {
    const auto& all = report_.findings.all();
    return std::any_of(all.begin(), all.end(),
                       [](const diag::Finding& finding) { return finding.code == synth::kDoesNotFitRack.code; });
  }

  // The same in racks without end tells what each would need.
  void count_missing(synth::CablingRequest& request, synth::Plan plan, std::vector<synth::HallRack> racks) {
    std::swap(report_.hall.racks, racks);  // `racks`: as they are when all that fits hangs
    RackUnits free;
    for (std::uint32_t rack = 0; rack < missing_.size(); ++rack) {
      free.push_back(report_.hall.free_units(rack));
      report_.hall.racks[rack].units = kRackWithoutEnd;
    }
    diag::Findings none;
    synth::lay_cables(request, plan, none);
    std::swap(report_.hall.racks, racks);
    needed_.assign(missing_.size(), 0);
    for (const synth::PlanPanel& panel : plan.panels) needed_[panel.stand.rack] += !panel.stands && (!panel.kept || panel.moved);
    for (std::size_t rack = 0; rack < missing_.size(); ++rack) missing_[rack] = std::max(0, needed_[rack] - free[rack]);
  }

  DesignReport& report_;
  const LayingRequest& request_;
  const lang::Design& design_;
  const Length slack_;
  const State before_;
  RackUnits kept_by_given_, kept_by_free_;
  int margin_ = 0;                      // of every rack, where all have room so
  RackUnits missing_, needed_;          // for panels, when cables were laid last
  std::optional<PlacesReport> places_;  // before devices are moved for panels
  RackUnits given_of_places_;
  bool cabled_ = false, tails_left_ = false;
  bool roomy_ = false;  // by the count of panels, which laying them may prove wrong
  synth::PartPrice price_;
};

}  // namespace

namespace {

// A piece at either end of each link, and of each spare or growing leg, of which every pair of racks may round one up.
std::int64_t most_pieces(const lang::Design& design, const synth::Net& net) {
  std::int64_t percent = 0;
  for (const synth::CablingWish& wish : design.wishes)
    percent = std::max<std::int64_t>(percent, wish.spare_percent + wish.growth_percent);
  const auto links = static_cast<std::int64_t>(net.links.size());
  const std::int64_t more = percent > 0 ? links * percent / 100 + links : 0;
  return std::max<std::int64_t>(1, 2 * (links + more));
}

}  // namespace

PricedDesign priced_design(DesignReport& report, const LayingRequest& request) {
  const check::Policy& policy = report.loaded->settings.policy;
  const std::int64_t most = most_pieces(request.design, report.net);
  return {request.design,
          report.recipes,
          report.hall,
          policy.ordering,
          policy.slack,
          request.options.prices,
          request.data,
          request.options.pieces.value_or(most),
          most};
}

synth::PartPrice lay_out(DesignReport& report, const LayingRequest& request) { return Laying(report, request).lay(); }

}  // namespace ferrule::api
