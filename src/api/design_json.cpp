#include "api/design_json.h"

#include "api/design_remarks.h"
#include "api/design_summary.h"
#include "write/findings_json.h"
#include "write/json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

template <class Number>
void count(JsonWriter& json, std::string_view key, Number value) {
  json.key(key).integer(static_cast<std::int64_t>(value));
}

void length_or_null(JsonWriter& json, std::string_view key, const std::optional<Length>& length) {
  json.key(key);
  length ? json.integer(length->millimetre) : json.null();
}

void text_or_nothing(JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key);
  text.empty() ? json.null() : json.string(text);
}

void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& all) {
  json.key(key).begin_array();
  for (const std::string& one : all) json.string(one);
  json.end_array();
}

void write_tiers(JsonWriter& json, const DesignReport& report) {
  json.key("tiers").begin_array();
  for (std::size_t i = 0; i < report.fabric->tiers.size(); ++i) {
    json.begin_object().key("tier").string(report.fabric->tiers[i].name);
    count(json, "devices", report.net.count(i));
    json.key("racks").begin_array();
    for (const std::uint32_t rack : racks_of_tier(report, i)) json.string(report.hall.racks[rack].name);
    json.end_array().end_object();
  }
  json.end_array();
}

void write_rules(JsonWriter& json, const DesignReport& report) {
  json.key("rules").begin_array();
  const std::vector<RuleSum> sums = sums_by_rule(report);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const RecipeReport& found = report.recipes[i];
    json.begin_object().key("rule").string(report.fabric->rules[i].name);
    json.key("as").string(found.recipe.copper ? "copper" : found.recipe.through_panels() ? "structured" : "direct");
    count(json, "links", sums[i].links);
    count(json, "cords", sums[i].cords);
    count(json, "harnesses", sums[i].harnesses);
    count(json, "dark_tails", sums[i].dark_tails);
    count(json, "trunks", sums[i].trunks);
    count(json, "legs", sums[i].legs);
    count(json, "dark_legs", sums[i].legs - sums[i].legs_used);
    count(json, "links_by_route_a", sums[i].by_route_a);
    count(json, "links_by_route_b", sums[i].by_route_b);
    length_or_null(json, "shortest_mm", sums[i].shortest);
    length_or_null(json, "longest_mm", sums[i].longest);
    text_or_nothing(json, "unproven_because", found.unproven ? found.why : std::string());
    json.end_object();
  }
  json.end_array();
}

void write_detours(JsonWriter& json, const Detours& detours) {
  json.key("led_around_full_trays").begin_object();
  count(json, "cables", detours.cables);
  count(json, "longest_detour_mm", detours.most.millimetre);
  count(json, "detours_together_mm", detours.together.millimetre);
  json.end_object();
}

void write_parts(JsonWriter& json, const DesignReport& report) {
  json.key("parts").begin_array();
  const std::vector<std::uint64_t> pieces = pieces_by_part(report);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i] == 0) continue;
    const synth::PlanPart& part = report.plan.parts[i];
    json.begin_object().key("part").string(part.name).key("description").string(part.description);
    count(json, "pieces", pieces[i]);
    json.end_object();
  }
  json.end_array();
}

void write_phases(JsonWriter& json, const DesignReport& report) {
  json.key("phases").begin_array();
  for (const PhaseReport& phase : report.phases) {
    json.begin_object().key("phase").string(phase.name);
    count(json, "devices", phase.devices);
    count(json, "links", phase.links);
    count(json, "cords", phase.cords);
    count(json, "panels", phase.panels);
    count(json, "trunks", phase.trunks);
    count(json, "links_over_earlier_trunks", phase.links_over_old_trunks);
    count(json, "links_when_it_ends", phase.standing);
    count(json, "proven_when_it_ends", phase.proven);
    json.end_object();
  }
  json.end_array();
}

void write_places(JsonWriter& json, const PlacesReport& places) {
  json.key("placed_freely");
  if (places.free == 0) {
    json.null();
    return;
  }
  json.begin_object();
  count(json, "devices", places.free);
  count(json, "cable_mm", places.cable.millimetre);
  length_or_null(json, "least_cable_mm", places.least_cost ? std::nullopt : std::optional(places.least));
  json.end_object();
}

void write_stage(JsonWriter& json, const CostStage& stage) {
  json.begin_object().key("cost").decimal(stage.cost, 2).key("at_least").decimal(stage.least, 2).end_object();
}

