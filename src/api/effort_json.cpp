#include "api/effort_json.h"

#include "base/text.h"
#include "write/findings_json.h"
#include "write/json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

template <class Number>
void put(JsonWriter& json, std::string_view key, Number value) {
  json.key(key).integer(static_cast<std::int64_t>(value));
}

void put_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  text.empty() ? json.null() : json.string(text);
}

void put_decimal(JsonWriter& json, std::string_view key, std::optional<std::int64_t> scaled, int digits) {
  json.key(key);
  scaled ? json.decimal(*scaled, digits) : json.null();
}

void put_hours(JsonWriter& json, std::string_view key, std::int64_t work) { put_decimal(json, key, (work + 30) / 60, 3); }

void write_racks(JsonWriter& json, const EffortReport& report) {
  json.key("racks").begin_array();
  for (std::size_t i = 0; i < report.space.racks.size(); ++i) {
    const plant::Rack& rack = report.plant().racks[i];
    const effort::RackSpace& space = report.space.racks[i];
    json.begin_object().key("rack").string(rack.name);
    put_text(json, "hall", rack.hall);
    put_text(json, "row", rack.row);
    json.key("units");
    space.units > 0 ? json.integer(space.units) : json.null();
    put(json, "used", space.used);
    json.key("free");
    space.units > 0 ? json.integer(space.free()) : json.null();
    put(json, "equipment_units", space.by_equipment);
    put(json, "panel_units", space.by_panels);
    put(json, "pieces", space.pieces);
    json.end_object();
  }
  json.end_array();
  put(json, "pieces_without_rack", report.space.pieces_without_rack);
  put(json, "units_without_rack", report.space.units_without_rack);
}

void write_counts(JsonWriter& json, const EffortReport& report) {
  const effort::Counts& counts = report.counts;
  json.key("connectors").begin_array();
  for (const effort::ConnectorCount& one : counts.connectors) {
    json.begin_object();
    put_text(json, "connector", one.connector);
    put(json, "cable_plugs", one.plugs);
    put(json, "ferrules", one.ferrules);
    put(json, "sockets", one.sockets);
    put(json, "panel_adapters", one.adapters);
    put(json, "optic_ports", one.ports);
    json.end_object();
  }
  json.end_array().key("fibres").begin_object();
  put(json, "in_cables", counts.fibres);
  put(json, "lit", counts.lit);
  put(json, "cables", counts.cables);
  put(json, "links", counts.links);
  put_decimal(json, "length_m", counts.length_mm, 3);
  put(json, "cables_without_length", counts.without_length);
  put(json, "panel_ports", counts.panel_ports);
  put(json, "panel_fibres", counts.panel_fibres);
  put(json, "panel_units", report.space.panel_units);
  json.end_object();
}

void write_duplex(JsonWriter& json, const EffortReport& report) {
  const effort::Duplex& duplex = report.duplex;
  const auto weight = [&](std::string_view key, const effort::CablingWeight& sum) {
    put_decimal(json, key, sum.unknown > 0 ? std::nullopt : std::optional(sum.grams), 3);
  };
  json.key("duplex").begin_object().key("plant").begin_object();
  put(json, "cables", report.counts.used_cables);
  put(json, "plugs", report.counts.used_plugs);
  put(json, "panel_ports", report.counts.panel_ports);
  put(json, "panel_units", report.space.panel_units);
  weight("weight_kg", duplex.plant_weight);
  json.end_object().key("duplex").begin_object();
  put(json, "cables", duplex.cords);
  put(json, "plugs", duplex.plugs);
  put(json, "panel_ports", duplex.panel_ports);
  json.key("panel_units");
  duplex.panel_units ? json.integer(static_cast<std::int64_t>(*duplex.panel_units)) : json.null();
  weight("weight_kg", duplex.weight);
  json.end_object().key("ports_per_unit_assumed");
  duplex.ports_per_unit ? json.integer(*duplex.ports_per_unit) : json.null();
  json.end_object();
}

