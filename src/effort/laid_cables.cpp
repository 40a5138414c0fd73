// Which cables light goes through is known by way, a few dozen for a hall; along each way the connectors of a bundle are found by
// arithmetic, so following a link costs a few additions for each of its joints.
#include "effort/laid_cables.h"

#include <algorithm>
#include <span>

namespace ferrule::effort {

using plant::kNone;

namespace {

// One joint of a way, with where its connector is: from the connector entered at `before`, or from the port.
struct Crossing {
  std::uint32_t before = kNone;  // index of the crossing before it
  std::int32_t delta = 0;
  std::uint32_t lanes = 0;
  bool into_cable = false, first_cable = false, splice = false;
};

class WayOfCables {
 public:
  WayOfCables(const plant::Plant& plant, const plant::Light& light, const check::Way& way) {
    std::map<std::uint32_t, std::uint32_t> known;  // step -> crossing
    for (const check::WayLeaf& leaf : way.leaves) {
      std::uint32_t before = kNone;
      for (const std::uint32_t id : light.way_to(leaf.step)) {
        const auto [at, fresh] = known.try_emplace(id, static_cast<std::uint32_t>(crossings.size()));
        if (fresh) crossings.push_back(crossing(plant, light, id, before));
        before = at->second;
      }
    }
  }

  std::vector<Crossing> crossings;  // one behind those it comes from

 private:
  Crossing crossing(const plant::Plant& plant, const plant::Light& light, std::uint32_t id, std::uint32_t before) const {
    const plant::Step& step = light.step(id);
    Crossing out;
    out.before = before;
    out.delta = light.exit(step.from).delta;
    out.splice = step.joint == plant::Joint::kSplice;
    if (step.face == kNone || !laid(plant.face_type(step.face).kind)) return out;
    out.lanes = step.lanes - (step.ending == plant::Ending::kUnlit ? step.ended : 0u);
    out.into_cable = out.lanes > 0;
    out.first_cable = true;
    for (std::uint32_t at = before; at != kNone; at = crossings[at].before)
      if (crossings[at].into_cable) out.first_cable = false;
    return out;
  }
};

class Layer {
 public:
  Layer(const plant::Plant& plant, const check::Proof& proof, Sites& sites) : plant_(plant), proof_(proof), sites_(sites) {}

  LaidCables lay() {
    cable_of_.assign(plant_.asset_count(), kNone);
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset)
      if (plant_.asset_first[asset] < plant_.asset_first[asset + 1] && laid(plant_.asset_type(asset).kind)) add(asset);
    out_.link_phase.assign(plant_.link_count(), kNone);
    for (const check::Way& way : proof_.ways) ways_.emplace_back(plant_, proof_.light, way);
    for (std::uint32_t link = 0; link < plant_.link_count(); ++link)
      for (std::uint32_t bundle = plant_.links[link].first_bundle; bundle < plant_.links[link + 1].first_bundle; ++bundle)
        follow(link, bundle);
    return std::move(out_);
  }

 private:
  void add(std::uint32_t asset) {
    const std::uint32_t first = plant_.asset_first[asset];
    LaidCable cable;
    cable.asset = asset;
    cable.type = plant_.face_info(first).type;
    cable.length_mm = plant_.connectors[first].length_mm;
    cable.phase = sites_.of_cable(asset).phase;
    std::vector<std::uint32_t> a, b;
    for (std::uint32_t plug = first; plug < plant_.asset_first[asset + 1]; ++plug) {
      const std::uint32_t node = sites_.node_of(plug);
      const std::uint32_t rack = node == kNone ? kNone : plant_.nodes[node].rack;
      if (rack == kNone)
        cable.loose = cable.loose || !plant_.capped.contains(plug);  // a spare tail lies where the others do
      else
        (end_a(plant_.face_of(plug)) ? a : b).push_back(rack);
    }
    cable.racks_a = out_.sets.of(std::move(a));
    cable.racks_b = out_.sets.of(std::move(b));
    cable_of_[asset] = static_cast<std::uint32_t>(out_.cables.size());
    out_.cables.push_back(cable);
  }

  void follow(std::uint32_t link, std::uint32_t bundle) {
    std::uint32_t& phase = out_.link_phase[link];
    const plant::Bundle& asked = plant_.bundles[bundle];
    for (const std::uint32_t end : {asked.a, asked.b})
      if (end != kNone && sites_.node_of(end) != kNone) phase = later_phase(phase, plant_.nodes[sites_.node_of(end)].phase);
    const std::vector<Crossing>& crossings = ways_[proof_.way_of_bundle[bundle]].crossings;
    entered_.assign(crossings.size(), kNone);
    for (std::size_t i = 0; i < crossings.size(); ++i) {
      const Crossing& crossing = crossings[i];
      const std::uint32_t from = crossing.before == kNone ? asked.a : entered_[crossing.before];
      if (from == kNone) continue;
      const std::uint32_t left =
          crossing.before == kNone ? from : static_cast<std::uint32_t>(static_cast<std::int64_t>(from) + crossing.delta);
      entered_[i] = plant_.connectors[left].mate;
      if (crossing.into_cable && entered_[i] != kNone) pass(crossing, cable_of_[plant_.connectors[entered_[i]].asset], phase);
    }
  }

  void pass(const Crossing& crossing, std::uint32_t index, std::uint32_t& phase) {
    if (index == kNone) return;
    LaidCable& cable = out_.cables[index];
    const std::uint32_t pairs = (crossing.lanes + 1) / 2;
    cable.lit += crossing.lanes;
    cable.pairs += pairs;
    if (!crossing.first_cable && !crossing.splice) out_.pair_joints += pairs;
    phase = later_phase(phase, cable.phase);
  }

  const plant::Plant& plant_;
  const check::Proof& proof_;
  Sites& sites_;
  LaidCables out_;
  std::vector<std::uint32_t> cable_of_;  // by asset
  std::vector<WayOfCables> ways_;
  std::vector<std::uint32_t> entered_;  // by crossing of the bundle at hand
};

}  // namespace

std::uint32_t RackSets::of(std::vector<std::uint32_t> racks) {
  std::sort(racks.begin(), racks.end());
  racks.erase(std::unique(racks.begin(), racks.end()), racks.end());
  const auto [at, fresh] = numbers_.try_emplace(std::move(racks), static_cast<std::uint32_t>(sets_.size()));
  if (fresh) sets_.push_back(&at->first);
  return at->second;
}

LaidCables laid_cables(const plant::Plant& plant, const check::Proof& proof, Sites& sites) {
  return Layer(plant, proof, sites).lay();
}

bool laid(plant::Kind kind) {
  return kind == plant::Kind::kCord || kind == plant::Kind::kTrunk || kind == plant::Kind::kExtension ||
         kind == plant::Kind::kBreakout || kind == plant::Kind::kConversion;
}

bool end_a(const plant::TypeFace& face) { return face.name.starts_with('a'); }

std::uint32_t fibres_of(const plant::PartType& type) {
  std::uint32_t ends = 0;
  for (const plant::TypeFace& face : type.faces) ends += static_cast<std::uint32_t>(face.face.count());
  if (!type.map_known) return (ends + 1) / 2;
  const auto known = std::count_if(type.far.begin(), type.far.end(), [](const plant::FarEnd& far) { return far.known(); });
  return static_cast<std::uint32_t>(known) / 2;
}

std::uint32_t later_phase(std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) return a == kNone ? b : a;
  return std::max(a, b);
}

std::string phase_spelled(const plant::Plant& plant, std::uint32_t phase) {
  return phase == kNone ? std::string() : plant.phases[phase];
}

}  // namespace ferrule::effort