void write_cost(JsonWriter& json, const PlanCost& cost) {
  json.key("cost");
  if (!cost.all) {
    json.null();
    text_or_nothing(json, "cost_not_known_because", cost.why_none);
    return;
  }
  json.begin_object();
  text_or_nothing(json, "currency", cost.currency);
  json.key("low_confidence").boolean(cost.generic).key("stages").begin_object();
  for (const CostStage& stage : cost.stages) write_stage(json.key(stage.what), stage);
  json.end_object();
  write_stage(json.key("all"), *cost.all);
  json.key("at_least_wherever_free_devices_stood");
  cost.anywhere ? json.decimal(*cost.anywhere, 2) : json.null();
  json.end_object();
  text_or_nothing(json, "cost_not_known_because", {});
}

void write_published(JsonWriter& json, const DesignReport& report) {
  json.key("published").begin_array();
  for (const synth::PublishedCheck& row : report.published) {
    json.begin_object().key("source").string(report.fabric->published_in).key("size").begin_object();
    for (const auto& [group, size] : row.groups) count(json, group, size);
    json.end_object().key("possible").boolean(row.possible).key("counts").begin_array();
    for (const synth::PublishedCount& one : row.counts) {
      json.begin_object().key("what").string(one.what);
      count(json, "printed", one.printed);
      count(json, "counted", one.counted);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_standing(JsonWriter& json, const DesignReport& report) {
  json.key("standing");
  if (report.standing == nullptr) {
    json.null();
    return;
  }
  const StandingReport& of = report.standing->report;
  const Added added = added_by(report);
  json.begin_object().key("project").string(of.project).key("revised").boolean(of.revised);
  count(json, "devices_kept", of.devices_kept);
  count(json, "links_kept", of.links_kept);
  count(json, "links_cabled_anew", of.links_cabled_anew);
  count(json, "links_over_dark_legs", of.links_over_dark_legs);
  json.key("added").begin_object();
  count(json, "devices", added.devices);
  count(json, "links", added.links);
  count(json, "cords", added.cords);
  count(json, "harnesses", added.harnesses);
  count(json, "trunks", added.trunks);
  count(json, "panels", added.panels);
  json.end_object();
  texts(json, "devices_changed", of.devices_changed);
  texts(json, "panels_changed", of.panels_changed);
  texts(json, "cables_changed", of.cables_changed);
  texts(json, "devices_not_needed", of.devices_left);
  texts(json, "panels_not_needed", of.panels_left);
  texts(json, "cables_not_needed", of.cables_left);
  texts(json, "links_not_needed", of.links_left);
  json.end_object();
}

void write_proof(JsonWriter& json, const DesignReport& report) {
  const CheckCounts& counts = report.check.counts;
  json.key("proof").begin_object();
  count(json, "links", counts.links);
  count(json, "fibres", counts.fibres);
  count(json, "proven", counts.proven);
  count(json, "unproven", counts.unproven);
  count(json, "faulty", counts.faulty);
  text_or_nothing(json, "not_clean_after_phase", report.not_clean_after);
  json.end_object();
}

void write_plan(JsonWriter& json, const DesignReport& report) {
  json.key("plan");
  if (report.files.empty()) {  // half a plan is none
    json.null();
    return;
  }
  json.begin_object();
  count(json, "devices", report.net.devices.size());
  count(json, "links", report.net.links.size());
  count(json, "cables", report.plan.cables.size());
  texts(json, "choices", report.choices);
  texts(json, "remarks", design_remarks(report));
  write_tiers(json, report);
  write_rules(json, report);
  write_detours(json, detours_of(report));
  write_phases(json, report);
  write_standing(json, report);
  write_places(json, report.places);
  write_parts(json, report);
  write_cost(json, report.cost);
  write_published(json, report);
  write_proof(json, report);
  json.end_object();
}

}  // namespace

std::string design_json(const DesignReport& report) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object().key("schema").string("ferrule/design/1").key("project").string(report.loaded->project);
  json.key("clean").boolean(report.exit == Exit::kClean);
  write_plan(json, report);
  json.key("findings");
  write::write_findings(json, report.findings, report.loaded->sources);
  json.key("findings_of_the_plant");
  if (report.check.loaded != nullptr)
    write::write_findings(json, report.check.findings, report.check.loaded->sources);
  else
    json.begin_array().end_array();
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
