#include "api/design_standing.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <fmt/format.h>

#include "api/plant_hall.h"
#include "api/standing_alike.h"
#include "api/standing_match.h"
#include "api/standing_parts.h"
#include "api/standing_revise.h"
#include "api/standing_trunks.h"
#include "lang/codes.h"
#include "synth/codes.h"
#include "synth/fans.h"

namespace ferrule::api {
namespace {

using plant::kNone;

// Names of the project: what it describes itself is not written a second time.
class ProjectNames {
 public:
  explicit ProjectNames(const plant::Plant& plant) {
    for (const plant::Node& node : plant.nodes) nodes_.insert(node.name);
    for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
      if (is_cable(plant, asset)) cables_.insert(plant.asset_spelled(asset));
    for (std::uint32_t link = 0; link < plant.link_count(); ++link) links_.emplace(plant.link_name(link));
    for (const plant::Coupler& coupler : plant.couplers) joints_.emplace(plant.names.get(coupler.name));
    for (const plant::PartType& type : plant.types) parts_.insert(type.name);
  }
  bool there(std::string_view section, std::string_view name) const {
    if (section == "parts") return parts_.contains(name);
    if (section == "cables") return cables_.contains(name);
    if (section == "links") return links_.contains(name);
    return section == "equipment" || section == "panels" ? nodes_.contains(name) : joints_.contains(name);
  }

 private:
  std::set<std::string, std::less<>> nodes_, cables_, links_, joints_, parts_;
};

std::string section_entries(const plant::SectionMeasures& measures) {
  std::vector<std::string> out;
  if (measures.width) out.push_back(fmt::format("width: {}", spell(*measures.width)));
  if (measures.depth) out.push_back(fmt::format("depth: {}", spell(*measures.depth)));
  if (measures.fill_most) out.push_back(fmt::format("fill: {}.{:02} %", *measures.fill_most / 100, *measures.fill_most % 100));
  return joined(out, ", ");
}

std::string rack_entry(const plant::Plant& plant, const plant::Rack& rack, const plant::SectionMeasures& drop) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  if (rack.placed) add(fmt::format("at: [{}, {}]", spell(rack.x), spell(rack.y)));
  if (rack.units > 0) add(fmt::format("units: {}", rack.units));
  for (const auto& [key, value] : {std::pair{"space", &rack.space}, std::pair{"hall", &rack.hall}, std::pair{"row", &rack.row}})
    if (!value->empty()) add(fmt::format("{}: \"{}\"", key, *value));
  if (rack.phase != kNone) add(fmt::format("phase: \"{}\"", plant.phases[rack.phase]));
  if (const std::string sizes = section_entries(drop); !sizes.empty()) add(fmt::format("drop: {{{}}}", sizes));
  return fmt::format("  \"{}\": {{{}}}\n", rack.name, out);
}

std::string tray_entry(const plant::Tray& tray, const plant::SectionMeasures& measures) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  if (tray.drawn)
    add(fmt::format("from: [{}, {}], to: [{}, {}]", spell(tray.from_x), spell(tray.from_y), spell(tray.to_x), spell(tray.to_y)));
  if (tray.height.millimetre != 0) add(fmt::format("height: {}", spell(tray.height)));
  if (tray.length) add(fmt::format("length: {}", spell(*tray.length)));
  if (!tray.space.empty()) add(fmt::format("space: \"{}\"", tray.space));
  if (!tray.side.empty()) add("side: " + tray.side);
  if (!tray.hall.empty()) add(fmt::format("hall: \"{}\"", tray.hall));
  if (const std::string sizes = section_entries(measures); !sizes.empty()) add(sizes);
  return fmt::format("  \"{}\": {{{}}}\n", tray.name, out);
}

// Racks and trays that only the standing plant has; the project's own stay as it says.
void add_sites(StandingPlant& standing, const Loaded& loaded, synth::Hall& hall) {
  if (standing.standing.revise) return;  // the project alone says where racks are now
  const plant::Plant& plant = standing.project.plant;
  for (std::uint32_t i = 0; i < plant.racks.size(); ++i) {
    const plant::Rack& rack = plant.racks[i];
    if (hall.find(rack.name)) continue;
    hall.racks.push_back(hall_rack(rack));
    standing.written.sections["racks"] += rack_entry(plant, rack, standing.project.measures.drop(i));
  }
  std::set<std::string_view> trays;
  for (const plant::Tray& tray : loaded.plant.trays) trays.insert(tray.name);
  for (std::uint32_t tray = 0; tray < plant.trays.size(); ++tray)
    if (!trays.contains(plant.trays[tray].name))
      standing.written.sections["trays"] += tray_entry(plant.trays[tray], standing.project.measures.tray(tray));
  hall.index();
}

