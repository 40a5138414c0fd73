// How many fibres of the cables no link lights, and how many of those nothing can light. Page: docs/rules/dark-fibres.md
//
// A fibre is stranded when one of its ends meets nothing that leads on: it is loose, or faces a position without fibre or one that a
// receptacle does not use. An end that waits in a panel is free. Only what its own cable meets counts, not what lies behind. Lit fibres are counted by way, so that a million links cost as much as the few ways they go; a fibre that two links of the
// intent share counts for both.
#include <algorithm>
#include <map>
#include <set>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"
#include "plant/joint_map.h"

namespace ferrule::check {
namespace {

struct Count {
  std::uint64_t fibres = 0, stranded = 0;
};

constexpr std::uint32_t kWaiting = plant::kNone - 1;  // in a panel, nothing on the other side

// What one end of a cable meets, as one number: a face and a joint, kWaiting, or kNone.
std::uint32_t met_at(const plant::Plant& plant, std::uint32_t connector) {
  const std::uint32_t mate = plant.connectors[connector].mate;
  if (mate != plant::kNone) return plant.connectors[mate].face_joint;
  return plant.panel_port_at.contains(connector) ? kWaiting : plant::kNone;
}

bool leads_on(const plant::Plant& plant, const spec::Face& near, int position, std::uint32_t met) {
  if (met == plant::kNone || met == kWaiting) return met == kWaiting;
  const std::uint32_t face = met & 0x00FF'FFFF;
  const auto joint = static_cast<plant::Joint>(met >> 24);
  if (joint == plant::Joint::kUnstated) return true;  // nobody knows: not called stranded
  const std::optional<int> there = plant::met_position(joint, near, plant.face(face).face, position);
  if (!there) return false;
  const plant::PartType& type = plant.face_type(face);
  if (type.kind == plant::Kind::kTransceiver)
    return std::any_of(type.lanes.begin(), type.lanes.end(),
                       [&](const plant::Lane& lane) { return lane.face == plant.faces[face].index && lane.position == *there; });
  if (!type.map_known || type.far_of(plant.faces[face].index, static_cast<std::size_t>(*there)).known()) return true;
  return std::any_of(type.branches.begin(), type.branches.end(), [&](const plant::Branch& branch) {
    return branch.to.face == plant.faces[face].index && branch.to.position == *there;
  });
}

// Fibres of one cable whose ends meet what `met` says, face by face.
Count count_of(const plant::Plant& plant, const plant::PartType& type, const std::vector<std::uint32_t>& met) {
  Count count;
  for (std::size_t face = 0; face < type.faces.size(); ++face)
    for (int position = 0; position < type.faces[face].face.size(); ++position) {
      if (!type.map_known && type.faces[face].face.populated[static_cast<std::size_t>(position)] && face == 0) ++count.fibres;
      if (!type.map_known) continue;
      const plant::FarEnd far = type.far_of(face, static_cast<std::size_t>(position));
      const bool counted_at_far_end = far.known() && (far.face < face || (far.face == face && far.position < position));
      if (!far.known() || counted_at_far_end) continue;
      ++count.fibres;
      if (!leads_on(plant, type.faces[face].face, position, met[face]) ||
          !leads_on(plant, type.faces[far.face].face, far.position, met[far.face]))
        ++count.stranded;
    }
  return count;
}

// All cables, alike ones counted once: neighbours are mostly alike.
Count count_cables(const View& view) {
  const plant::Plant& plant = view.plant;
  Count all;
  std::map<std::vector<std::uint32_t>, Count> known;
  std::vector<std::uint32_t> met, key, last_key;
  Count last;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    const std::uint32_t first = plant.asset_first[asset], end = plant.asset_first[asset + 1];
    if (first == end) continue;
    const std::uint32_t type = plant.faces[plant.connectors[first].face()].type;
    if (!is_cable(plant.types[type].kind)) continue;
    constexpr std::uint32_t kAhead = 12;
    for (std::uint32_t c = first + kAhead; c < end + kAhead && c < plant.connectors.size(); ++c)
      if (const std::uint32_t mate = plant.connectors[c].mate; mate != plant::kNone) __builtin_prefetch(&plant.connectors[mate]);
    key.assign(1, type);
    for (std::uint32_t c = first; c < end; ++c) key.push_back(met_at(plant, c));
    if (key != last_key) {
      auto at = known.find(key);
      if (at == known.end()) {
        met.assign(key.begin() + 1, key.end());
        at = known.emplace(key, count_of(plant, plant.types[type], met)).first;
      }
      last = at->second;
      last_key = key;
    }
    all.fibres += last.fibres;
    all.stranded += last.stranded;
  }
  return all;
}

// Fibres of cables that one bundle of this way lights.
std::uint64_t lit_by(const View& view, const Way& way) {
  std::set<std::uint32_t> steps;
  for (const WayLeaf& leaf : way.leaves)
    for (const std::uint32_t id : view.proof.light.way_to(leaf.step)) steps.insert(id);
  std::uint64_t lit = 0;
  for (const std::uint32_t id : steps) {
    const plant::Step& step = view.proof.light.step(id);
    if (step.face == plant::kNone || !is_cable(view.plant.face_type(step.face).kind)) continue;
    lit += step.lanes - (step.ending == plant::Ending::kUnlit ? step.ended : 0);
  }
  return lit;
}

}  // namespace

void dark_fibres(const View& view, Report& report) {
  if (view.plant.link_count() == 0) return;  // without intent every fibre would be dark
  const Count cables = count_cables(view);
  std::uint64_t lit = 0;
  for (const Way& way : view.proof.ways) lit += lit_by(view, way) * way.bundles;
  if (lit >= cables.fibres) return;
  const std::uint64_t dark = cables.fibres - lit, stranded = std::min(cables.stranded, dark);
  report.elsewhere({}, fmt::format("{} of {} in cables {} lit by no link: {} free, {} stranded", with_thousands(dark),
                                   spell_count(cables.fibres, "fibre"), dark == 1 ? "is" : "are", with_thousands(dark - stranded),
                                   with_thousands(stranded)));
}

}  // namespace ferrule::check
