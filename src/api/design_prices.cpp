#include "api/design_prices.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "lang/plan_text.h"
#include "synth/lengths.h"
#include "synth/part_names.h"

namespace ferrule::api {
namespace {

using synth::CableKind;
using synth::CablingWish;
using synth::Hall;
using synth::Plan;
using synth::PlanCable;
using synth::Recipe;

// No cable of the hall is longer: across all of it and back, up and down.
Length longest_in(const Hall& hall) {
  std::int64_t left = 0, right = 0, low = 0, high = 0, climb = 0;
  bool first = true;
  const auto take = [&](const synth::Point& at) {
    left = first ? at.x : std::min(left, at.x), right = first ? at.x : std::max(right, at.x);
    low = first ? at.y : std::min(low, at.y), high = first ? at.y : std::max(high, at.y);
    first = false;
  };
  for (const synth::HallRack& rack : hall.racks)
    if (rack.placed) take(rack.at);
  for (const synth::TrayRun& tray : hall.trays) take(tray.from), take(tray.to), climb = std::max(climb, tray.height);
  constexpr std::int64_t kUpAndDown = 10'000;
  return {2 * (right - left + high - low) + 2 * climb + kUpAndDown};
}

// Lengths that a cable may be ordered in up to `longest`; where any is sold, steps of half a metre, or few enough of more.
std::vector<Length> lengths_up_to(const synth::OrderLengthOf& order, CableKind kind, Length longest) {
  constexpr std::int64_t kMost = 400, kStep = 500;
  const std::int64_t step = std::max(kStep, (longest.millimetre / kMost + kStep - 1) / kStep * kStep);
  std::set<Length> out;
  for (Length needed{1}; needed <= longest + Length{step};) {
    const std::optional<Length> sold = order(needed, kind);
    if (!sold) break;
    const bool any = *sold == needed;
    const Length here = any ? Length{(needed.millimetre + step - 1) / step * step} : *sold;
    out.insert(here);
    needed = here + Length{1};
  }
  return {out.begin(), out.end()};
}

// Parts that a design may take, under the names that they get.
class SheetParts {
 public:
  SheetParts(const PricedDesign& of, std::vector<synth::PlanPart> named) : of_(of), parts_(std::move(named)) {
    const Length longest = longest_in(of.hall);
    const synth::OrderLengthOf order = orders_of(of.ordering);
    cords_ = lengths_up_to(order, CableKind::kCord, longest);
    trunks_ = lengths_up_to(order, CableKind::kTrunk, longest);
    harnesses_ = lengths_up_to(order, CableKind::kHarness, longest);
  }

  void also(const Plan& plan) {
    for (const PlanCable& cable : plan.cables)
      if (cable.ordered) further_[cable.part].insert(*cable.ordered);
  }

  std::vector<SheetPart> take() {
    synth::PartNames names(parts_, {});
    for (std::size_t i = 0; i < of_.recipes.size(); ++i) add(of_.recipes[i].recipe, of_.design.wishes[i], names);
    std::vector<SheetPart> out;
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
      SheetPart part{parts_[i].name, parts_[i].description, {}, slots_.contains(i)};
      const auto lengths = lengths_.find(i);
      const bool asked = lengths != lengths_.end() || further_.contains(i) || panels_.contains(i);
      if (!asked) continue;  // what stands, and is not bought
      std::set<Length> all(further_[i]);
      if (lengths != lengths_.end()) all.insert(lengths->second->begin(), lengths->second->end());
      part.lengths.assign(all.begin(), all.end());
      out.push_back(std::move(part));
    }
    return out;
  }

