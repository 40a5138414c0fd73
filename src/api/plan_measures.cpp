#include "api/plan_measures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::api {
namespace {

Figure known(std::uint64_t value) { return {static_cast<std::int64_t>(value), {}, {}}; }
Figure unknown(std::string why) { return {std::nullopt, std::move(why), {}}; }

Figure links(const MeasuredPlan& plan) { return known(plan.design.check.counts.links); }
Figure proven(const MeasuredPlan& plan) { return known(plan.design.check.counts.proven); }
Figure devices(const MeasuredPlan& plan) { return known(plan.design.net.devices.size()); }

Figure cords(const MeasuredPlan& plan) {
  const auto& all = plan.design.plan.cables;
  return known(static_cast<std::uint64_t>(
      std::count_if(all.begin(), all.end(), [](const synth::PlanCable& cable) { return !cable.trunk; })));
}
Figure trunks(const MeasuredPlan& plan) {
  const auto& all = plan.design.plan.cables;
  return known(static_cast<std::uint64_t>(
      std::count_if(all.begin(), all.end(), [](const synth::PlanCable& cable) { return cable.trunk; })));
}
Figure panels(const MeasuredPlan& plan) { return known(plan.design.plan.panels.size()); }
Figure cassettes(const MeasuredPlan& plan) {
  std::uint64_t sum = 0;
  for (const synth::PlanPanel& panel : plan.design.plan.panels)
    if (panel.slots > 0) sum += static_cast<std::uint64_t>(panel.pieces());
  return known(sum);
}

Figure part_numbers(const MeasuredPlan& plan) { return known(plan.bom.articles.size()); }

Figure rack_units(const MeasuredPlan& plan) {
  std::uint64_t sum = 0, nowhere = 0;
  for (const auto& stand : plan.design.plan.stands)
    if (stand)
      sum += static_cast<std::uint64_t>(stand->height);
    else
      ++nowhere;
  for (const synth::PlanPanel& panel : plan.design.plan.panels) sum += static_cast<std::uint64_t>(panel.stand.height);
  if (nowhere == plan.design.plan.stands.size()) return unknown("the project has no racks");
  Figure out = known(sum);
  if (nowhere > 0) out.note = fmt::format("{} stand in no rack", counted(nowhere, "device"));
  return out;
}
Figure panel_units(const MeasuredPlan& plan) {
  std::uint64_t sum = 0;
  for (const synth::PlanPanel& panel : plan.design.plan.panels) sum += static_cast<std::uint64_t>(panel.stand.height);
  return known(sum);
}

// Fibres of a cable from end to end: each is two of its positions.
std::uint64_t glass_in(const plant::PartType& type) {
  std::uint64_t ends = 0;
  for (const plant::FarEnd& far : type.far) ends += far.known() ? 1 : 0;
  return ends / 2;
}

std::vector<std::uint64_t> glass_by_part(const MeasuredPlan& plan) {
  std::map<std::string, std::uint64_t, std::less<>> by_name;
  for (const plant::PartType& type : plan.plant.types) by_name[type.name] = glass_in(type);
  std::vector<std::uint64_t> out;
  for (const synth::PlanPart& part : plan.design.plan.parts) {
    const auto at = by_name.find(part.name);
    out.push_back(at == by_name.end() ? 0 : at->second);
  }
  return out;
}

std::uint64_t glass_of(const MeasuredPlan& plan) {
  const std::vector<std::uint64_t> glass = glass_by_part(plan);
  std::uint64_t sum = 0;
  for (const synth::PlanCable& cable : plan.design.plan.cables) sum += glass[cable.part];
  return sum;
}
Figure fibres(const MeasuredPlan& plan) { return known(glass_of(plan)); }

// Fibres that carry light: of each link as many as its optic asks, in each cable on its way.
Figure dark_fibres(const MeasuredPlan& plan) {
  std::uint64_t lit = 0;
  for (const synth::PlanCable& cable : plan.design.plan.cables)
    lit += static_cast<std::uint64_t>(plan.design.recipes[cable.rule].fibres) * static_cast<std::uint64_t>(cable.links);
  const std::uint64_t all = glass_of(plan);
  return known(all - std::min(all, lit));
}

// Of trunks, and tails of harnesses.
Figure dark_legs(const MeasuredPlan& plan) {
  std::uint64_t sum = 0;
  for (const synth::PlanCable& cable : plan.design.plan.cables)
    sum += static_cast<std::uint64_t>(cable.trunk ? cable.legs - cable.legs_used : cable.dark_tails());
  return known(sum);
}

Figure plugs(const MeasuredPlan& plan) {
  std::uint64_t sum = 0;
  for (const BomArticle& article : plan.bom.articles)
    if (is_cable(article.kind))
      sum += static_cast<std::uint64_t>(article.connectors) * static_cast<std::uint64_t>(article.pieces);
  return known(sum);
}

Figure metres(const MeasuredPlan& plan) {
  std::int64_t sum = 0;
  std::uint64_t without = 0;
  for (const synth::PlanCable& cable : plan.design.plan.cables)
    if (cable.ordered)
      sum += cable.ordered->millimetre;
    else
      ++without;
  if (without > 0) return unknown(fmt::format("{} have no length: no hall and no wish states one", counted(without, "cable")));
  return known(static_cast<std::uint64_t>((sum + 999) / 1000));
}

// A margin is never made to look larger.
std::int64_t hundredths_down(std::int64_t microdecibel) {
  constexpr std::int64_t kHundredth = 10'000;
  const std::int64_t whole = microdecibel / kHundredth;
  return microdecibel % kHundredth < 0 ? whole - 1 : whole;
}

Figure worst_margin(const MeasuredPlan& plan) {
  std::optional<std::int64_t> least;
  std::uint64_t without = 0, all = 0;
  for (const BudgetGroup& group : plan.budget.groups) {
    all += group.links;
    if (!group.loss || !group.limit) {
      without += group.links;
      continue;
    }
    const std::int64_t margin = group.limit->microdecibel - group.loss->microdecibel;
    least = least ? std::min(*least, margin) : margin;
  }
  if (!least) return unknown("no link has both a loss and a limit");
  Figure out{hundredths_down(*least), {}, {}};
  if (without > 0) out.note = fmt::format("{} of {} have no margin that is known", with_thousands(without), counted(all, "link"));
  return out;
}

std::string not_counted(const HallBudget& hall) {
  return hall.counted == hall.links
             ? std::string()
             : fmt::format("{} of {} are counted", with_thousands(hall.counted), counted(hall.links, "link"));
}

Figure first_pass(const MeasuredPlan& plan) {
  if (!plan.budget.hall || plan.budget.hall->counted == 0)
    return unknown("no link has both a distribution of its loss and a limit");
  const double tenths = plan.budget.hall->apart.chance_of_none * 1000;
  return {static_cast<std::int64_t>(std::floor(tenths + 1e-9)), {}, not_counted(*plan.budget.hall)};
}
Figure failing(const MeasuredPlan& plan) {
  if (!plan.budget.hall || plan.budget.hall->counted == 0)
    return unknown("no link has both a distribution of its loss and a limit");
  return {static_cast<std::int64_t>(std::ceil(plan.budget.hall->apart.expected_failing * 100 - 1e-9)),
          {},
          not_counted(*plan.budget.hall)};
}

// Links that some application of the next speed runs over.
Figure carrying(const MeasuredPlan& plan, bool with_change) {
  if (plan.upgrade == nullptr) return unknown("no faster application with the plugs in use is known");
  std::uint64_t all = 0, carried = 0, undecided = 0;
  for (const check::UpgradeGroup& group : plan.upgrade->upgrade.groups) {
    if (group.permanent) continue;
    all += group.count;
    const bool can = std::any_of(group.answers.begin(), group.answers.end(), [&](const check::Answer& answer) {
      // A change that ends a split leaves one link of several.
      return answer.carries == check::Carries::kYes ||
             (with_change && answer.carries == check::Carries::kChange && !answer.takes_split);
    });
    const bool may = std::any_of(group.answers.begin(), group.answers.end(),
                                 [](const check::Answer& answer) { return answer.carries == check::Carries::kUnknown; });
    if (can)
      carried += group.count;
    else if (may)
      undecided += group.count;
  }
  if (all == 0) return unknown("no link has a fibre");
  const std::string nobody = fmt::format("of {} nobody can say: ferrule upgrade tells why", counted(undecided, "link"));
  if (carried == 0 && undecided > 0) return unknown(nobody);
  Figure out = known(carried * 100 / all);
  if (undecided > 0) out.note = "at least; " + nobody;
  return out;
}
Figure next_as_is(const MeasuredPlan& plan) { return carrying(plan, false); }
Figure next_with_change(const MeasuredPlan& plan) { return carrying(plan, true); }

Figure money(const MeasuredPlan& plan, const BomTotal& total) {
  if (!plan.bom.priced) return unknown("no prices: --prices FILE, or --prices generic");
  if (total.beyond_reason) return unknown("more than can be told exactly");
  if (total.without_price > 0)
    return unknown(
        fmt::format("{} of the bill without a price; at least {}", counted(total.without_price, "line"), spell(total.sum)));
  return {total.sum.hundredths, {}, total.generic > 0 ? "rests on orders of magnitude, ours, nobody's price" : ""};
}
Figure cost(const MeasuredPlan& plan) { return money(plan, plan.bom.total); }
Figure cost_of_optics(const MeasuredPlan& plan) {
  for (const BomTotal& total : plan.bom.by_kind)
    if (total.name == spell(BomKind::kTransceiver)) return money(plan, total);
  return plan.bom.priced ? known(0) : money(plan, plan.bom.total);
}

Figure hours(const MeasuredPlan& plan) {
  if (plan.effort == nullptr) return unknown("not asked for");
  constexpr std::int64_t kTenthOfAnHour = 6'000;  // thousandths of a minute
  Figure out{(plan.effort->labour.all + kTenthOfAnHour - 1) / kTenthOfAnHour, {}, {}};
  out.note = plan.effort->own_rates > 0 ? "by rates of which some are estimates of ours" : "by rates that are estimates of ours";
  if (plan.effort->labour.without_length > 0)
    out.note +=
        fmt::format("; pulling {} of unknown length is not counted", counted(plan.effort->labour.without_length, "cable"));
  return out;
}

Figure most_in_a_tray(const MeasuredPlan& plan) {
  if (plan.effort == nullptr || plan.effort->trays.empty()) return unknown("the project has no trays");
  std::uint64_t most = 0;
  for (const effort::TrayLoad& tray : plan.effort->trays) most = std::max(most, tray.side_by_side);
  return known(most);
}

Figure fullest_tray(const MeasuredPlan& plan) {
  if (plan.effort == nullptr || plan.effort->trays.empty()) return unknown("the project has no trays");
  std::optional<std::int64_t> most;
  bool estimated = false;
  std::uint64_t without = 0;
  for (const effort::TrayLoad& tray : plan.effort->trays) {
    if (!tray.fill()) continue;
    most = std::max(most.value_or(0), *tray.fill());
    estimated = estimated || tray.diameter_estimated;
    without += tray.without_diameter;
  }
  if (!most) return unknown("no tray states its `width` and `depth`");
  Figure out{*most, {}, estimated ? "by thicknesses of cables that are estimates of ours" : ""};
  if (without > 0)
    out.note += fmt::format("{}{} of unknown thickness not counted", out.note.empty() ? "" : "; ", counted(without, "cable"));
  return out;
}

constexpr PlanMeasure kMeasures[] = {
    {"links", "links", "", 0, Better::kNeither, links},
    {"links-proven", "links proven", "", 0, Better::kMore, proven},
    {"cost", "cost", kMoneyUnit, 2, Better::kLess, cost},
    {"cost-of-optics", "cost of optics", kMoneyUnit, 2, Better::kLess, cost_of_optics},
    {"part-numbers", "different part numbers", "", 0, Better::kLess, part_numbers},
    {"cords", "cords", "", 0, Better::kLess, cords},
    {"trunks", "trunks", "", 0, Better::kLess, trunks},
    {"panels", "panels", "", 0, Better::kLess, panels},
    {"cassettes", "cassettes", "", 0, Better::kLess, cassettes},
    {"metres", "cable", "m", 0, Better::kLess, metres},
    {"hours", "hours of work to lay it", "h", 1, Better::kLess, hours},
    {"tray-cables", "cables side by side in a tray", "", 0, Better::kLess, most_in_a_tray},
    {"tray-fill", "fullest tray", "%", 2, Better::kLess, fullest_tray},
    {"rack-units", "rack units in use", "U", 0, Better::kLess, rack_units},
    {"panel-units", "rack units of panels", "U", 0, Better::kLess, panel_units},
    {"plugs", "plugs of cables", "", 0, Better::kLess, plugs},
    {"fibres", "fibres in cables", "", 0, Better::kNeither, fibres},
    {"dark-fibres", "dark fibres", "", 0, Better::kLess, dark_fibres},
    {"dark-legs", "dark legs of trunks", "", 0, Better::kLess, dark_legs},
    {"worst-margin", "worst margin", "dB", 2, Better::kMore, worst_margin},
    {"first-pass", "chance that all pass at once", "%", 1, Better::kMore, first_pass},
    {"failing-first", "links to fail the first test", "", 2, Better::kLess, failing},
    {"next-as-is", "carry the next speed as is", "%", 0, Better::kMore, next_as_is},
    {"next-with-change", "carry it so or changed", "%", 0, Better::kMore, next_with_change},
    {"devices", "devices", "", 0, Better::kNeither, devices},
};

}  // namespace

