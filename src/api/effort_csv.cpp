#include "api/effort_csv.h"

#include <fmt/format.h>

#include "api/name_ranges.h"
#include "api/plug_table.h"
#include "base/text.h"
#include "write/csv.h"

namespace ferrule::api {
namespace {

using write::csv_thousandths;
using Cells = std::vector<std::string>;

constexpr std::pair<std::string_view, EffortTable> kEffortTables[] = {
    {"racks", EffortTable::kRacks}, {"connectors", EffortTable::kConnectors}, {"duplex", EffortTable::kDuplex},
    {"trays", EffortTable::kTrays}, {"drops", EffortTable::kDrops},           {"bundles", EffortTable::kBundles},
    {"plugs", EffortTable::kPlugs}, {"hours", EffortTable::kHours},           {"cost", EffortTable::kCost},
};

template <class Number>
std::string number(Number value) {
  return std::to_string(value);
}

std::string hours_of(std::int64_t work) {
  return csv_thousandths((work + 30) / 60);
}  // thousandths of a minute to thousandths of an hour
std::string percent_of(std::optional<std::int64_t> share) { return share ? csv_thousandths(*share * 10) : std::string(); }
std::string known_metres(std::int64_t mm) { return mm > 0 ? csv_thousandths(mm) : std::string(); }

std::string racks_of(const plant::Plant& plant, const std::vector<std::uint32_t>& racks) {
  NameRanges ranges;
  for (const std::uint32_t rack : racks) ranges.add(plant.racks[rack].name);
  return joined(ranges.take(), " ");
}

std::string route_of(const plant::Plant& plant, const std::vector<std::uint32_t>& trays) {
  std::string out;
  for (const std::uint32_t tray : trays) out += (out.empty() ? "" : ";") + plant.trays[tray].name;
  return out;
}

std::string racks_table(const EffortReport& report) {
  std::string out =
      write::csv_row({"rack", "hall", "row", "phase", "units", "used", "free", "equipment_units", "panel_units", "pieces"});
  for (std::size_t i = 0; i < report.space.racks.size(); ++i) {
    const plant::Rack& rack = report.plant().racks[i];
    const effort::RackSpace& space = report.space.racks[i];
    const bool known = space.units > 0;
    out += write::csv_row({rack.name, rack.hall, rack.row, effort::phase_spelled(report.plant(), rack.phase),
                           known ? number(space.units) : "", number(space.used), known ? number(space.free()) : "",
                           number(space.by_equipment), number(space.by_panels), number(space.pieces)});
  }
  return out;
}

std::string connectors_table(const EffortReport& report) {
  std::string out = write::csv_row({"connector", "cable_plugs", "ferrules", "sockets", "panel_adapters", "optic_ports"});
  for (const effort::ConnectorCount& one : report.counts.connectors)
    out += write::csv_row(
        {one.connector, number(one.plugs), number(one.ferrules), number(one.sockets), number(one.adapters), number(one.ports)});
  return out;
}

std::string duplex_table(const EffortReport& report) {
  const effort::Duplex& duplex = report.duplex;
  std::string out = write::csv_row({"what", "plant", "duplex"});
  out += write::csv_row({"cables", number(report.counts.used_cables), number(duplex.cords)});
  out += write::csv_row({"plugs", number(report.counts.used_plugs), number(duplex.plugs)});
  out += write::csv_row({"panel_ports", number(report.counts.panel_ports), number(duplex.panel_ports)});
  out += write::csv_row({"panel_units", number(report.space.panel_units), duplex.panel_units ? number(*duplex.panel_units) : ""});
  out += write::csv_row({"weight_kg", duplex.plant_weight.unknown > 0 ? "" : csv_thousandths(duplex.plant_weight.grams),
                         duplex.weight.unknown > 0 ? "" : csv_thousandths(duplex.weight.grams)});
  return out;
}

std::string_view known_how(bool any, bool estimated) { return !any ? "" : estimated ? "estimated" : "stated"; }

// From its section to its limit.
void add_filling(Cells& row, const effort::Filling& filling, bool any) {
  const Cells cells{csv_thousandths(filling.section_um2 / 1000),
                    number(filling.without_diameter),
                    std::string(known_how(any, filling.diameter_estimated)),
                    filling.own_um2 ? csv_thousandths(*filling.own_um2 / 1000) : "",
                    percent_of(filling.fill()),
                    percent_of(filling.limit),
                    filling.limit_assumed ? "assumed" : "stated"};
  row.insert(row.end(), cells.begin(), cells.end());
}

std::string trays_table(const EffortReport& report) {
  std::string out = write::csv_row({"tray", "cables", "side_by_side", "from_m", "to_m", "section_mm2", "without_diameter",
                                    "diameters", "tray_mm2", "fill_percent", "limit_percent", "limit", "weight_kg_per_m",
                                    "without_weight", "weights", "duplex_fill_percent"});
  for (std::size_t i = 0; i < report.trays.size(); ++i) {
    const effort::TrayLoad& load = report.trays[i];
    const plant::Tray& tray = report.plant().trays[i];
    const bool any = load.cables > 0;
    Cells row{tray.name, number(load.cables), number(load.side_by_side), tray.drawn ? csv_thousandths(load.from_mm) : "",
              tray.drawn ? csv_thousandths(load.to_mm) : ""};
    add_filling(row, load, any);
    row.push_back(csv_thousandths(load.grams_per_km / 1000));
    row.push_back(number(load.without_weight));
    row.emplace_back(known_how(any, load.weight_estimated));
    row.push_back(percent_of(load.duplex_fill()));
    out += write::csv_row(row);
  }
  return out;
}

std::string drops_table(const EffortReport& report) {
  std::string out = write::csv_row({"rack", "tray", "cables", "section_mm2", "without_diameter", "diameters", "drop_mm2",
                                    "fill_percent", "limit_percent", "limit", "duplex_fill_percent"});
  for (const effort::DropLoad& drop : report.drops) {
    Cells row{report.plant().racks[drop.rack].name, drop.tray == plant::kNone ? "" : report.plant().trays[drop.tray].name,
              number(drop.cables)};
    add_filling(row, drop, true);
    row.push_back(percent_of(drop.duplex_fill()));
    out += write::csv_row(row);
  }
  return out;
}

std::string bundles_table(const EffortReport& report) {
  std::string out = write::csv_row(
      {"bundle", "phase", "racks_a", "racks_b", "route", "cables", "shortest_m", "longest_m", "without_length", "ids"});
  for (const effort::CableBundle& bundle : report.bundles.bundles)
    out += write::csv_row({bundle.name, effort::phase_spelled(report.plant(), bundle.phase),
                           racks_of(report.plant(), bundle.racks_a), racks_of(report.plant(), bundle.racks_b),
                           route_of(report.plant(), bundle.trays), number(bundle.cables.size()), known_metres(bundle.shortest_mm),
                           known_metres(bundle.longest_mm), number(bundle.without_length),
                           joined(cable_ranges(report, bundle), " ")});
  return out;
}

std::string hours_table(const EffortReport& report) {
  std::string out = write::csv_row({"phase", "task", "areas", "pieces", "hours", "crew", "begins_h", "ends_h"});
  for (const effort::PhasePlan& plan : report.phases)
    for (const effort::PlannedJob& planned : plan.jobs) {
      const effort::Job& job = report.labour.jobs[planned.job];
      out += write::csv_row({effort::phase_spelled(report.plant(), plan.phase), std::string(effort::spell(job.task)),
                             areas_spelled(report, job), number(job.pieces), hours_of(job.work), number(report.options.crew),
                             hours_of(crew_time(report, planned.start)), hours_of(crew_time(report, planned.end))});
    }
  return out;
}

std::string cost_table(const EffortReport& report) {
  std::string out = write::csv_row({"class", "sum", "currency", "at_least", "lines", "without_price", "of_low_confidence"});
  for (const CostClass& one : report.cost) {
    const bool priced = one.name == "labour" || (report.bom.priced && one.total.without_price < one.total.lines);
    out += write::csv_row({one.name, priced && !one.total.beyond_reason ? csv_thousandths(one.total.sum.hundredths * 10) : "",
                           report.bom.currency, one.at_least ? "yes" : "no", number(one.total.lines),
                           number(one.total.without_price), number(one.total.generic)});
  }
  return out;
}

}  // namespace

std::optional<EffortTable> parse_effort_table(std::string_view word) {
  for (const auto& [known, table] : kEffortTables)
    if (known == word) return table;
  return std::nullopt;
}

std::string effort_csv(const EffortReport& report, EffortTable table) {
  switch (table) {
    case EffortTable::kRacks: return racks_table(report);
    case EffortTable::kConnectors: return connectors_table(report);
    case EffortTable::kDuplex: return duplex_table(report);
    case EffortTable::kTrays: return trays_table(report);
    case EffortTable::kDrops: return drops_table(report);
    case EffortTable::kBundles: return bundles_table(report);
    case EffortTable::kPlugs: return plug_table(report);
    case EffortTable::kHours: return hours_table(report);
    case EffortTable::kCost: break;
  }
  return cost_table(report);
}

std::vector<std::string> cable_ranges(const EffortReport& report, const effort::CableBundle& bundle) {
  NameRanges ranges;
  for (const std::uint32_t cable : bundle.cables) ranges.add(report.plant().asset_spelled(report.laid.cables[cable].asset));
  return ranges.take();
}

}  // namespace ferrule::api
