#include "check/change.h"

#include <algorithm>
#include <numeric>

#include "plant/builder.h"
#include "plant/trace.h"

namespace ferrule::check {

using plant::kNone;

void Changes::count_joints(std::uint32_t asset, bool in) {
  const std::uint32_t first = plant_.asset_first[asset], end = plant_.asset_first[asset + 1];
  for (std::uint32_t c = first; c < end; ++c) {
    const std::uint32_t mate = plant_.connectors[c].mate;
    if (mate >= first && mate < c) continue;  // a part plugged into itself has one joint there
    count_joint(plant_, c, in, proof_);
  }
}

void Changes::add_source(std::uint32_t asset) {
  if (std::find(sources_.begin(), sources_.end(), asset) == sources_.end()) sources_.push_back(asset);
}

// Light sent outwards from every fibre of the part ends at the ports whose bundles it touches: a way is the same from either end. Only
// a tap's copy cannot go back, so where there are taps on the way, their other faces are asked too.
void Changes::touch(std::uint32_t asset) {
  sources_.assign(1, asset);
  const bool taps =
      std::any_of(plant_.types.begin(), plant_.types.end(), [](const auto& type) { return !type.branches.empty(); });
  for (std::size_t at = 0; at < sources_.size(); ++at) {
    shine(sources_[at]);
    if (taps) find_taps(sources_[at]);
  }
}

void Changes::find_taps(std::uint32_t asset) {
  const auto add = [&](std::uint32_t connector) {
    if (connector != kNone && !plant_.type_of(connector).branches.empty()) add_source(plant_.connectors[connector].asset);
  };
  for (std::uint32_t c = plant_.asset_first[asset]; c < plant_.asset_first[asset + 1]; ++c)
    for (int position = 0; position < plant_.face_of(c).face.size(); ++position)
      for (const plant::Hop& hop : plant::trace(plant_, {c, static_cast<std::uint16_t>(position)}).hops)
        add(hop.entered.connector);
}

void Changes::shine(std::uint32_t asset) {
  whole_face_.resize(plant_.faces.size(), kNone);
  starts_.clear();
  for (std::uint32_t c = plant_.asset_first[asset]; c < plant_.asset_first[asset + 1]; ++c) {
    const std::uint32_t face = plant_.connectors[c].face();
    if (whole_face_[face] == kNone) {
      std::vector<std::uint8_t> positions;
      const spec::Face& holes = plant_.face(face).face;
      positions.resize(static_cast<std::size_t>(holes.size()));
      std::iota(positions.begin(), positions.end(), std::uint8_t{0});  // empty ones too: light may end there
      whole_face_[face] = proof_.light.start_of(face, positions);
    }
    starts_.push_back({c, whole_face_[face]});
  }
  leaves_.resize(starts_.size());
  more_.clear();
  proof_.light.follow(starts_, leaves_, more_);
  const auto add = [&](const plant::Light::Leaf& leaf) {
    if (leaf.step == kNone) return;
    const plant::Step& step = proof_.light.step(leaf.step);
    if (step.ending == plant::Ending::kPort) return index_.append(leaf.connector, touched_);
    // A joint of the part itself that lets no light out: what ends at it from the other side comes through the neighbour.
    if (asset == sources_.front() && step.face != kNone && proof_.light.exit(step.from).step == kNone)
      add_source(plant_.connectors[leaf.connector].asset);
  };
  for (const plant::Light::Leaf& leaf : leaves_) add(leaf);
  for (const plant::Light::MoreLeaf& leaf : more_) add(leaf.leaf);
}

bool Changes::retype(std::uint32_t asset, std::uint32_t type) {
  touched_.clear();
  const std::uint32_t connectors = plant_.asset_first[asset + 1] - plant_.asset_first[asset];
  if (plant_.types[type].faces.size() != connectors) return false;
  touch(asset);
  count_joints(asset, false);
  plant::retype(plant_, asset, type);
  count_joints(asset, true);
  touch(asset);
  std::sort(touched_.begin(), touched_.end());
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  prove_again(plant_, facts_, touched_, proof_);
  return true;
}

}  // namespace ferrule::check
