#include "api/plan_cost.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <fmt/format.h>

#include "place/solve.h"
#include "synth/fans.h"
#include "synth/laid_trunks.h"
#include "synth/lengths.h"
#include "synth/part_names.h"
#include "synth/trunks.h"

namespace ferrule::api {
namespace {

using synth::CableKind;
using synth::CablingWish;
using synth::Plan;
using synth::PlanCable;
using synth::PlanPanel;
using synth::Recipe;

// Legs between two racks, and what they may be bought in.
struct LegsBetween {
  std::size_t rule = 0;         // one whose parts they are
  std::uint32_t head = 0;       // of a breakout, the rack of its heads
  int links = 0;                // of breakouts, receptacles
  int spare_percent = 0;        // the least that one of its rules asks
  std::int64_t trunk_cost = 0;  // the same
  synth::Side side = synth::Side::kAny;
  std::set<int> sizes;
};

// What is paid for each piece of a plan.
class Paid {
 public:
  explicit Paid(const PriceSheet& sheet) : sheet_(&sheet) {}
  explicit Paid(const Bom& bill) {
    for (const BomArticle& article : bill.articles)
      if (article.price) articles_[{article.part, article.ordered.value_or(Length{})}] = &article;
  }

  std::optional<std::int64_t> each(const synth::PlanPart& part, Length ordered) const {
    if (sheet_ != nullptr) return sheet_->of(part.key(), ordered);
    const auto at = articles_.find({part.name, ordered});
    return at == articles_.end() ? std::nullopt : std::optional(at->second->price->each.hundredths);
  }

  // For pieces of a part that nobody needs, up to least orders.
  std::int64_t beyond_need(const std::string& part) const {
    std::int64_t sum = 0;
    for (auto at = articles_.lower_bound({part, Length{}}); at != articles_.end() && at->first.first == part; ++at)
      sum += at->second->price->each.hundredths * at->second->more;
    return sum;
  }

 private:
  const PriceSheet* sheet_ = nullptr;
  std::map<std::pair<std::string, Length>, const BomArticle*> articles_;
};

class Accountant {
 public:
  // `bill`: of the plan; null: as if so many pieces were bought as `of` says.
  Accountant(const PricedDesign& of, const Plan& plan, const synth::Net& net, const Bom* bill)
      : of_(of), plan_(plan), net_(net), order_(orders_of(of.ordering)) {
    const std::vector<SheetPart> parts = parts_to_price(of, plan);
    const auto given = given_parts(of);
    sheet_ = PriceSheet(parts, given, of.prices, of.data, of.most_pieces);
    if (bill == nullptr && of.pieces != of.most_pieces) paid_sheet_ = PriceSheet(parts, given, of.prices, of.data, of.pieces);
    if (bill != nullptr)
      paid_ = Paid(*bill);
    else
      paid_ = Paid(of.pieces == of.most_pieces ? sheet_ : paid_sheet_);
  }

  PlanCost account() {
    PlanCost out;
    out.currency = sheet_.currency();
    out.generic = sheet_.generic();
    out.by_quantity = sheet_.by_quantity();
    count_pieces();
    add_beyond_need();
    bound_trunks_and_panels();
    if (!missing_.empty()) {
      out.why_none = missing_ + " has no price";
      return out;
    }
    CostStage all{"cabling", 0, 0};
    for (CostStage* stage : {&trunks_, &panels_, &cords_}) {
      all.cost += stage->cost;
      all.least += stage->least;
      if (stage->cost > 0) out.stages.push_back(*stage);
    }
    out.all = all;
    return out;
  }

 private:
  std::int64_t must(std::optional<std::int64_t> price, const std::string& part) {
    if (!price && missing_.empty()) missing_ = part;
    return price.value_or(0);
  }

  void count_pieces() {
    for (const PlanCable& cable : plan_.cables) {
      const synth::PlanPart& part = plan_.parts[cable.part];
      if (!cable.ordered) {
        if (missing_.empty()) missing_ = part.name + ", of unknown length,";
        continue;
      }
      const std::int64_t price = must(paid_->each(part, *cable.ordered), part.name);
      const Recipe& recipe = of_.recipes[cable.rule].recipe;
      const std::int64_t laying = cable.trunk ? of_.design.wishes[cable.rule].trunk_cost : 0;
      if (laying > 0) trunks_.what = "trunks, laid";
      (cable.trunk ? trunks_ : cords_).cost += price + laying;
      const CableKind kind = cable.is_harness() ? CableKind::kHarness : CableKind::kCord;
      if (!cable.trunk)
        cords_.least +=
            sheet_.least(part.key(), recipe.through_panels() ? least_within_rack(of_, kind) : *cable.least_order).value_or(0);
    }
    for (const PlanPanel& panel : plan_.panels)
      if (!panel.stands)
        panels_.cost += must(paid_->each(plan_.parts[panel.part], {}), plan_.parts[panel.part].name) * panel.pieces();
  }

