#include "api/design_compare_json.h"

#include "base/text.h"
#include "write/csv.h"
#include "write/findings_json.h"
#include "write/json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

void words_or_null(JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key);
  text.empty() ? json.null() : json.string(text);
}

void scaled(JsonWriter& json, const PlanMeasure& measure, std::optional<std::int64_t> value) {
  if (!value)
    json.null();
  else if (measure.decimals == 0)
    json.integer(*value);
  else
    json.decimal(*value, measure.decimals);
}

// The first plan of the list is what others are held against; it may have none.
const ComparedPlan* reference_of(const DesignComparison& comparison) {
  return comparison.plans.empty() || !comparison.plans.front().planned() ? nullptr : &comparison.plans.front();
}

std::optional<std::int64_t> difference(const DesignComparison& comparison, const ComparedPlan& plan, std::size_t measure) {
  const ComparedPlan* first = reference_of(comparison);
  if (first == nullptr || !plan.figures[measure].value || !first->figures[measure].value) return std::nullopt;
  return *plan.figures[measure].value - *first->figures[measure].value;
}

bool is_best(const DesignComparison& comparison, const ComparedPlan& plan, std::size_t measure) {
  const std::optional<std::int64_t> best = best_figure(comparison, measure);
  return best && plan.proven && plan.figures[measure].value == best;
}

void write_measures(JsonWriter& json) {
  json.key("measures").begin_array();
  for (const PlanMeasure& measure : plan_measures()) {
    json.begin_object().key("id").string(measure.id).key("words").string(measure.words);
    words_or_null(json, "unit", std::string(measure.unit));
    json.key("better").string(spell(measure.better)).end_object();
  }
  json.end_array();
}

void write_figures(JsonWriter& json, const DesignComparison& comparison, const ComparedPlan& plan) {
  json.key("figures").begin_object();
  for (std::size_t i = 0; i < plan.figures.size(); ++i) {
    const PlanMeasure& measure = plan_measures()[i];
    const Figure& figure = plan.figures[i];
    json.key(measure.id).begin_object();
    json.key("value");
    scaled(json, measure, figure.value);
    json.key("difference");
    scaled(json, measure, difference(comparison, plan, i));
    json.key("best").boolean(is_best(comparison, plan, i));
    words_or_null(json, "why", figure.why);
    words_or_null(json, "note", figure.note);
    json.end_object();
  }
  json.end_object();
}

void write_plan(JsonWriter& json, const DesignComparison& comparison, const ComparedPlan& plan) {
  json.begin_object();
  json.key("name").string(plan.what.name).key("words").string(plan.what.words);
  json.key("plan").string(state_of(plan));
  words_or_null(json, "same_as", plan.same_as ? comparison.plans[*plan.same_as].what.name : "");
  json.key("why_not").begin_array();
  for (const std::string& why : plan.why_not) json.string(why);
  json.end_array();
  json.key("optics").begin_object();
  for (const auto& [from, to] : plan.what.optics) json.key(from).string(to);
  json.end_object();
  write_figures(json, comparison, plan);
  json.end_object();
}

std::string plain(const PlanMeasure& measure, std::int64_t value) {
  std::string text = spell_figure(measure, value);
  std::erase(text, ',');
  return text;
}

}  // namespace

std::string_view state_of(const ComparedPlan& plan) { return !plan.planned() ? "none" : plan.proven ? "proven" : "unproven"; }

std::string design_compare_json(const DesignComparison& comparison) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/design-compare/1");
  json.key("project").string(comparison.loaded->project);
  words_or_null(json, "refused", comparison.refused ? comparison.refused->place + ": " + comparison.refused->message : "");
  words_or_null(json, "chosen", comparison.chosen);
  words_or_null(json, "next_speed", comparison.next_speed);
  words_or_null(json, "currency", comparison.currency);
  json.key("orders_of_magnitude").boolean(comparison.generic);
  write_measures(json);
  json.key("alternatives").begin_array();
  for (const ComparedPlan& plan : comparison.plans) write_plan(json, comparison, plan);
  json.end_array();
  json.key("findings");
  write::write_findings(json, comparison.findings, comparison.loaded->sources);
  json.end_object();
  return json.take();
}

std::string design_compare_csv(const DesignComparison& comparison) {
  std::string out = "alternative,plan,same_as,measure,unit,value,difference,best,why\n";
  for (const ComparedPlan& plan : comparison.plans) {
    const std::string state(state_of(plan)), same = plan.same_as ? comparison.plans[*plan.same_as].what.name : "";
    if (!plan.planned()) out += write::csv_row({plan.what.name, state, same, "", "", "", "", "", joined(plan.why_not, "; ")});
    for (std::size_t i = 0; i < plan.figures.size(); ++i) {
      const PlanMeasure& measure = plan_measures()[i];
      const Figure& figure = plan.figures[i];
      const std::optional<std::int64_t> more = difference(comparison, plan, i);
      const std::string unit = measure.unit == kMoneyUnit ? comparison.currency : std::string(measure.unit);
      out += write::csv_row({plan.what.name, state, same, std::string(measure.id), unit,
                             figure.value ? plain(measure, *figure.value) : "", more ? plain(measure, *more) : "",
                             is_best(comparison, plan, i) ? "yes" : "no", figure.value ? figure.note : figure.why});
    }
  }
  return out;
}

}  // namespace ferrule::api