void write_filling(JsonWriter& json, const effort::Filling& filling, std::string_view own_section) {
  put_decimal(json, "section_mm2", filling.section_um2, 6);
  put(json, "without_diameter", filling.without_diameter);
  json.key("diameters_estimated").boolean(filling.diameter_estimated);
  put_decimal(json, own_section, filling.own_um2, 6);
  put_decimal(json, "fill_percent", filling.fill(), 2);
  put_decimal(json, "limit_percent", filling.limit, 2);
  json.key("limit_assumed").boolean(filling.limit_assumed);
}

void write_trays(JsonWriter& json, const EffortReport& report) {
  json.key("trays").begin_array();
  for (std::size_t i = 0; i < report.trays.size(); ++i) {
    const effort::TrayLoad& load = report.trays[i];
    const plant::Tray& tray = report.plant().trays[i];
    json.begin_object().key("tray").string(tray.name);
    put(json, "cables", load.cables);
    put(json, "side_by_side", load.side_by_side);
    put_decimal(json, "from_m", tray.drawn ? std::optional(load.from_mm) : std::nullopt, 3);
    put_decimal(json, "to_m", tray.drawn ? std::optional(load.to_mm) : std::nullopt, 3);
    write_filling(json, load, "tray_mm2");
    put_decimal(json, "weight_kg_per_m", load.grams_per_km, 6);
    put(json, "without_weight", load.without_weight);
    json.key("weights_estimated").boolean(load.weight_estimated);
    put_decimal(json, "duplex_fill_percent", load.duplex_fill(), 2);
    json.end_object();
  }
  json.end_array();
}

void write_drop(JsonWriter& out, const EffortReport& report, const effort::DropLoad& drop) {
  JsonWriter json;  // one line each
  json.begin_object().key("rack").string(report.plant().racks[drop.rack].name);
  put_text(json, "tray", drop.tray == plant::kNone ? "" : report.plant().trays[drop.tray].name);
  put(json, "cables", drop.cables);
  write_filling(json, drop, "drop_mm2");
  put_decimal(json, "duplex_fill_percent", drop.duplex_fill(), 2);
  json.end_object();
  out.raw(json.take());
}

void write_bundle(JsonWriter& out, const EffortReport& report, const effort::CableBundle& bundle) {
  JsonWriter json;  // one line each
  const plant::Plant& plant = report.plant();
  json.begin_object().key("bundle").string(bundle.name);
  put_text(json, "phase", effort::phase_spelled(plant, bundle.phase));
  const auto racks = [&](std::string_view key, const std::vector<std::uint32_t>& numbers) {
    json.key(key).begin_array();
    for (const std::uint32_t rack : numbers) json.string(plant.racks[rack].name);
    json.end_array();
  };
  racks("racks_a", bundle.racks_a);
  racks("racks_b", bundle.racks_b);
  json.key("route").begin_array();
  for (const std::uint32_t tray : bundle.trays) json.string(plant.trays[tray].name);
  json.end_array();
  const auto metres = [&](std::uint32_t mm) { return mm > 0 ? std::optional<std::int64_t>(mm) : std::nullopt; };
  put_decimal(json, "shortest_m", metres(bundle.shortest_mm), 3);
  put_decimal(json, "longest_m", metres(bundle.longest_mm), 3);
  put(json, "without_length", bundle.without_length);
  json.key("ids").begin_array();
  for (const std::uint32_t cable : bundle.cables) json.string(plant.asset_spelled(report.laid.cables[cable].asset));
  json.end_array().end_object();
  out.raw(json.take());
}

void write_job(JsonWriter& json, const EffortReport& report, const effort::PlannedJob& planned) {
  const effort::Job& job = report.labour.jobs[planned.job];
  json.begin_object().key("task").string(effort::spell(job.task)).key("areas").begin_array();
  for (const std::uint32_t area : job.areas) json.string(report.labour.areas[area]);
  json.end_array();
  put(json, "pieces", job.pieces);
  put_hours(json, "hours", job.work);
  put_hours(json, "begins_h", crew_time(report, planned.start));
  put_hours(json, "ends_h", crew_time(report, planned.end));
  json.end_object();
}

