#include "api/design.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <fmt/format.h>

#include "api/bom_prices.h"
#include "api/chosen_defaults.h"
#include "api/crowded_racks.h"
#include "api/design_auto.h"
#include "api/design_laying.h"
#include "api/design_quantity.h"
#include "api/design_spread.h"
#include "api/design_ways.h"
#include "api/laying_wage.h"
#include "api/plant_hall.h"
#include "api/policy_wishes.h"
#include "api/standing_revise.h"
#include "base/text.h"
#include "lang/codes.h"
#include "lang/flow_text.h"
#include "lang/plan_text.h"
#include "lang/ranges.h"
#include "lang/values.h"
#include "synth/codes.h"
#include "synth/few_lengths.h"
#include "synth/stages.h"

namespace ferrule::api {
namespace {

// What is given goes over as text; a table beside it would be looked for in the folder of the plant, where the design's own are.
bool only_yaml(DesignReport& report, const lang::Design& design) {
  if (report.loaded->files.size() <= design.documents + design.link_files) return true;
  lang::say(report.findings, lang::kWrongValue, design.fabric.place, "tables beside a fabric are not carried into a plant")
      .note(fmt::format("{} is one", lang::in_quotes(report.loaded->sources.name(report.loaded->files[design.documents]))))
      .help("write their rows into the YAML file");
  return false;
}

// A stock length of the policy, or just what is needed.
// Up to which phase it is laid; nothing: there is no phase of that name.
std::optional<std::uint32_t> last_phase(DesignReport& report, const synth::Fabric& fabric, const std::string& name) {
  if (name.empty()) return synth::kEveryPhase;
  const auto found = std::find(fabric.phases.begin(), fabric.phases.end(), name);
  if (found != fabric.phases.end()) return static_cast<std::uint32_t>(found - fabric.phases.begin());
  auto finding = lang::say(report.findings, lang::kUnknownEnd, fabric.place,
                           fmt::format("there is no phase {} after which to stop", lang::in_quotes(name)));
  if (fabric.phases.empty())
    finding.help("list the phases in their order at the top: `phases: [P1, P2]`");
  else
    lang::suggest(finding, name, fabric.phases);
  return std::nullopt;
}

// Devices of tiers beside those that the project describes itself. What stands is matched with them elsewhere.
bool names_are_free(DesignReport& report) {
  if (report.standing != nullptr) return true;
  std::map<std::string_view, const plant::Node*> described;
  for (const plant::Node& node : report.loaded->plant.nodes) described.emplace(node.name, &node);
  for (const synth::Device& device : report.net.devices) {
    const auto own = described.find(device.name);
    if (device.stands || own == described.end()) continue;
    const synth::Tier& tier = report.fabric->tiers[device.tier];
    synth::say(report.findings, synth::kDeviceNamedTwice, own->second->place,
               fmt::format("{} is described here, and a device of {} is called so", printable(device.name), tier.name))
        .note(tier.place, fmt::format("{} is described here", tier.name))
        .help("another name for one of them");
    return false;
  }
  return true;
}

constexpr std::string_view kNewPhase = "new";

// What is added to a plant that stands is told apart by its phase. False: that was refused.
bool set_new_phase(DesignReport& report, lang::Design& design, const DesignOptions& options) {
  std::vector<std::string> all = report.standing->project.plant.phases;
  const auto there = [&](const std::string& name) { return std::find(all.begin(), all.end(), name) != all.end(); };
  const auto refuse = [&](std::string message, std::string help) {
    lang::say(report.findings, lang::kWrongValue, design.fabric.place, std::move(message)).help(std::move(help));
    return false;
  };
  if (design.fabric.phases.empty()) {
    std::string name = options.phase.empty() ? std::string(kNewPhase) : options.phase;
    if (const std::optional<std::string> fault = lang::name_fault(name, false))
      return refuse(fmt::format("{} is no phase: {}", lang::in_quotes(name), *fault), "--phase takes a name: --phase 2027");
    if (!options.phase.empty() && there(name))
      return refuse(fmt::format("what stands has a phase {} already", lang::in_quotes(name)), "another name with --phase");
    for (int number = 2; there(name); ++number) name = fmt::format("{}-{}", kNewPhase, number);
    design.fabric.phases = {name};
    for (synth::HallRack& rack : report.hall.racks) rack.phase.reset();  // of a list that is not written
  } else if (!options.phase.empty()) {
    return refuse("--phase beside the phases of the project", "what is added comes in those of the project");
  }
  for (const std::string& name : design.fabric.phases)
    if (!there(name)) all.push_back(name);
  std::string list;
  for (const std::string& name : all) list += (list.empty() ? "" : ", ") + lang::flow_key(name);
  design.head = design.policy + "phases: [" + list + "]\n";
  return true;
}

// Names of parts that only cables had which go are free again.
std::vector<synth::PlanPart> parts_that_stay(const synth::Standing& standing) {
  std::vector<synth::PlanPart> parts = standing.parts;
  if (!standing.revise) return parts;
  std::set<std::string_view> used;
  for (const synth::KeptCable& cable : standing.kept.cables) used.insert(cable.part);
  for (const synth::KeptPanel& panel : standing.kept.panels) used.insert(panel.part);
  std::erase_if(parts, [&](const synth::PlanPart& part) { return !used.contains(part.name); });
  return parts;
}

// Reads what stands and lets the net take over its names and ports.
bool take_over(DesignReport& report, lang::Design& design, const DesignOptions& options, const GivingWay& giving_way) {
  if (options.standing.empty()) return true;
  report.standing = read_standing(options.standing, options.texts, options.revise, *report.loaded, report.hall, report.findings);
  if (report.standing == nullptr || (!options.revise && !set_new_phase(report, design, options))) return false;
  report.standing->giving_way = giving_way;
  for (const RecipeReport& found : report.recipes) report.standing->recipes.push_back(found.recipe);
  adopt_standing(*report.standing, *report.loaded, design, report.hall, report.net, report.findings);
  report.plan.parts = parts_that_stay(report.standing->standing);
  report.plan.parts_standing = options.revise ? 0 : report.plan.parts.size();
  return !failed(report);
}

bool revises(const DesignReport& report) { return report.standing != nullptr && report.standing->standing.revise; }

// A plan that is revised is written anew.
const lang::Written* written_of(const DesignReport& report) {
  return report.standing != nullptr && !revises(report) ? &report.standing->written : nullptr;
}

using Files = std::map<std::string, std::string, std::less<>>;

CheckReport check_files(const Files& files, const lang::Design& design, const std::string& data) {
  std::unique_ptr<Loaded> plan = load_texts(files, data);
  if (design.racks_of_any_height)
    for (plant::Rack& rack : plan->plant.racks) rack.units = 0;
  return check(std::move(plan), {.list_all = false, .repairs = false, .today = {}});
}

void count_phases(DesignReport& report, const synth::Fabric& fabric) {
  for (std::size_t i = 0; i < report.plan.phases.size() && i < fabric.phases.size(); ++i) {
    const synth::PlanPhase& phase = report.plan.phases[i];
    report.phases.push_back(
        {.name = fabric.phases[i], .links_over_old_trunks = phase.links_over_old_trunks, .old_trunks = phase.old_trunks});
  }
  if (report.phases.empty()) return;
  for (const synth::Device& device : report.net.devices) report.phases[device.phase].devices += !device.stands;
  for (const synth::PlanLink& link : report.plan.links) report.phases[link.phase].links += !link.stands || revises(report);
  for (const synth::PlanPanel& panel : report.plan.panels) report.phases[panel.phase].panels += !panel.stands;
  for (const synth::PlanCable& cable : report.plan.cables)
    ++(cable.trunk          ? report.phases[cable.phase].trunks
       : cable.is_harness() ? report.phases[cable.phase].harnesses
                            : report.phases[cable.phase].cords);
  report.phases.back().standing = report.check.counts.links;
  report.phases.back().proven = report.check.counts.proven;
}

void write_and_check(DesignReport& report, const lang::Design& design, const std::string& data) {
  report.files = lang::plan_files({design, report.net, report.hall, report.plan, report.loaded->project, written_of(report)});
  report.check = check_files(report.files, design, data);
}

// Takes another plan for the same links, unless they would then not be proven.
bool take_if_clean(DesignReport& report, const lang::Design& design, const std::string& data, synth::Plan other) {
  std::swap(report.plan, other);
  auto files = std::exchange(report.files, {});
  CheckReport check = std::exchange(report.check, {});
  write_and_check(report, design, data);
  if (report.check.exit == Exit::kClean) return true;
  report.plan = std::move(other);
  report.files = std::move(files);
  report.check = std::move(check);
  return false;
}

// Cables go around trays and drops that are too full for them.
void hold_to_ways(DesignReport& report, const lang::Design& design, const std::string& data) {
  const WaysHeld ways{!design.trays_of_any_size, !design.drops_of_any_size};
  const check::Policy& policy = report.loaded->settings.policy;
  auto around = led_around_full_ways(report.check, ways, report.plan, report.hall, orders_of(policy.ordering), policy.slack);
  LedAround held;
  held.longer_fails = around && !take_if_clean(report, design, data, std::move(*around));
  held.all_structured = std::all_of(report.recipes.begin(), report.recipes.end(), [](const RecipeReport& found) {
    return found.recipe.through_panels() || found.recipe.copper;
  });
  hold_ways(report.check, *report.loaded, ways, held, report.findings);
}

// Where part numbers cost something, cables of a part are ordered in few lengths.
void order_few_lengths(DesignReport& report, const lang::Design& design, const std::string& data, const synth::PartPrice& price,
                       std::int64_t number_cost) {
  synth::Plan few = report.plan;
  const std::uint64_t longer = synth::order_in_few_lengths(few, price, number_cost);
  const std::size_t before = synth::part_numbers(report.plan), after = synth::part_numbers(few);
  if (longer == 0 || !take_if_clean(report, design, data, std::move(few))) return;
  report.choices.push_back(fmt::format("{} ordered longer than needed: {} in place of {}", counted(longer, "cable"),
                                       counted(after, "part number"), before));
}

// The plant as it stands after each phase but the last, by the same rules. The first that is not clean is what the report shows.
void prove_stages(DesignReport& report, const lang::Design& design, const std::string& data) {
  for (std::uint32_t i = 0; i + 1 < report.phases.size(); ++i) {
    synth::Net net = report.net;
    synth::Plan plan = report.plan;
    synth::keep_until(i, net, plan);
    CheckReport stage =
        check_files(lang::plan_files({design, net, report.hall, plan, report.loaded->project, written_of(report)}), design, data);
    report.phases[i].standing = stage.counts.links;
    report.phases[i].proven = stage.counts.proven;
    if (stage.exit == Exit::kClean) continue;
    report.not_clean_after = report.phases[i].name;
    report.check = std::move(stage);
    return;
  }
}

// Rows of the plan before beside those that take their place.
void tell_revision(DesignReport& report) {
  diag::Sources sources;
  diag::Findings none;
  const lang::IsThere nothing = [](std::string_view, std::string_view) { return false; };
  if (const auto now = lang::read_written("plant.yaml", &report.files, nothing, sources, report.loaded->facts, none))
    report_revision(*report.standing, *now);
}

// What each part number costs besides its pieces, where prices are known to set it against.
std::int64_t stated_number_cost(const lang::Design& design, const DesignOptions& options) {
  std::int64_t most = 0;
  if (!options.prices.empty())
    for (const lang::LeftOpen& open : design.left_open) most = std::max(most, open.part_number_cost.value_or(0));
  return most;
}

// By the bill where prices go by quantity. Wherever free devices stood: as far as they were placed by the least that a piece may cost.
PlanCost cost_of(DesignReport& report, const lang::Design& design, const DesignOptions& options, const std::string& data) {
  DesignOptions any = options;
  any.pieces.reset();
  const PricedDesign priced = priced_design(report, {design, any, data});
  PlanCost cost = plan_cost(priced, report.plan, report.net);
  if (cost.by_quantity) {
    BomOptions bill;
    bill.prices = options.prices;
    cost = plan_cost(priced, report.plan, report.net, bill_of_materials(load_texts(report.files, data), bill, data));
  }
  if (report.places.least_cost && !options.pieces) cost.anywhere = report.places.least_cost->hundredths;
  return cost;
}

synth::PartPrice metres_as_price() {
  return [](const std::string&, Length length) -> std::optional<std::int64_t> { return length.millimetre; };
}

struct Planned {
  std::optional<Exit> fault;  // there is no plan
  synth::PartPrice price;
};

// From devices and links to cables that lie.
Planned plan_once(DesignReport& report, lang::Design& design, const LayingRequest& request, const GivingWay& giving_way) {
  report.net = synth::expand(design.fabric, report.findings);
  report.published = synth::check_published(design.fabric, report.findings);
  if (failed(report)) return {Exit::kInfeasible, {}};
  report.hall = hall_of(report.loaded->plant, design.fabric, report.findings);
  if (request.options.revise) {  // what of the plan before stays depends on them
    report.recipes = find_recipes(*report.loaded, design, report.net, report.findings);
    if (failed(report)) return {Exit::kInfeasible, {}};
  }
  if (!take_over(report, design, request.options, giving_way))
    return {report.findings.any_unreadable() ? Exit::kUnreadable : Exit::kInfeasible, {}};
  if (!names_are_free(report)) return {Exit::kInfeasible, {}};
  if (!request.options.revise) report.recipes = find_recipes(*report.loaded, design, report.net, report.findings);
  if (failed(report)) return {Exit::kInfeasible, {}};
  report.choices = chosen_defaults(report.loaded->facts, design, report.recipes);
  synth::PartPrice price = lay_out(report, request);
  return {failed(report) ? std::optional(Exit::kInfeasible) : std::nullopt, std::move(price)};
}

// In a plan that is revised, devices give way where what they stood beside finds no room; without a plan the first findings are told.
Planned plan_with_room(DesignReport& report, lang::Design& design, const LayingRequest& request) {
  const diag::Findings before = report.findings;
  Planned planned = plan_once(report, design, request, {});
  diag::Findings told = report.findings;
  GivingWay giving_way;
  for (const auto who : {GivingWay::Who::kFree, GivingWay::Who::kAll}) {
    if (!planned.fault || !revises(report)) return planned;
    giving_way.who = who;
    giving_way.racks.merge(crowded_racks(report));
    if (giving_way.racks.empty()) return planned;
    report.findings = before;
    report.plan = {};
    report.places = {};
    planned = plan_once(report, design, request, giving_way);
  }
  if (planned.fault) report.findings = std::move(told);
  return planned;
}

DesignReport design_as_written(std::unique_ptr<Loaded> loaded, const std::string& data, const DesignOptions& options,
                               std::optional<std::int64_t> asked_number_cost) {
  DesignReport report;
  report.loaded = std::move(loaded);
  report.findings = std::exchange(report.loaded->findings, {});
  const auto end = [&](Exit exit) {
    report.findings.sort();
    report.exit = exit;
    return std::move(report);
  };
  if (!report.loaded->readable) return end(Exit::kUnreadable);
  if (failed(report)) return end(Exit::kFindings);
  if (report.loaded->design == nullptr) return end(Exit::kUnreadable);
  const auto own = std::make_shared<lang::Design>(*report.loaded->design);
  lang::Design& design = *own;
  follow_policy(*report.loaded, design, report.findings);
  if (options.wage) pay_for_laying(*report.loaded, *options.wage, design);
  report.design = own;
  report.fabric = &design.fabric;
  if (!only_yaml(report, design)) return end(Exit::kFindings);
  const std::optional<std::uint32_t> until = last_phase(report, design.fabric, options.until);
  if (!until) return end(Exit::kFindings);
  const std::int64_t number_cost = asked_number_cost.value_or(stated_number_cost(design, options));
  const auto [fault, price] = plan_with_room(report, design, {design, options, data, *until, number_cost});
  if (fault) return end(*fault);
  write_and_check(report, design, data);
  if (report.check.exit == Exit::kClean) hold_to_ways(report, design, data);
  if (failed(report)) {
    report.files.clear();
    return end(Exit::kInfeasible);
  }
  if (report.check.exit == Exit::kClean && number_cost > 0)
    order_few_lengths(report, design, data, price ? price : metres_as_price(), number_cost);
  if (revises(report)) tell_revision(report);
  count_phases(report, design.fabric);
  if (report.check.exit == Exit::kClean) prove_stages(report, design, data);
  const bool clean = report.check.exit == Exit::kClean;
  if (clean && report.standing == nullptr) report.cost = cost_of(report, design, options, data);
  return end(clean ? Exit::kClean : Exit::kInfeasible);
}

}  // namespace

DesignReport design(const LoadRequest& request, const DesignOptions& options) {
  std::unique_ptr<Loaded> loaded = load(request);
  hold_price_lists(options.prices, *loaded);
  return design(std::move(loaded), request.data, options);
}

DesignReport design(std::unique_ptr<Loaded> loaded, const std::string& data, const DesignOptions& options) {
  DesignOptions all_phases = options;
  all_phases.until.clear();
  const auto with = [&data](const DesignOptions& given) -> DesignAsWritten {
    return [&](std::unique_ptr<Loaded> each, std::optional<std::int64_t> number_cost) {
      return design_by_quantity(std::move(each), number_cost.value_or(0),
                                [&](std::unique_ptr<Loaded> one, std::optional<std::int64_t> pieces) {
                                  DesignOptions at = given;
                                  at.pieces = pieces;
                                  return design_spread(std::move(one), [&](std::unique_ptr<Loaded> spread) {
                                    return design_as_written(std::move(spread), data, at, number_cost);
                                  });
                                });
    };
  };
  const DesignAsWritten asked = with(options), whole = with(all_phases);
  const bool open = loaded->readable && loaded->design != nullptr && leaves_open(*loaded->design) &&
                    !loaded->findings.any_at_least(diag::Severity::kError);
  return open ? design_best(std::move(loaded), data, options, whole, asked) : asked(std::move(loaded), std::nullopt);
}

}  // namespace ferrule::api