  void add_beyond_need() {
    std::map<std::string, CostStage*> stage_of;
    for (const PlanCable& cable : plan_.cables) stage_of[plan_.parts[cable.part].name] = cable.trunk ? &trunks_ : &cords_;
    for (const PlanPanel& panel : plan_.panels)
      if (!panel.stands) stage_of[plan_.parts[panel.part].name] = &panels_;
    for (const auto& [part, stage] : stage_of) stage->cost += paid_->beyond_need(part);
  }

  std::map<synth::LaidTrunks::Key, LegsBetween> legs_between_racks() const {
    std::map<synth::LaidTrunks::Key, LegsBetween> out;
    synth::Fans fans;
    std::vector<Recipe> recipes;
    for (const RecipeReport& found : of_.recipes) recipes.push_back(found.recipe);
    fans.gather(net_, recipes, plan_.links);
    for (std::uint32_t i = 0; i < plan_.links.size(); ++i) {
      const synth::NetLink& link = net_.links[i];
      const Recipe& recipe = of_.recipes[link.rule].recipe;
      const bool fan = fans.has(i);
      const auto& a = plan_.stands[fan ? synth::head_of(link).device : link.a.device];
      const auto& b = plan_.stands[fan ? synth::tail_of(link).device : link.b.device];
      if (!recipe.through_panels() || !a || !b || a->rack == b->rack || (fan && !fans.leads(i))) continue;
      const CablingWish& wish = of_.design.wishes[link.rule];
      const synth::Side side = plan_.links[i].side;
      LegsBetween& legs = out[synth::LaidTrunks::key(a->rack, b->rack, recipe, wish.panel_ports, side)];
      legs.side = side;
      legs.rule = link.rule;
      legs.head = a->rack;
      const bool first = legs.links++ == 0;
      legs.spare_percent = first ? wish.spare_percent : std::min(legs.spare_percent, wish.spare_percent);
      legs.trunk_cost = first ? wish.trunk_cost : std::min(legs.trunk_cost, wish.trunk_cost);
      for (const int size : synth::trunk_places(recipe, wish)) legs.sizes.insert(size);
    }
    return out;
  }

  // Legs that several rules share are counted once.
  void bound_trunks_and_panels() {
    std::map<std::pair<std::uint32_t, std::string>, std::pair<std::size_t, std::int64_t>>
        places;  // by rack and panel: rule, legs
    for (const auto& [key, between] : legs_between_racks()) {
      const auto& [rack_a, rack_b, parts] = key;
      const Recipe& recipe = of_.recipes[between.rule].recipe;
      const int legs = synth::legs_for(between.links, recipe.links_of_leg, between.spare_percent);
      const std::optional<Length> length = synth::order_between(of_.hall, rack_a, rack_b, of_.slack, order_, between.side);
      const std::int64_t laying = between.trunk_cost;
      const synth::TrunkCost cost = [&](int size) -> std::optional<std::int64_t> {
        const auto price = sheet_.least(synth::trunk_of(recipe, size), length.value_or(Length{}));
        return price ? std::optional(*price + laying) : std::nullopt;
      };
      const std::vector<int> sizes(between.sizes.begin(), between.sizes.end());
      const int most = sizes.empty() ? 1 : sizes.back();
      const std::vector<int> chosen = synth::cheapest_trunks(legs, sizes, most, cost);
      if (chosen.empty()) must(std::nullopt, fmt::format("a trunk of {}", of_.design.fabric.rules[between.rule].name));
      for (const int size : chosen) trunks_.least += cost(size).value_or(0);
      for (const std::uint32_t rack : {rack_a, rack_b}) {
        if (!recipe.far_panel.empty() && rack != between.head) {
          panels_.least += legs * sheet_.of(recipe.far_panel).value_or(0);
          continue;
        }
        auto& [rule, sum] = places[{rack, recipe.panel + std::to_string(of_.design.wishes[between.rule].panel_ports)}];
        rule = between.rule;
        sum += legs;
      }
    }
    for (const auto& [where, need] : places) {
      const Recipe& recipe = of_.recipes[need.first].recipe;
      const int ports = recipe.cassettes ? 1 : of_.design.wishes[need.first].panel_ports;
      const std::int64_t panels = (need.second + ports - 1) / ports;
      panels_.least +=
          panels * sheet_.of(recipe.cassettes ? recipe.panel : synth::filled(recipe.panel, "ports", ports)).value_or(0);
    }
  }

  const PricedDesign& of_;
  const Plan& plan_;
  const synth::Net& net_;
  synth::OrderLengthOf order_;
  PriceSheet sheet_, paid_sheet_;  // the least that a piece may cost; what it costs in the quantity that is told
  std::optional<Paid> paid_;
  CostStage trunks_{"trunks", 0, 0}, panels_{"panels", 0, 0}, cords_{"cords", 0, 0};
  std::string missing_;
};

}  // namespace

std::string CostStage::within() const { return place::within_least(place::Money{cost}, place::Money{least}); }

PlanCost plan_cost(const PricedDesign& of, const Plan& plan, const synth::Net& net) {
  if (of.prices.empty()) return {};
  return Accountant(of, plan, net, nullptr).account();
}

PlanCost plan_cost(const PricedDesign& of, const Plan& plan, const synth::Net& net, const Bom& bill) {
  return Accountant(of, plan, net, &bill).account();
}

}  // namespace ferrule::api