void write_hours(JsonWriter& json, const EffortReport& report) {
  const effort::Labour& labour = report.labour;
  json.key("hours").begin_object();
  put(json, "crew", report.options.crew);
  put_hours(json, "all", labour.all);
  put(json, "rates_of_your_own", report.own_rates);
  put(json, "cables_without_length", labour.without_length);
  put(json, "splices_not_counted", labour.splices);
  json.key("rates_missing").begin_array();
  for (const facts::RateKey& key : labour.without_rate)
    json.string(std::string(key.task) + " " + std::string(key.of) + " per " + std::string(key.per));
  json.end_array().key("by_task").begin_array();
  for (std::size_t task = 0; task < effort::kTasks; ++task) {
    json.begin_object().key("task").string(effort::spell(static_cast<effort::Task>(task)));
    put(json, "pieces", labour.pieces[task]);
    put_hours(json, "hours", labour.by_task[task]);
    json.end_object();
  }
  json.end_array().key("phases").begin_array();
  for (const effort::PhasePlan& plan : report.phases) {
    json.begin_object();
    put_text(json, "phase", effort::phase_spelled(report.plant(), plan.phase));
    put_hours(json, "hours", plan.work);
    put_hours(json, "one_crew_lasts_h", crew_time(report, plan.work));
    put_hours(json, "lasts_h", crew_time(report, plan.lasts));
    put_hours(json, "at_least_h", crew_time(report, plan.bound));
    put(json, "crews", plan.crews);
    put_text(json, "busiest_area", plan.busiest_area == plant::kNone ? "" : labour.areas[plan.busiest_area]);
    put_text(json, "busiest_tray", plan.busiest_tray == plant::kNone ? "" : report.plant().trays[plan.busiest_tray].name);
    json.key("jobs").begin_array();
    for (const effort::PlannedJob& job : plan.jobs) write_job(json, report, job);
    json.end_array().key("critical_path").begin_array();
    for (const std::uint32_t job : plan.longest) json.integer(job);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_cost(JsonWriter& json, const EffortReport& report) {
  json.key("cost").begin_array();
  for (const CostClass& one : report.cost) {
    const bool priced = one.name == "labour" || (report.bom.priced && one.total.without_price < one.total.lines);
    json.begin_object().key("class").string(one.name);
    put_decimal(json, "sum", priced && !one.total.beyond_reason ? std::optional(one.total.sum.hundredths) : std::nullopt, 2);
    json.key("at_least").boolean(one.at_least);
    put(json, "lines", one.total.lines);
    put(json, "lines_without_price", one.total.without_price);
    put(json, "lines_of_low_confidence", one.total.generic);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void effort_json(const EffortReport& report, const std::function<void(std::string_view)>& sink) {
  constexpr std::size_t kDrainEvery = 256;
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object().key("schema").string("ferrule/effort/1").key("project").string(report.loaded().project);
  write_racks(json, report);
  write_counts(json, report);
  write_duplex(json, report);
  write_trays(json, report);
  json.key("drops").begin_array();
  for (const effort::DropLoad& drop : report.drops) write_drop(json, report, drop);
  json.end_array();
  put(json, "bundle_of_at_most", report.options.bundle);
  put(json, "cables_in_no_bundle", report.bundles.loose);
  json.key("bundles").begin_array();
  for (std::size_t i = 0; i < report.bundles.bundles.size(); ++i) {
    write_bundle(json, report, report.bundles.bundles[i]);
    if (i % kDrainEvery == kDrainEvery - 1) sink(json.drain());
  }
  json.end_array();
  write_hours(json, report);
  put_text(json, "currency", report.bom.currency);
  put_decimal(json, "wage", report.options.wage ? std::optional(report.options.wage->hundredths) : std::nullopt, 2);
  write_cost(json, report);
  json.key("findings");
  write::write_findings(json, report.findings, report.loaded().sources);
  json.end_object();
  sink(json.take());
}

}  // namespace ferrule::api
