#include "api/effort.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "api/effort_codes.h"
#include "api/effort_rates.h"
#include "api/load_plant.h"
#include "base/text.h"
#include "check/proof.h"

namespace ferrule::api {
namespace {

constexpr std::int64_t kMinutesAnHour = 60'000;  // thousandths
constexpr std::array<std::string_view, 4> kCostClasses{"trunks", "panels", "cords", "optics"};

std::size_t cost_class_of(std::string_view kind) {
  if (kind == spell(BomKind::kTrunk)) return 0;
  if (kind == spell(BomKind::kTransceiver)) return 3;
  for (const BomKind cord : {BomKind::kCord, BomKind::kExtension, BomKind::kBreakout, BomKind::kConversion, BomKind::kLoopback})
    if (kind == spell(cord)) return 2;
  return 1;
}

void add_to(BomTotal& sum, const BomTotal& more) {
  const Wide all = static_cast<Wide>(sum.sum.hundredths) + more.sum.hundredths;
  constexpr Wide kMost = 1'000'000'000'000'000'000;
  sum.beyond_reason = sum.beyond_reason || more.beyond_reason || all > kMost;
  if (!sum.beyond_reason) sum.sum.hundredths = static_cast<std::int64_t>(all);
  sum.quantity += more.quantity;
  sum.lines += more.lines;
  sum.without_price += more.without_price;
  sum.generic += more.generic;
}

CostClass labour_cost(const EffortReport& report) {
  CostClass cost;
  cost.name = "labour";
  const Wide sum = (static_cast<Wide>(report.labour.all) * report.options.wage->hundredths + kMinutesAnHour / 2) / kMinutesAnHour;
  cost.total.beyond_reason = sum > 1'000'000'000'000'000'000;
  if (!cost.total.beyond_reason) cost.total.sum.hundredths = static_cast<std::int64_t>(sum);
  cost.at_least = report.labour.without_length > 0 || !report.labour.without_rate.empty();
  return cost;
}

void add_cost(EffortReport& report) {
  std::vector<CostClass> classes(kCostClasses.size());
  for (std::size_t i = 0; i < classes.size(); ++i) classes[i].name = kCostClasses[i];
  for (const BomTotal& kind : report.bom.by_kind) add_to(classes[cost_class_of(kind.name)].total, kind);
  for (CostClass& one : classes) {
    one.at_least = one.total.without_price > 0;
    if (one.total.lines > 0) report.cost.push_back(std::move(one));
  }
  if (report.options.wage) report.cost.push_back(labour_cost(report));
  for (const CostClass& one : report.cost) {
    add_to(report.all, one.total);
    report.all_at_least = report.all_at_least || one.at_least;
  }
}

diag::Findings::Builder warn_of(diag::Findings& findings, const lang::Code& code, diag::Severity severity, diag::Place place,
                                std::string message) {
  return findings.add(std::string(code.code), std::string(code.name), severity, place, std::move(message));
}

void judge_filling(EffortReport& report, const effort::Filling& filling, const lang::Code& code, diag::Place place,
                   const std::string& what, std::string_view wider) {
  if (!filling.too_full()) return;
  const bool bursts = filling.bursts();  // more than all of it is no matter of a rule
  auto finding = warn_of(report.findings, code, bursts ? diag::Severity::kError : diag::Severity::kWarning, place,
                         fmt::format("{} is filled to {}, more than {}", what, filling.fill_spelled(),
                                     bursts ? "it holds" : filling.limit_spelled()));
  if (bursts && filling.diameter_estimated)
    finding.note("nor would it hold them if those of estimated thickness were half as thick");
  if (filling.diameter_estimated)
    finding.note("the thickness of some of its cables is an estimate (data/cable_sizes.csv): `diameter` of a part states it");
  const bool rule_of_thumb = filling.limit_assumed && !bursts;
  if (rule_of_thumb) finding.note("no limit is stated for it; a rule of thumb stands for one");
  if (filling.without_diameter > 0)
    finding.note(fmt::format("{} of unknown thickness not counted", counted(filling.without_diameter, "cable")));
  finding.help(rule_of_thumb ? fmt::format("lay some cables another way, {}, or state its `fill`", wider)
                             : fmt::format("lay some cables another way, or {}", wider));
}

void judge_trays(EffortReport& report) {
  for (std::size_t i = 0; i < report.trays.size(); ++i) {
    const plant::Tray& tray = report.plant().trays[i];
    judge_filling(report, report.trays[i], kTrayOverFull, tray.place, "tray " + printable(tray.name), "take a wider tray");
  }
}

void judge_drops(EffortReport& report) {
  for (const effort::DropLoad& drop : report.drops)
    judge_filling(report, drop, kDropOverFull, report.plant().racks[drop.rack].place, effort::spell(drop, report.plant()),
                  "take a wider drop");
}

void judge_racks(EffortReport& report) {
  for (std::size_t i = 0; i < report.space.racks.size(); ++i) {
    const effort::RackSpace& space = report.space.racks[i];
    const plant::Rack& rack = report.plant().racks[i];
    if (space.stands_above()) {
      const plant::Node& node = report.plant().nodes[space.topmost];
      warn_of(report.findings, kRackOverFull, diag::Severity::kError, node.place,
              fmt::format("rack {} has {} units, and {} reaches up to unit {}", printable(rack.name), space.units,
                          printable(node.name), space.top))
          .note(rack.place, "the rack is described here")
          .help("correct `u` or `height` of what stands there, or `units` of the rack");
    }
    if (!space.over()) continue;
    warn_of(report.findings, kRackOverFull, diag::Severity::kError, rack.place,
            fmt::format("rack {} has {} units, and what stands in it takes {}", printable(rack.name), space.units, space.used))
        .note(fmt::format("{} of equipment, {} of panels", space.by_equipment, space.by_panels))
        .help("move something to another rack, or correct `units` of the rack or `height` of what stands in it");
  }
}

void work_out(EffortReport& report) {
  const Loaded& loaded = report.loaded();
  const plant::Plant& plant = loaded.plant;
  const LabourRates rates = labour_rates_for(report.options.rates, *report.bom.loaded, report.findings);
  report.own_rates = rates.own;
  const std::unique_ptr<check::Proof> proof = check::prove(plant, loaded.facts);
  effort::Sites sites(plant);
  const effort::CableSizes sizes(plant, loaded.measures, loaded.facts);
  report.laid = effort::laid_cables(plant, *proof, sites);
  report.space = effort::rack_space(plant);
  report.counts = effort::count(plant, report.laid);
  report.duplex = effort::as_duplex(report.laid, sizes, loaded.facts);
  report.trays = effort::tray_loads(plant, loaded.measures, report.laid, sizes, report.options.fill);
  report.drops = effort::drop_loads(plant, loaded.measures, report.laid, sizes, report.options.fill);
  report.bundles = effort::bundle_plan(plant, report.laid, report.options.bundle);
  report.labour = effort::labour(plant, report.laid, sites, rates.rates);
  report.phases = effort::schedule(report.labour);
  add_cost(report);
  judge_trays(report);
  judge_drops(report);
  judge_racks(report);
}

}  // namespace

EffortReport effort_of(const LoadRequest& request, const EffortOptions& options) {
  return effort_of(load_plant(request, options.prices), options, request.data);
}

EffortReport effort_of(std::unique_ptr<Loaded> loaded, const EffortOptions& options, const std::string& data) {
  EffortReport report;
  report.options = options;
  BomOptions bill;
  bill.prices = options.prices;
  report.bom = bill_of_materials(std::move(loaded), bill, data);
  report.findings = report.bom.findings;
  if (report.bom.loaded->readable) work_out(report);
  report.findings.sort();
  report.exit = report.findings.any_unreadable()                       ? Exit::kUnreadable
                : report.findings.any_at_least(diag::Severity::kError) ? Exit::kFindings
                                                                       : Exit::kClean;
  return report;
}

std::int64_t crew_time(const EffortReport& report, std::int64_t work) {
  const std::int64_t people = std::max(report.options.crew, 1);
  return (work + people / 2) / people;
}

std::string areas_spelled(const EffortReport& report, const effort::Job& job) {
  std::string out;
  for (const std::uint32_t area : job.areas) {
    const std::string& name = report.labour.areas[area];
    out += (out.empty() ? "" : ", ") + (name.empty() ? std::string("no rack stated") : name);
  }
  return out;
}

}  // namespace ferrule::api