// Seen from its other end.
LaidParts turned_round(LaidParts parts) {
  std::swap(parts.near_panel, parts.far_panel);
  std::swap(parts.near_ports, parts.far_ports);
  return parts;
}

// Cords over dark legs, looked for once for each rule and kind; says why some lie unused.
class CordFinder {
 public:
  CordFinder(const Loaded& loaded, const lang::Design& design, const synth::Net& net, std::vector<StandingKind> kinds,
             diag::Findings& findings)
      : loaded_(loaded), design_(design), net_(net), kinds_(std::move(kinds)), findings_(findings) {}

  std::optional<synth::CordPair> find(std::uint32_t rule, std::uint32_t kind, bool turned) {
    const auto [at, fresh] = known_.try_emplace({rule, kind, turned});
    if (!fresh) return at->second;
    const LaidParts& parts = kinds_[kind].parts;
    const LaidCords found = find_cords(loaded_, design_, net_, rule, turned ? turned_round(parts) : parts);
    at->second = found.cords;
    if (!found.cords && kinds_[kind].dark)
      synth::say(findings_, synth::kStandingNotUsed, design_.wishes[rule].place,
                 fmt::format("dark legs of trunks that stand, of the part {}, are not used for {}", kinds_[kind].trunk,
                             design_.fabric.rules[rule].name))
          .note("no cords are proven with them; the first tried: " + (found.why.empty() ? std::string("none fits") : found.why))
          .help("other optics, or leave them dark");
    return at->second;
  }

 private:
  const Loaded& loaded_;
  const lang::Design& design_;
  const synth::Net& net_;
  std::vector<StandingKind> kinds_;
  diag::Findings& findings_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, std::optional<synth::CordPair>> known_;
};

}  // namespace

std::unique_ptr<StandingPlant> read_standing(const std::string& path, const lang::Texts* texts, bool revise, Loaded& loaded,
                                             synth::Hall& hall, diag::Findings& findings) {
  auto out = std::make_unique<StandingPlant>();
  out->standing.revise = revise;
  const auto first = texts == nullptr ? lang::Texts::const_iterator() : texts->find(path);
  std::optional<lang::Project> project =
      texts == nullptr ? lang::read_project(path, loaded.sources, loaded.facts, findings)
                       : lang::read_project_text(path, first == texts->end() ? std::string() : first->second, *texts,
                                                 loaded.sources, loaded.facts, findings);
  if (!project || findings.any_at_least(diag::Severity::kError)) return nullptr;
  out->project = std::move(*project);
  if (!revise) {  // of a plan that nobody built the project's own things are as it says now
    hold_racks_alike(out->project.plant, loaded.plant, findings);
    hold_things_alike(out->project.plant, loaded.plant, loaded.design->fabric.place, findings);
  }
  const ProjectNames names(loaded.plant);
  diag::Findings said;  // by the first reading
  std::optional<lang::Written> written = lang::read_written(
      path, texts, [&](std::string_view section, std::string_view name) { return names.there(section, name); }, loaded.sources,
      loaded.facts, said);
  if (written)
    for (const diag::Place place : written->not_carried)
      lang::say(findings, lang::kWrongValue, place, "a further table of what stands is not carried into a plant")
          .note("equipment, panels, cables and links may stand in tables; lots and maps of parts may not")
          .help("write its rows into the YAML file");
  if (!written || findings.any_at_least(diag::Severity::kError)) return nullptr;
  out->written = std::move(*written);
  if (revise && out->project.design != nullptr) {
    say_not_written_by_design(loaded.design->fabric.place, "a `fabric`, as the project that a plan is made of", findings);
    return nullptr;
  }
  if (revise && !out->written.sections.empty()) {
    say_not_written_by_design(loaded.design->fabric.place, out->written.sections.begin()->first + " in YAML", findings);
    return nullptr;
  }
  add_sites(*out, loaded, hall);
  const plant::Plant& plant = out->project.plant;
  if (!revise)
    for (const plant::Node& node : plant.nodes) take_units(plant, node, hall);
  synth::Standing& standing = out->standing;
  for (const auto& [name, description] : out->written.parts) standing.parts.push_back({name, description});
  for (const plant::Node& node : plant.nodes) standing.nodes.insert(node.name);
  StandingReport& report = out->report;
  report.project = out->project.name;
  for (const plant::Node& node : plant.nodes) ++(node.panel ? report.panels : report.devices);
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    if (is_cable(plant, asset)) standing.cables.insert(plant.asset_spelled(asset));
  for (std::uint32_t link = 0; link < plant.link_count(); ++link) standing.links.emplace(plant.link_name(link));
  report.cables = standing.cables.size();
  report.links = plant.link_count();
  return out;
}