std::string_view spell(Better better) { return better == Better::kLess ? "less" : better == Better::kMore ? "more" : "neither"; }

std::span<const PlanMeasure> plan_measures() { return kMeasures; }

std::string spell_figure(const PlanMeasure& measure, std::int64_t value) {
  std::int64_t scale = 1;
  for (int i = 0; i < measure.decimals; ++i) scale *= 10;
  const std::uint64_t amount = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  const std::uint64_t whole = amount / static_cast<std::uint64_t>(scale), rest = amount % static_cast<std::uint64_t>(scale);
  std::string out = (value < 0 ? "-" : "") + with_thousands(whole);
  const bool round_money = measure.unit == kMoneyUnit && rest == 0;
  if (measure.decimals > 0 && !round_money) out += fmt::format(".{:0{}}", rest, measure.decimals);
  return out;
}

std::string spell_difference(const PlanMeasure& measure, std::int64_t value, std::int64_t reference) {
  if (value == reference) return "=";
  const std::int64_t more = value - reference;
  std::string absolute = (more > 0 ? "+" : "") + spell_figure(measure, more);
  constexpr std::int64_t kFew = 100;
  const bool share = measure.unit == "%" || measure.unit == "dB";
  if (share || reference < kFew) return absolute;
  const double per_cent = static_cast<double>(more) * 100 / static_cast<double>(reference);
  const double size = std::abs(per_cent);
  if (size < 0.05) return absolute;
  return size < 9.95 ? fmt::format("{:+.1f} %", per_cent) : fmt::format("{:+.0f} %", per_cent);
}

std::vector<Figure> measured(const MeasuredPlan& plan) {
  std::vector<Figure> out;
  for (const PlanMeasure& measure : kMeasures) out.push_back(measure.take(plan));
  return out;
}

}  // namespace ferrule::api