 private:
  void add(const Recipe& recipe, const CablingWish& wish, synth::PartNames& names) {
    if (recipe.copper) return;
    for (const std::string* cord : {&recipe.cord_a, &recipe.cord_b})
      if (!cord->empty()) lengths_[names.cord(*cord)] = &cords_;
    if (!recipe.harness.empty()) lengths_[names.harness(recipe.harness)] = &harnesses_;
    if (!recipe.in_rack.empty())
      lengths_[recipe.breaks_out() ? names.harness(recipe.in_rack) : names.cord(recipe.in_rack)] =
          recipe.breaks_out() ? &harnesses_ : &cords_;
    if (!recipe.through_panels()) return;
    for (const int size : synth::trunk_places(recipe, wish)) lengths_[names.trunk(recipe, size)] = &trunks_;
    const std::uint32_t near = names.panel(recipe, wish.panel_ports), far = names.far_panel(recipe, wish.panel_ports);
    panels_.insert({near, far});
    if (recipe.cassettes) slots_.insert(near);
    if (recipe.cassettes || !recipe.far_panel.empty()) slots_.insert(far);
  }

  const PricedDesign& of_;
  std::vector<synth::PlanPart> parts_;
  std::vector<Length> cords_, trunks_, harnesses_;
  std::map<std::uint32_t, const std::vector<Length>*> lengths_;
  std::map<std::uint32_t, std::set<Length>> further_;
  std::set<std::uint32_t> panels_, slots_;
};

facts::PriceSegment segment(Length upto, std::int64_t hundredths) {
  constexpr std::int64_t kPerHundredth = 100, kOnce = 10'000;
  facts::PriceSegment out;
  out.upto = upto;
  out.fixed = hundredths * kPerHundredth;
  out.factor = kOnce;
  return out;
}

}  // namespace

synth::OrderLengthOf orders_of(const check::OrderPolicy& ordering) {
  return [&ordering](Length needed, synth::CableKind kind) -> std::optional<Length> {
    const auto sold = ordering.stock_lengths.find(kind == synth::CableKind::kTrunk     ? std::string_view("trunk")
                                                  : kind == synth::CableKind::kHarness ? std::string_view("breakout")
                                                                                       : std::string_view("cord"));
    return sold == ordering.stock_lengths.end() ? needed : sold->second.holding(needed);
  };
}

std::vector<SheetPart> parts_to_price(const PricedDesign& of, const Plan& plan) {
  SheetParts parts(of, plan.parts);
  parts.also(plan);
  return parts.take();
}

std::map<std::string, std::string, std::less<>> given_parts(const PricedDesign& of) {
  std::map<std::string, std::string, std::less<>> files;
  for (std::size_t i = 0; i < of.design.given.size(); ++i)
    if (!of.design.given[i].parts.empty()) files.emplace(lang::given_name(i), "ferrule: 1\n" + of.design.given[i].parts);
  return files;
}

Length least_within_rack(const PricedDesign& of, CableKind kind) {
  const Length needed = synth::rounded_up(Length{Hall::kInRack} + of.slack);
  return orders_of(of.ordering)(needed, kind).value_or(needed);
}

DesignPrices::DesignPrices(const PricedDesign& of) : of_(of) {
  if (of.prices.empty()) return;
  sheet_ = std::make_shared<PriceSheet>(parts_to_price(of, {}), given_parts(of), of.prices, of.data, of.pieces);
}

synth::PartPrice DesignPrices::of_part() const {
  if (sheet_ == nullptr) return {};
  return [sheet = sheet_](const std::string& description, Length length) { return sheet->of(description, length); };
}

namespace {

// One link of a rule by the way between its racks, never above what it costs in any plan. What several links share counts as if all of
// them were there.
class LeastLink {
 public:
  LeastLink(const PricedDesign& of, std::size_t rule, const PriceSheet& sheet)
      : of_(of), recipe_(of.recipes[rule].recipe), wish_(of.design.wishes[rule]), sheet_(sheet), order_(orders_of(of.ordering)) {}

  // Nothing: some part has no price.
  std::optional<place::CablePrice> price() const {
    if (recipe_.copper) return place::CablePrice({segment(Length{std::numeric_limits<std::int32_t>::max()}, 0)});
    std::vector<facts::PriceSegment> out;
    const std::optional<std::int64_t> inside = in_one_rack();
    if (!inside) return std::nullopt;
    out.push_back(segment(Length{Hall::kInRack}, *inside));
    const CableKind kind = recipe_.through_panels() ? CableKind::kTrunk
                           : recipe_.breaks_out()   ? CableKind::kHarness
                                                    : CableKind::kCord;
    for (const Length length : lengths_up_to(order_, kind, longest_in(of_.hall))) {
      const std::optional<std::int64_t> each = recipe_.through_panels() ? over_panels(length) : direct(length);
      if (!each) return std::nullopt;
      const Length way{length.millimetre - of_.slack.millimetre};
      if (way.millimetre > Hall::kInRack) out.push_back(segment(way, *each));
    }
    return place::CablePrice(std::move(out));
  }