namespace {

void find_dark_legs(StandingPlant& out, const Loaded& loaded, const lang::Design& design, const synth::Hall& hall,
                    const synth::Net& net, diag::Findings& findings) {
  StandingTrunks found = find_standing_trunks(out.project.plant, out.standing.parts, hall, out.gone);
  out.standing.trunks = std::move(found.trunks);
  out.standing.panels = std::move(found.panels);
  std::map<std::string_view, synth::Side> sides;
  for (const synth::KeptCable& kept : out.standing.kept.cables) sides.emplace(kept.id, kept.side);
  for (synth::StandingTrunk& trunk : out.standing.trunks)
    if (const auto side = sides.find(trunk.id); side != sides.end()) trunk.side = side->second;
  if (out.standing.revise) {  // nothing of it is built: new links take it where it is what would be bought
    const auto kinds = std::make_shared<std::vector<StandingKind>>(std::move(found.kinds));
    out.standing.cords = [kinds, &design, &out](std::uint32_t rule, std::uint32_t kind, bool turned) {
      return cords_asked(out.recipes[rule], design.wishes[rule],
                         turned ? turned_round((*kinds)[kind].parts) : (*kinds)[kind].parts);
    };
    return;
  }
  const auto cords = std::make_shared<CordFinder>(loaded, design, net, std::move(found.kinds), findings);
  out.standing.cords = [cords](std::uint32_t rule, std::uint32_t kind, bool turned) { return cords->find(rule, kind, turned); };
}

// Trunks of a plan that is revised that nothing lights, and that no rule would buy now.
std::set<std::string> trunks_of_no_use(const StandingPlant& plan, const std::vector<synth::CablingWish>& wishes) {
  std::set<std::string> dark, out;
  for (const synth::KeptCable& cable : plan.standing.kept.cables)
    if (cable.trunk && cable.links == 0) dark.insert(cable.id);
  for (const synth::StandingTrunk& trunk : plan.standing.trunks) {
    if (!dark.contains(trunk.id)) continue;
    bool asked = false;
    for (std::uint32_t rule = 0; rule < plan.recipes.size() && !asked; ++rule)
      asked = trunk.last_slot <= wishes[rule].panel_cassettes &&
              (plan.standing.cords(rule, trunk.kind, false) || plan.standing.cords(rule, trunk.kind, true));
    if (!asked) out.insert(trunk.id);
  }
  return out;
}

void count_kept_links(StandingPlant& plan) {
  plan.report.links_kept = plan.report.links_cabled_anew = 0;
  for (const synth::KeptLink& kept : plan.kept) {
    plan.report.links_kept += kept.stands;
    plan.report.links_cabled_anew += !kept.stands && !kept.id.empty();
  }
}

}  // namespace

void leave_out(StandingPlant& out, const std::set<std::string>& trunks, const Loaded& loaded, const lang::Design& design,
               synth::Hall& hall, const synth::Net& net, diag::Findings& findings) {
  drop_trunks(out, trunks, net, hall);
  find_dark_legs(out, loaded, design, hall, net, findings);
  count_kept_links(out);
}

void adopt_standing(StandingPlant& out, const Loaded& loaded, const lang::Design& design, synth::Hall& hall, synth::Net& net,
                    diag::Findings& findings) {
  match_standing(out, loaded, design, hall, net, findings);
  if (findings.any_at_least(diag::Severity::kError)) return;
  out.links_asked = net.links;
  out.kept = synth::adopt(design.fabric, out.standing, net, findings);
  out.gone.assign(out.project.plant.asset_count(), false);
  if (out.standing.revise) {
    cable_anew(out, loaded, design, net);
    keep_plan(out, loaded, design, net, hall, findings);
  }
  find_dark_legs(out, loaded, design, hall, net, findings);
  if (out.standing.revise)
    if (const std::set<std::string> of_no_use = trunks_of_no_use(out, design.wishes); !of_no_use.empty())
      leave_out(out, of_no_use, loaded, design, hall, net, findings);
  for (const synth::Device& device : net.devices) out.report.devices_kept += device.stands || device.kept;
  count_kept_links(out);
}

