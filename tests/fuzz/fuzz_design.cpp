// Whatever the bytes: a fabric is read or refused, with the files of links beside it, expanded or refused, and what comes out is whole: every receptacle is used once and
// is there, every link has its cable, and units hold one thing each.
#include <algorithm>
#include <cstdint>
#include <set>

#include "held.h"
#include "lang/design.h"
#include "lang/plan_text.h"
#include "lang/project.h"
#include "synth/cabling.h"
#include "synth/placing.h"
#include "synth/published.h"

namespace diag = ferrule::diag;
namespace lang = ferrule::lang;
namespace synth = ferrule::synth;

namespace {

constexpr std::uint64_t kBudget = 100'000;
constexpr int kSmall = 40, kFew = 4;  // of what a fabric multiplies: the fuzzer is to see many, not large ones
constexpr std::size_t kMostLinks = 20'000;

void make_small(synth::Fabric& fabric) {
  for (synth::Group& group : fabric.groups) group.count = std::min(group.count, kFew);
  for (synth::Growth& growth : fabric.growth)
    for (auto* counts : {&growth.groups, &growth.tiers})
      for (auto& [what, count] : *counts) count = std::min(count, kFew);
  for (synth::PublishedRow& row : fabric.published)
    for (auto& [group, count] : row.groups) count = std::min(count, kFew);
  for (synth::Tier& tier : fabric.tiers) {
    if (tier.count) tier.count = std::min(*tier.count, kSmall);
    for (synth::CountElsewhere& other : tier.elsewhere) other.count = std::min(other.count, kSmall);
    if (tier.per.size() > kFew) tier.per.resize(kFew);
  }
}

void hold_net(const synth::Fabric& fabric, const synth::Net& net) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const synth::NetLink& link : net.links)
    for (const synth::NetPort& port : {link.a, link.b}) {
      hold(port.device < net.devices.size() && seen.emplace(port.device, port.receptacle).second);
      const std::vector<synth::PortRun>& ports = synth::ports_of(fabric, net.devices[port.device]);
      hold(port.receptacle < synth::receptacles_of(ports));
      hold(!synth::port_name(ports, port.receptacle).empty());
    }
}

synth::Hall hall_of(const ferrule::plant::Plant& plant) {
  synth::Hall hall;
  for (const ferrule::plant::Rack& rack : plant.racks) {
    synth::HallRack out;
    out.name = rack.name;
    out.placed = rack.placed;
    out.at = {rack.x.millimetre, rack.y.millimetre};
    out.units = rack.units;
    hall.racks.push_back(std::move(out));
    if (hall.racks.size() == kSmall) break;
  }
  for (const ferrule::plant::Tray& tray : plant.trays)
    if (tray.drawn && hall.trays.size() < kSmall)
      hall.trays.push_back({tray.name,
                            {tray.from_x.millimetre, tray.from_y.millimetre},
                            {tray.to_x.millimetre, tray.to_y.millimetre},
                            0,
                            {},
                            synth::side_of(tray.side),
                            tray.hall});
  hall.index();
  return hall;
}

void lay(const lang::Design& design, const synth::Net& net, synth::Hall hall) {
  diag::Findings findings;
  synth::Plan plan;
  plan.stands = synth::place_given(design.fabric, net, hall, findings);
  synth::place_free(design.fabric, net, hall, std::vector<std::optional<std::uint32_t>>(net.devices.size()), plan.stands,
                    findings);
  synth::Recipe recipe;
  recipe.cord_a = "a";
  recipe.cord_b = "b";
  recipe.in_rack = "c";
  recipe.trunk = "t{legs}";
  recipe.panel = "p{ports}";
  synth::CablingRequest request{design.fabric,
                                net,
                                hall,
                                design.wishes,
                                std::vector<synth::Recipe>(design.fabric.rules.size(), recipe),
                                [](ferrule::Length needed, synth::CableKind) { return std::optional(needed); },
                                {}};
  synth::lay_cables(request, plan, findings);
  hold(plan.links.size() == net.links.size());
  if (!findings.any_at_least(diag::Severity::kError)) hold(plan.cables.size() >= plan.links.size());
  const std::string name = "fuzz";
  hold(lang::plan_files({design, net, hall, plan, name}).count("plant.yaml") == 1);
}

// A line "# file: NAME" begins another file: one of links, beside the project.
std::pair<std::string, lang::Texts> files_of(std::string_view all) {
  constexpr std::string_view kMark = "\n# file: ";
  std::size_t at = all.find(kMark);
  std::pair<std::string, lang::Texts> out{std::string(all.substr(0, at)), {}};
  while (at != std::string_view::npos) {
    const std::size_t name = at + kMark.size(), line = std::min(all.find('\n', name), all.size());
    at = all.find(kMark, line);
    const std::string_view text = all.substr(std::min(line + 1, all.size()));
    out.second.emplace(all.substr(name, line - name),
                       text.substr(0, at == std::string_view::npos ? at : at - std::min(at, line + 1)));
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  diag::Sources sources;
  diag::Findings findings;
  const auto [first, beside] = files_of({reinterpret_cast<const char*>(data), size});
  const std::optional<lang::Project> project =
      lang::read_project_text("plant.yaml", first, beside, sources, all_facts(), findings, lang::Budget(kBudget));
  if (!project || project->design == nullptr) return 0;
  lang::Design design = *project->design;
  make_small(design.fabric);
  diag::Findings own;
  synth::check_published(design.fabric, own);
  const synth::Net net = synth::expand(design.fabric, own);
  hold(net.links.empty() || !net.devices.empty());
  if (net.links.empty() || net.links.size() > kMostLinks) return 0;
  hold_net(design.fabric, net);
  lay(design, net, hall_of(project->plant));
  return 0;
}
