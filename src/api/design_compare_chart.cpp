#include "api/design_compare_chart.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::api {
namespace {

std::vector<const ComparedPlan*> drawn_plans(const DesignComparison& comparison) {
  std::vector<const ComparedPlan*> out;
  for (const ComparedPlan& plan : comparison.plans)
    if (plan.planned() && !plan.same_as) out.push_back(&plan);
  return out;
}

write::BarPanel panel_of(const DesignComparison& comparison, const std::vector<const ComparedPlan*>& plans, std::size_t index) {
  const PlanMeasure& measure = plan_measures()[index];
  const std::string unit = measure.unit == kMoneyUnit ? comparison.currency : std::string(measure.unit);
  write::BarPanel panel{
      std::string(measure.id), unit.empty() ? std::string(measure.words) : fmt::format("{}, {}", measure.words, unit), {}};
  const std::optional<std::int64_t> best = best_figure(comparison, index);
  for (const ComparedPlan* plan : plans) {
    const std::optional<std::int64_t>& value = plan->figures[index].value;
    write::PanelBar bar;
    bar.name = plan->what.name;
    bar.sound = plan->proven;
    if (value) {
      bar.value = static_cast<double>(*value) / std::pow(10.0, measure.decimals);
      bar.figure = spell_figure(measure, *value);
      bar.best = best && plan->proven && value == best;
    }
    panel.bars.push_back(std::move(bar));
  }
  return panel;
}

bool differ(const write::BarPanel& panel) {
  return std::any_of(panel.bars.begin(), panel.bars.end(),
                     [&](const write::PanelBar& bar) { return bar.value != panel.bars.front().value; });
}

std::vector<std::string> notes_of(const DesignComparison& comparison) {
  std::vector<std::string> out;
  for (const ComparedPlan& plan : comparison.plans) {
    if (plan.same_as)
      out.push_back(fmt::format("{}: gives the plan of {}", plan.what.name, comparison.plans[*plan.same_as].what.name));
    else if (!plan.proven && !plan.why_not.empty())
      out.push_back(fmt::format("{}: {}; {}", plan.what.name, plan.planned() ? "not proven" : "no plan", plan.why_not.front()));
  }
  std::set<std::string> said;
  for (const ComparedPlan* plan : drawn_plans(comparison))
    for (std::size_t i = 0; i < plan->figures.size(); ++i)
      if (const Figure& figure = plan->figures[i]; !figure.value && !figure.why.empty() && said.insert(figure.why).second)
        out.push_back(fmt::format("? {}: {}", plan_measures()[i].words, figure.why));
  if (comparison.generic) out.emplace_back("prices rest on orders of magnitude, ours: nobody's price, and no offer");
  return out;
}

}  // namespace

write::BarChart chart_of(const DesignComparison& comparison) {
  write::BarChart chart;
  chart.title = fmt::format("{}: alternatives of its cabling", comparison.loaded->project);
  const std::vector<const ComparedPlan*> plans = drawn_plans(comparison);
  for (const ComparedPlan* plan : plans) chart.notes_above.push_back(fmt::format("{}: {}", plan->what.name, plan->what.words));
  for (std::size_t i = 0; i < plan_measures().size() && !plans.empty(); ++i)
    if (write::BarPanel panel = panel_of(comparison, plans, i); differ(panel)) chart.panels.push_back(std::move(panel));
  if (chart.panels.empty() && !plans.empty()) chart.notes_above.emplace_back("there is no measure in which they differ");
  chart.notes_below = notes_of(comparison);
  if (!comparison.next_speed.empty())
    chart.notes_below.push_back(fmt::format("the next speed is {} a link, over the plugs that are there", comparison.next_speed));
  return chart;
}

}  // namespace ferrule::api