namespace {

// Where the head of a harness is plugged: a port, or a panel.
std::optional<synth::Stand> stand_of_head(const plant::Plant& plant, const synth::Hall& hall, std::uint32_t head) {
  const plant::Run* run = nullptr;
  if (const auto port = plant.panel_port_at.find(head); port != plant.panel_port_at.end()) {
    for (const plant::Run& each : plant.runs)
      if (each.first_panel_port != kNone && port->second >= each.first_panel_port &&
          port->second - each.first_panel_port < each.names.count * each.ports_each)
        run = &each;
  } else if (plant.connectors[head].mate != kNone) {
    run = plant.run_of(plant.connectors[plant.connectors[head].mate].asset);
  }
  if (run == nullptr) return std::nullopt;
  const plant::Node& node = plant.nodes[run->node];
  if (node.rack == kNone || node.unit == 0) return std::nullopt;
  const std::optional<std::uint32_t> rack = hall.find(plant.racks[node.rack].name);
  return rack ? std::optional(synth::Stand{*rack, node.unit, node.height}) : std::nullopt;
}

}  // namespace

void leave_short_tails(StandingPlant& out, const lang::Design& design, const std::vector<std::optional<synth::Stand>>& stands,
                       Length slack, synth::Hall& hall, synth::Net& net, diag::Findings& findings) {
  if (out.standing.revise) return;  // they become as long as they must be
  const plant::Plant& plant = out.project.plant;
  std::set<std::uint32_t> too_short;
  for (std::size_t i = 0; i < net.links.size(); ++i) {
    if (!out.kept[i].tail) continue;
    const std::uint32_t plug = out.tail_plugs[*out.kept[i].tail];
    const std::uint32_t length = plant.connectors[plug].length_mm;
    const std::optional<synth::Stand>& there = stands[synth::tail_of(net.links[i]).device];
    const auto head = stand_of_head(plant, hall, plant.asset_first[plant.connectors[plug].asset]);
    if (length == 0 || !there || !head) continue;  // nobody can say
    const synth::Way way = hall.way(*head, *there);
    if (way.known && (way.length + slack).millimetre > std::int64_t{length}) too_short.insert(*out.kept[i].tail);
  }
  if (too_short.empty()) return;
  std::vector<synth::StandingTail> tails;
  std::vector<std::uint32_t> plugs;
  for (std::uint32_t tail = 0; tail < out.standing.tails.size(); ++tail) {
    if (too_short.contains(tail)) continue;
    tails.push_back(std::move(out.standing.tails[tail]));
    plugs.push_back(out.tail_plugs[tail]);
  }
  out.standing.tails = std::move(tails);
  out.tail_plugs = std::move(plugs);
  net.links = out.links_asked;
  out.kept = synth::adopt(design.fabric, out.standing, net, findings);
}

void report_standing(StandingPlant& out, const synth::Net& net, const synth::Plan& plan, const std::set<std::string>& lit) {
  StandingReport& report = out.report;
  report.revised = out.standing.revise;
  report.trunks_lit = plan.lit_trunks.size();
  for (const auto& [trunk, links] : plan.lit_trunks) report.links_over_dark_legs += static_cast<std::size_t>(links);
  if (report.revised) return;  // what was left over is gone: report_revision
  const plant::Plant& plant = out.project.plant;
  const std::vector<std::vector<std::uint32_t>> links = links_by_plug(out, net);
  std::vector<bool> used(plant.asset_count());
  for (std::uint32_t plug = 0; plug < plant.connectors.size(); ++plug)
    if (!links[plug].empty()) used[plant.connectors[plug].asset] = true;
  std::set<std::string_view> kept_links, matched;
  for (const synth::KeptLink& kept : out.kept)
    if (kept.stands) kept_links.insert(kept.id);
  for (const synth::Device& device : net.devices)
    if (device.stands) matched.insert(device.name);
  for (const plant::Node& node : plant.nodes)
    if (!node.panel && !matched.contains(node.name)) report.devices_left.push_back(node.name);
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    if (is_cable(plant, asset) && !used[asset])
      if (std::string name = plant.asset_spelled(asset); !lit.contains(name)) report.cables_left.push_back(std::move(name));
  for (std::uint32_t link = 0; link < plant.link_count(); ++link)
    if (const std::string_view name = plant.link_name(link); !kept_links.contains(name)) report.links_left.emplace_back(name);
}

}  // namespace ferrule::api
