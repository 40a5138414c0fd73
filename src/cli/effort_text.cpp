#include "cli/effort_text.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "api/effort_csv.h"
#include "api/name_ranges.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/effort_ways.h"
#include "cli/effort_words.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::EffortReport;
using plant::kNone;

constexpr std::size_t kNamesOfBundle = 4;
constexpr std::int64_t kShortJobs = 50;  // below one in so many of a phase, a job of the longest chain is only counted

class EffortText {
 public:
  explicit EffortText(const EffortReport& report) : report_(report), plant_(report.plant()) {}

  std::string write() {
    const effort::Counts& counts = report_.counts;
    std::string out = fmt::format("{}: {}, {}, {}\n", printable(report_.loaded().project), counted(plant_.racks.size(), "rack"),
                                  counted(counts.cables, "cable"), counted(counts.links, "link"));
    return out + racks() + connectors() + duplex() + ways_text(report_) + bundles() + hours() + phases() + cost();
  }

 private:
  // Racks that are alike stand in one row.
  std::string racks() const {
    if (plant_.nodes.empty()) return {};
    TableRows rows{{"rack units", "units", "used", "free", "equipment", "panels"}};
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < report_.space.racks.size();) {
      std::size_t end = i + 1;
      while (end < report_.space.racks.size() && alike(i, end)) ++end;
      if (rows.size() <= kMostRows)
        rows.push_back(rack_row(i, end));
      else
        hidden += end - i;
      i = end;
    }
    std::string out = "\n" + figures_table(rows, 1);
    if (hidden > 0) out += wrapped("  ", fmt::format("and {} more: --format csv --table racks", counted(hidden, "rack")));
    return out + rows_of_racks() + rack_remarks();
  }

  // Only where rows are named, and more than one.
  std::string rows_of_racks() const {
    struct Sum {
      std::uint64_t racks = 0, unknown = 0;
      std::int64_t units = 0, used = 0;
    };
    std::map<std::pair<std::string, std::string>, Sum> rows;  // by hall and row
    for (std::size_t i = 0; i < plant_.racks.size(); ++i) {
      if (plant_.racks[i].row.empty()) continue;
      Sum& row = rows[{plant_.racks[i].hall, plant_.racks[i].row}];
      const effort::RackSpace& space = report_.space.racks[i];
      ++row.racks;
      row.units += space.units;
      if (space.units > 0)
        row.used += space.used;
      else
        ++row.unknown;
    }
    std::string out;
    if (rows.size() < 2 || rows.size() > kMostRows) return out;
    for (const auto& [name, row] : rows) {
      std::string text = fmt::format("{}row {}: ", name.first.empty() ? "" : printable(name.first) + " ", printable(name.second));
      if (row.units > 0)
        text +=
            fmt::format("{} of {} units used in {}", whole(row.used), whole(row.units), counted(row.racks - row.unknown, "rack"));
      if (row.unknown > 0) text += fmt::format("{}{} without `units`", row.units > 0 ? ", " : "", counted(row.unknown, "rack"));
      out += wrapped("  ", text);
    }
    return out;
  }

  bool alike(std::size_t a, std::size_t b) const {
    const auto rank = [&](std::size_t i) {
      const effort::RackSpace& s = report_.space.racks[i];
      return std::tuple(s.units, s.used, s.by_equipment, s.by_panels, std::string_view(plant_.racks[i].row));
    };
    return rank(a) == rank(b);
  }

  TableRow rack_row(std::size_t begin, std::size_t end) const {
    api::NameRanges ranges;
    for (std::size_t i = begin; i < end; ++i) ranges.add(plant_.racks[i].name);
    std::string name = printable(api::in_short(ranges.take(), kNamesOfBundle));
    if (!plant_.racks[begin].row.empty()) name += fmt::format(" (row {})", printable(plant_.racks[begin].row));
    const effort::RackSpace& space = report_.space.racks[begin];
    const bool known = space.units > 0;
    return {name,
            known ? whole(space.units) : "?",
            whole(space.used),
            known ? whole(space.free()) : "?",
            whole(space.by_equipment),
            whole(space.by_panels)};
  }

  std::string rack_remarks() const {
    const effort::Space& space = report_.space;
    std::string out;
    std::uint64_t unknown = 0, used = 0, all = 0;
    for (const effort::RackSpace& rack : space.racks) {
      unknown += rack.units == 0 ? 1u : 0u;
      all += static_cast<std::uint64_t>(rack.units);
      used += rack.units > 0 ? static_cast<std::uint64_t>(rack.used) : 0u;
    }
    if (all > 0) out += wrapped("  ", fmt::format("{} of {} used ({})", whole(used), counted(all, "unit"), per_cent(used, all)));
    if (unknown > 0)
      out += wrapped("  ", fmt::format("{} without `units`: what is free there nobody can say", counted(unknown, "rack")));
    if (space.pieces_without_rack > 0)
      out +=
          wrapped("  ", fmt::format("{} in no rack, {}", counted(static_cast<std::uint64_t>(space.pieces_without_rack), "piece"),
                                    counted(static_cast<std::uint64_t>(space.units_without_rack), "unit")));
    return out;
  }

  std::string connectors() const {
    const effort::Counts& counts = report_.counts;
    if (counts.connectors.empty()) return {};
    TableRows rows{{"connectors", "cable plugs", "ferrules", "sockets", "panel adapters", "optic ports"}};
    for (const effort::ConnectorCount& one : counts.connectors)
      rows.push_back({one.connector.empty() ? "not stated" : printable(one.connector), whole(one.plugs), whole(one.ferrules),
                      whole(one.sockets), whole(one.adapters), whole(one.ports)});
    std::string out = "\n" + figures_table(rows, 1);
    const std::uint64_t dark = counts.fibres - counts.lit;
    out += wrapped("  ", fmt::format("{} in {}: {} lit by links, {} dark", counted(counts.fibres, "fibre"),
                                     counted(counts.cables, "cable"), whole(counts.lit), whole(dark)));
    std::string length = "cable in all: " + kilometres(counts.length_mm);
    if (counts.without_length > 0) length += fmt::format(", and {} of unknown length", counted(counts.without_length, "cable"));
    out += wrapped("  ", length);
    const auto units = static_cast<std::uint64_t>(report_.space.panel_units);
    if (units > 0)
      out += wrapped(
          "  ", fmt::format("panels: {} and {} in {}, {} fibres to a unit", counted(counts.panel_ports, "port"),
                            counted(counts.panel_fibres, "fibre"), counted(units, "unit"), whole(counts.panel_fibres / units)));
    return out;
  }

  std::string duplex() const {
    const effort::Duplex& other = report_.duplex;
    const effort::Counts& counts = report_.counts;
    if (other.cords == 0) return {};
    TableRows rows{{"links in duplex cords", "this plant", "duplex LC", "ratio"}};
    const auto row = [&](std::string name, std::uint64_t here, std::uint64_t there) {
      rows.push_back(
          {std::move(name), whole(here), whole(there), ratio(static_cast<std::int64_t>(there), static_cast<std::int64_t>(here))});
    };
    row("cables that carry light", counts.used_cables, other.cords);
    row("their plugs", counts.used_plugs, other.plugs);
    if (other.panel_ports > 0 && other.panel_units)
      row("panel units, at least", static_cast<std::uint64_t>(report_.space.panel_units), *other.panel_units);
    if (other.weight.unknown == 0 && other.plant_weight.unknown == 0)
      rows.push_back({"weight of the cables", kilograms(other.plant_weight.grams), kilograms(other.weight.grams),
                      ratio(other.weight.grams, other.plant_weight.grams)});
    std::string out = "\n" + figures_table(rows, 1);
    std::string assumed =
        "assumed: a two-fibre cord for each two fibres that a link lights, wherever a cable carries them; optics as they are, "
        "without the fan-outs that they would need";
    if (other.panel_ports > 0 && other.ports_per_unit)
      assumed += fmt::format("; {} duplex ports to a unit of panels", *other.ports_per_unit);
    assumed += "; thickness and weight of a duplex cord are estimates (data/cable_sizes.csv)";
    if (other.weight.unknown + other.plant_weight.unknown > 0)
      assumed += "; weights are not compared, since some lengths or weights are not known";
    return out + wrapped("  ", assumed);
  }

  std::string bundles() const {
    const effort::BundlePlan& plan = report_.bundles;
    if (plan.bundles.empty() && plan.loose == 0) return {};
    std::uint64_t single = 0, cables = 0;
    std::size_t largest = 0;
    for (const effort::CableBundle& bundle : plan.bundles) {
      single += bundle.cables.size() == 1 ? 1u : 0u;
      cables += bundle.cables.size();
      largest = std::max(largest, bundle.cables.size());
    }
    const std::string loose = fmt::format("{} with a plug in no rack: in no bundle", counted(plan.loose, "cable"));
    if (plan.bundles.empty()) return "\nbundles\n" + wrapped("  ", loose);
    std::string text =
        fmt::format("{} for {}, at most {} in one, {} alone; --bundle sets the most ({})", counted(plan.bundles.size(), "bundle"),
                    counted(cables, "cable"), largest, whole(single), report_.options.bundle);
    if (plan.loose > 0) text += "; " + loose;
    return "\nbundles\n" + wrapped("  ", text) + wrapped("  ", "their cables: --format csv --table bundles");
  }

  std::string hours() const {
    const effort::Labour& labour = report_.labour;
    if (labour.jobs.empty()) return {};
    TableRows rows{{"hours of one person", "", "hours"}};
    for (std::size_t task = 0; task < effort::kTasks; ++task)
      if (labour.pieces[task] > 0)
        rows.push_back({std::string(effort::spell(static_cast<effort::Task>(task))),
                        task_pieces(static_cast<effort::Task>(task), labour.pieces[task]), hours_said(labour.by_task[task])});
    rows.push_back({"all", "", (short_of_all() ? "at least " : "") + hours_said(labour.all)});
    return "\n" + figures_table(rows, 2) + hour_remarks() + hours_by_area();
  }

  // Where there is more than one row of racks, and few enough to be told: what is between two rows stands by itself.
  std::string hours_by_area() const {
    std::map<std::vector<std::uint32_t>, std::int64_t> by_areas;
    for (const effort::Job& job : report_.labour.jobs) by_areas[job.areas] += job.work;
    if (by_areas.size() < 2 || by_areas.size() > kMostRows) return {};
    TableRows rows{{"hours by row of racks", "hours"}};
    for (const auto& [areas, work] : by_areas) {
      effort::Job job;
      job.areas = areas;
      rows.push_back({in_few(api::areas_spelled(report_, job)), hours_said(work)});
    }
    return "\n" + figures_table(rows, 1);
  }

  bool short_of_all() const { return report_.labour.without_length > 0 || !report_.labour.without_rate.empty(); }

  std::string hour_remarks() const {
    const effort::Labour& labour = report_.labour;
    std::string out;
    const std::size_t all = facts::rate_keys().size();
    out +=
        wrapped("  ", report_.own_rates == all ? std::string("all rates are your own")
                      : report_.own_rates == 0 ? std::string("rates: orders of magnitude, authors' estimates of low confidence "
                                                             "(data/labour_rates.csv); --rates takes your own")
                                               : fmt::format("rates: {} of {} your own, the others orders of magnitude, authors' "
                                                             "estimates of low confidence (data/labour_rates.csv)",
                                                             report_.own_rates, all));
    if (labour.without_length > 0)
      out += wrapped("  ", fmt::format("{} of unknown length: pulling it by the metre is not in the hours",
                                       counted(labour.without_length, "cable")));
    if (labour.splices > 0) out += wrapped("  ", fmt::format("{} in no hours", counted(labour.splices, "splice")));
    return out;
  }

  std::string phases() const {
    if (report_.phases.empty() || report_.labour.all == 0) return {};
    TableRows rows{
        {fmt::format("time, crews of {}", report_.options.crew), "hours", "one crew", "crews", "they last", "not below"}};
    std::int64_t work = 0, lasts = 0, bound = 0;
    for (const effort::PhasePlan& plan : report_.phases) {
      rows.push_back({phase_name(plan.phase), hours_said(plan.work), crew_hours(plan.work), whole(plan.crews),
                      crew_hours(plan.lasts), crew_hours(plan.bound)});
      work += plan.work;
      lasts += plan.lasts;
      bound += plan.bound;
    }
    if (report_.phases.size() > 1)
      rows.push_back({"all", hours_said(work), crew_hours(work), "", crew_hours(lasts), crew_hours(bound)});
    std::string out = "\n" + figures_table(rows, 1);
    for (const effort::PhasePlan& plan : report_.phases) out += critical_path(plan);
    if (anywhere_unknown())
      out += wrapped("  ", "what stands in no rack is taken to be in one place, where one crew works at a time");
    return out +
           wrapped("  ",
                   "the model: one crew at a time in each row of racks and in each tray that is pulled through; in a row "
                   "everything is "
                   "mounted, then pulled, dressed, labelled, cleaned, plugged, tested; phases follow each other. `Not below`: so "
                   "long is the busiest row or tray busy.");
  }

  bool anywhere_unknown() const {
    for (const effort::Job& job : report_.labour.jobs)
      for (const std::uint32_t area : job.areas)
        if (report_.labour.areas[area].empty()) return true;
    return false;
  }

  std::string crew_hours(std::int64_t work) const { return hours_said(api::crew_time(report_, work)); }

  std::string phase_name(std::uint32_t phase) const {
    return phase != kNone ? "phase " + printable(plant_.phases[phase]) : plant_.phases.empty() ? "all of it" : "no phase stated";
  }

  // "row A, row B: pull 3.0 h, dress 1.0 h; row B: test 2.0 h"
  std::string critical_path(const effort::PhasePlan& plan) const {
    if (plan.lasts == 0) return {};
    std::string out, where;
    std::size_t told = 0, left = 0;
    for (const std::uint32_t index : plan.longest) {
      const effort::PlannedJob& planned = plan.jobs[index];
      if (planned.start == planned.end) continue;
      if ((planned.end - planned.start) * kShortJobs < plan.lasts || told == kMostRows) {
        ++left;
        continue;
      }
      const effort::Job& job = report_.labour.jobs[planned.job];
      const std::string here = in_few(api::areas_spelled(report_, job));
      out += told++ > 0 && here == where ? ", " : (out.empty() ? "" : "; ") + here + ": ";
      out += fmt::format("{} {}", effort::spell(job.task), crew_hours(planned.end - planned.start));
      where = here;
    }
    if (left > 0) out += fmt::format("; and {}", counted(left, "short job"));
    std::string busy = plan.busiest_tray != kNone ? "tray " + plant_.trays[plan.busiest_tray].name
                       : plan.busiest_area != kNone && !report_.labour.areas[plan.busiest_area].empty()
                           ? report_.labour.areas[plan.busiest_area]
                           : std::string();
    const std::string title = report_.phases.size() > 1 ? phase_name(plan.phase) + ", longest chain: " : "longest chain: ";
    if (!busy.empty()) out += "; busiest: " + printable(busy);
    return wrapped("  ", title + out);
  }

  static std::string in_few(const std::string& areas) { return printable(shortened(areas, 60)); }

  std::string cost() const {
    if (!report_.bom.priced && !report_.options.wage)
      return "\n" + wrapped("", "No cost: --prices FILE or --prices generic, and --wage PRICE for an hour of one person.");
    TableRows rows{{"cost", report_.bom.currency.empty() ? "" : printable(report_.bom.currency), ""}};
    for (const api::CostClass& one : report_.cost) rows.push_back({one.name, sum_of(one), remark_of(one)});
    api::CostClass all{"all", report_.all, report_.all_at_least};
    rows.push_back({"all", sum_of(all), ""});
    std::string out = "\n" + figures_table(rows, 1, 2);
    if (report_.all.generic > 0)
      out += wrapped("  ", "an order of magnitude is nobody's price, and no offer (data/generic_prices.csv)");
    if (!report_.options.wage) out += wrapped("  ", "without labour: --wage PRICE for an hour of one person");
    return out;
  }

  std::string sum_of(const api::CostClass& one) const {
    const bool labour = one.name == "labour";
    if (one.total.beyond_reason) return "beyond all reason";
    if (one.total.lines > 0 && one.total.without_price == one.total.lines && !(one.name == "all" && report_.options.wage))
      return "not known";
    return (one.at_least ? "at least " : "") + api::spell(one.total.sum) + (labour ? "" : "");
  }

  std::string remark_of(const api::CostClass& one) const {
    std::string out;
    if (one.name == "labour") {
      out = fmt::format("{} at {}", hours_said(report_.labour.all), api::spell(*report_.options.wage));
      return report_.own_rates == facts::rate_keys().size() ? out : out + ", hours by estimated rates";
    }
    if (one.total.without_price > 0) out = fmt::format("{} without price", counted(one.total.without_price, "line"));
    if (one.total.generic > 0)
      out += (out.empty() ? "" : ", ") +
             fmt::format("an order of magnitude in {} of {}", one.total.generic, counted(one.total.lines, "line"));
    return out;
  }

  const EffortReport& report_;
  const plant::Plant& plant_;
};

}  // namespace

std::string effort_text(const EffortReport& report) { return EffortText(report).write(); }

}  // namespace ferrule::cli
