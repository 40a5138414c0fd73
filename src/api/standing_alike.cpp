#include "api/standing_alike.h"

#include <map>
#include <tuple>
#include <fmt/format.h>

#include "base/text.h"
#include "effort/sites.h"
#include "plant/same_part.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

using plant::kNone;

void say_two_things(std::string_view what, std::string_view name, diag::Place own, diag::Place stands, diag::Place fabric,
                    diag::Findings& findings) {
  auto finding = synth::say(findings, synth::kStandingDiffers, own.known() ? own : fabric,
                            fmt::format("{} {} is one thing in what stands and another in the project", what, printable(name)));
  if (stands.known()) finding.note(stands, "what stands describes it here");
  finding.help(fmt::format("another name for the {} in the project, or the same description in both", what));
}

void hold_parts_alike(const plant::Plant& standing, const plant::Plant& project, diag::Place fabric, diag::Findings& findings) {
  std::map<std::string_view, const plant::PartType*> own;
  for (const plant::PartType& type : project.types) own.emplace(type.name, &type);
  for (const plant::PartType& type : standing.types)
    if (const auto at = own.find(type.name); at != own.end() && !same_part(type, *at->second))
      return say_two_things("part", type.name, at->second->place, type.place, fabric, findings);
}

// Where a device or panel stands, and what is in it.
using NodeTraits =
    std::tuple<bool, std::string, int, int, std::vector<std::tuple<std::string, std::uint32_t, std::string, std::uint32_t>>>;
NodeTraits traits_of(const plant::Plant& plant, const plant::Node& node) {
  NodeTraits out{node.panel, node.rack == kNone ? std::string() : plant.racks[node.rack].name, node.unit, node.height, {}};
  for (std::uint32_t r = node.first_run; r < node.first_run + node.runs; ++r) {
    const plant::Run& run = plant.runs[r];
    std::get<4>(out).emplace_back(run.names.count == 0 ? std::string() : run.names.at(0), run.names.count,
                                  plant.types[run.type].name, run.ports_each);
  }
  return out;
}

void hold_nodes_alike(const plant::Plant& standing, const plant::Plant& project, diag::Place fabric, diag::Findings& findings) {
  std::map<std::string_view, const plant::Node*> own;
  for (const plant::Node& node : project.nodes) own.emplace(node.name, &node);
  for (const plant::Node& node : standing.nodes)
    if (const auto at = own.find(node.name); at != own.end() && traits_of(standing, node) != traits_of(project, *at->second))
      return say_two_things(node.panel ? "panel" : "device", node.name, at->second->place, node.place, fabric, findings);
}

// Part, length, and the devices and panels that its plugs are in.
std::string cable_words(const plant::Plant& plant, effort::Sites& sites, std::uint32_t asset) {
  std::string out = plant.asset_type(asset).name;
  for (std::uint32_t plug = plant.asset_first[asset]; plug < plant.asset_first[asset + 1]; ++plug) {
    const std::uint32_t node = sites.node_of(plug);
    out += fmt::format("|{},{}", plant.connectors[plug].length_mm, node == kNone ? std::string() : plant.nodes[node].name);
  }
  return out;
}

void hold_cables_alike(const plant::Plant& standing, const plant::Plant& project, diag::Place fabric, diag::Findings& findings) {
  std::map<std::string, std::uint32_t> own;
  for (std::uint32_t asset = 0; asset < project.asset_count(); ++asset)
    if (project.asset_name[asset] != kNone) own.emplace(project.asset_spelled(asset), asset);
  if (own.empty()) return;
  effort::Sites here(project), there(standing);
  for (std::uint32_t asset = 0; asset < standing.asset_count(); ++asset) {
    if (standing.asset_name[asset] == kNone) continue;
    const std::string name = standing.asset_spelled(asset);
    if (const auto at = own.find(name);
        at != own.end() && cable_words(standing, there, asset) != cable_words(project, here, at->second))
      return say_two_things("cable", name, {}, {}, fabric, findings);
  }
}

}  // namespace

void hold_racks_alike(const plant::Plant& standing, const plant::Plant& project, diag::Findings& findings) {
  std::map<std::string_view, const plant::Rack*> own;
  for (const plant::Rack& rack : project.racks) own.emplace(rack.name, &rack);
  for (const plant::Rack& rack : standing.racks) {
    const auto at = own.find(rack.name);
    if (at == own.end() || !rack.placed || !at->second->placed) continue;
    if (at->second->x == rack.x && at->second->y == rack.y) continue;
    synth::say(findings, synth::kStandingDiffers, at->second->place,
               fmt::format("rack {} stands at [{}, {}], and the project has it at [{}, {}]", rack.name, spell(rack.x),
                           spell(rack.y), spell(at->second->x), spell(at->second->y)))
        .note(rack.place, "what stands describes it here")
        .help("one place for it in both");
    return;
  }
}

void hold_things_alike(const plant::Plant& standing, const plant::Plant& project, diag::Place fabric, diag::Findings& findings) {
  hold_parts_alike(standing, project, fabric, findings);
  hold_nodes_alike(standing, project, fabric, findings);
  hold_cables_alike(standing, project, fabric, findings);
}

}  // namespace ferrule::api
