#include "api/budget_change_json.h"

#include <cmath>

#include "api/budget_json.h"
#include "write/findings_json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

constexpr int kPriceDigits = 2, kChanceDigits = 9;
constexpr double kMostMoney = 1e15;  // hundredths; beyond, a number says nothing

void write_price(JsonWriter& json, std::string_view key, const std::optional<Price>& price) {
  json.key(key);
  if (price)
    json.decimal(price->hundredths, kPriceDigits);
  else
    json.null();
}

void write_part(JsonWriter& json, const SwapCost& part) {
  json.begin_object();
  json.key("part").string(part.part.offer.part).key("offer").string(part.part.described);
  json.key("offer_is_part").boolean(part.part.of_project);
  write_count(json, "pieces", part.part.pieces);
  write_price(json, "price_before", part.before);
  write_price(json, "price_after", part.after);
  write_names(json, "ask", part.part.ask);
  json.end_object();
}

void write_group(JsonWriter& json, const ChangeGroup& group, const BudgetOptions& options) {
  json.begin_object();
  write_count(json, "links", group.links);
  write_names(json, "names", group.names);
  json.key("application").string(group.before.application);
  json.key("verdict_before").string(check::spell(group.verdict_before));
  json.key("verdict_after").string(check::spell(group.verdict_after));
  json.key("before").begin_object();
  write_figures(json, group.before, options);
  json.end_object();
  json.key("after").begin_object();
  write_figures(json, group.after, options);
  json.end_object();
  json.end_object();
}

void write_failures(JsonWriter& json, std::string_view key, const std::optional<Failures>& failures) {
  json.key(key);
  if (!failures) return void(json.null());
  json.begin_object().key("before").number(failures->before, kChanceDigits).key("after").number(failures->after, kChanceDigits);
  json.key("avoided").number(failures->avoided(), kChanceDigits);
  json.key("not_told_apart_below").number(failures->not_told_apart, kChanceDigits).end_object();
}

void write_money(JsonWriter& json, std::string_view key, const Money& money) {
  json.key(key).begin_object().key("bargain").string(spell(money.bargain)).key("per_failure");
  const bool told = money.bargain == Bargain::kPerAvoided || money.bargain == Bargain::kPerCaused;
  if (told && money.per_failure < kMostMoney)
    json.decimal(std::llround(money.per_failure), kPriceDigits);
  else
    json.null();
  json.end_object();
}

void write_cost(JsonWriter& json, const BudgetChange& change) {
  json.key("cost");
  if (!change.priced) return void(json.null());
  json.begin_object();
  json.key("currency").string(change.currency);
  write_price(json, "before", change.cost_before);
  write_price(json, "after", change.cost_after);
  json.key("not_known");
  change.why_no_money.empty() ? json.null() : json.string(change.why_no_money);
  write_money(json, "apart", change.money_apart);
  write_money(json, "together", change.money_together);
  json.end_object();
}

void write_proof(JsonWriter& json, const BudgetChange& change) {
  json.key("links").begin_object();
  write_count(json, "all", change.links);
  write_count(json, "touched", change.touched);
  write_count(json, "still_proven", change.still_proven);
  write_count(json, "now_faulty", change.lost_faulty);
  write_count(json, "now_unproven", change.lost_unproven);
  write_count(json, "not_proven_before", change.not_proven_before);
  write_count(json, "newly_proven", change.newly_proven);
  write_names(json, "faulty", change.faulty);
  write_names(json, "unproven", change.unproven);
  json.end_object();
}

diag::Findings as_findings(const std::vector<diag::Finding>& list) {
  diag::Findings out;
  for (const diag::Finding& finding : list) out.add(finding);
  return out;
}

}  // namespace

std::string budget_change_json(const BudgetChange& change) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/budget-change/1").key("project").string(change.project);
  json.key("correlation").begin_object().key("value").number(change.options.correlation, 6);
  json.key("assumed").boolean(change.options.correlation_assumed).end_object();
  write_proof(json, change);
  json.key("findings");
  write::write_findings(json, as_findings(change.brought), change.after->sources);
  json.key("swaps").begin_array();
  for (const SwapCost& part : change.parts) write_part(json, part);
  json.end_array().key("groups").begin_array();
  for (const ChangeGroup& group : change.groups) write_group(json, group, change.options);
  json.end_array();
  write_hall(json, "hall_before", change.hall_before);
  write_hall(json, "hall_after", change.hall_after);
  json.key("failures").begin_object();
  write_failures(json, "apart", change.apart);
  write_failures(json, "together", change.together);
  json.end_object();
  write_cost(json, change);
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