 private:
  // Nothing where there is no such part: it costs nothing.
  std::optional<std::int64_t> least(const std::string& part, Length from) const {
    return part.empty() ? std::optional<std::int64_t>(0) : sheet_.least(part, from);
  }

  std::int64_t links_of_receptacle() const { return recipe_.breaks_out() ? std::max(recipe_.legs, 1) : 1; }

  std::optional<std::int64_t> shared(std::optional<std::int64_t> cost) const {
    return cost ? std::optional(*cost / links_of_receptacle()) : std::nullopt;
  }

  std::optional<std::int64_t> direct(Length length) const {
    const std::string& part = recipe_.breaks_out() ? recipe_.harness : recipe_.cord_a;
    return shared(sheet_.least(part, std::max(length, recipe_.shortest)));
  }

  std::optional<std::int64_t> in_one_rack() const {
    const Length within = least_within_rack(of_, recipe_.breaks_out() ? CableKind::kHarness : CableKind::kCord);
    return recipe_.through_panels() ? shared(sheet_.least(recipe_.in_rack, within)) : direct(within);
  }

  // All that one leg of a trunk needs, its share of the trunk among it.
  std::optional<std::int64_t> over_panels(Length trunk_length) const {
    std::optional<double> of_leg;
    for (const int size : synth::trunk_places(recipe_, wish_)) {
      const std::optional<std::int64_t> trunk = sheet_.least(synth::trunk_of(recipe_, size), trunk_length);
      if (!trunk) continue;  // nobody sells it
      const double each = static_cast<double>(*trunk + wish_.trunk_cost) / size;
      of_leg = std::min(of_leg.value_or(each), each);
    }
    const auto price = [this](const std::string& description, Length length) { return sheet_.of(description, length); };
    const std::optional<std::int64_t> panels = synth::panel_cost(recipe_, wish_.panel_ports, 1, 1, price), ends = at_both_ends();
    if (!of_leg || !panels || !ends) return std::nullopt;
    const std::int64_t links = recipe_.breaks_out() ? links_of_receptacle() : recipe_.links_of_leg;
    return static_cast<std::int64_t>((*of_leg + static_cast<double>(*panels + *ends)) / static_cast<double>(links));
  }

  // Cords and harnesses of a leg, each in its rack.
  std::optional<std::int64_t> at_both_ends() const {
    const Length cord = least_within_rack(of_), tails = least_within_rack(of_, CableKind::kHarness);
    const std::optional<std::int64_t> a = least(recipe_.cord_a, cord), b = least(recipe_.cord_b, cord);
    const std::optional<std::int64_t> harness = least(recipe_.through_panels() ? recipe_.harness : std::string(), tails);
    if (!a || !b || !harness) return std::nullopt;
    return recipe_.breaks_out() ? *a + *b * links_of_receptacle() + *harness : (*a + *b) * recipe_.links_of_leg;
  }

  const PricedDesign& of_;
  const Recipe& recipe_;
  const CablingWish& wish_;
  const PriceSheet& sheet_;
  synth::OrderLengthOf order_;
};

}  // namespace

std::optional<place::PriceBook> DesignPrices::links() const {
  if (sheet_ == nullptr) return std::nullopt;
  place::PriceBook book{"prices", sheet_->currency(), {}, {}};
  for (std::size_t rule = 0; rule < of_.recipes.size(); ++rule) {
    std::optional<place::CablePrice> price = LeastLink(of_, rule, *sheet_).price();
    if (!price) return std::nullopt;
    book.cables.push_back(of_.design.fabric.rules[rule].name);
    book.prices.push_back(std::move(*price));
  }
  return book;
}

}  // namespace ferrule::api
