#include "plant/builder.h"

#include <algorithm>

namespace ferrule::plant {

std::uint32_t Builder::add_type(PartType type) {
  const auto id = static_cast<std::uint32_t>(plant_.types.size());
  plant_.type_first_face.push_back(static_cast<std::uint32_t>(plant_.faces.size()));
  for (std::size_t face = 0; face < type.faces.size(); ++face) plant_.faces.push_back({id, static_cast<std::uint16_t>(face)});
  plant_.types.push_back(std::move(type));
  return id;
}

std::uint32_t Builder::add_asset(std::uint32_t type, std::string_view name, Length length, ShortPlace place) {
  if (plant_.asset_first.empty()) plant_.asset_first.push_back(0);
  const auto asset = static_cast<std::uint32_t>(plant_.asset_first.size() - 1);
  const std::uint32_t first_face = plant_.type_first_face[type];
  const auto faces = static_cast<std::uint32_t>(plant_.types[type].faces.size());
  for (std::uint32_t face = 0; face < faces; ++face)
    plant_.connectors.push_back({kNone, first_face + face, asset, static_cast<std::uint32_t>(length.millimetre)});
  plant_.asset_first.push_back(static_cast<std::uint32_t>(plant_.connectors.size()));
  plant_.asset_name.push_back(name.empty() ? kNone : plant_.names.add(name));
  plant_.asset_place.push_back(place);
  return asset;
}

bool Builder::mate(std::uint32_t a, std::uint32_t b, Joint joint) {
  if (a == b || joint == Joint::kNone || mated(a) || mated(b)) return false;
  const auto set = [&](std::uint32_t from, std::uint32_t to) {
    Connector& connector = plant_.connectors[from];
    connector.mate = to;
    connector.face_joint = connector.face() | static_cast<std::uint32_t>(joint) << 24;
  };
  set(a, b);
  set(b, a);
  return true;
}

void Builder::add_link(std::string_view name, ShortPlace place) {
  plant_.links.push_back({plant_.names.add(name), static_cast<std::uint32_t>(plant_.bundles.size()), place});
}

void Builder::add_bundle(Bundle bundle) { plant_.bundles.push_back(bundle); }

std::optional<std::uint32_t> Builder::lane_set(std::uint32_t face, int first, int count, bool receive_only, bool transmit_only) {
  if (first < 0 || first > 0xFF || count < 0 || count > 0xFF) return std::nullopt;  // the key below holds a byte of each
  const std::uint64_t key = static_cast<std::uint64_t>(face) << 32 | static_cast<std::uint64_t>(first) << 16 |
                            static_cast<std::uint64_t>(count) << 8 | (receive_only ? 1u : 0u) | (transmit_only ? 2u : 0u);
  if (const auto known = known_sets_.find(key); known != known_sets_.end()) return known->second;
  const PartType& type = plant_.face_type(face);
  const std::uint16_t index = plant_.faces[face].index;
  int lanes = 0;
  for (const Lane& lane : type.lanes)
    if (lane.face == index) lanes = std::max(lanes, lane.number + 1);
  if (count == 0) count = lanes - first;
  if (count <= 0 || first + count > lanes) return std::nullopt;
  LaneSet set;
  set.face = face;
  set.first_lane = static_cast<std::uint8_t>(first);
  set.lanes = static_cast<std::uint8_t>(count);
  set.whole = count == lanes;
  set.one_way = receive_only || transmit_only;
  for (const Lane& lane : type.lanes) {
    if (lane.face != index || lane.number < first || lane.number >= first + count) continue;
    if (receive_only && lane.function == Function::kTransmit) continue;
    if (transmit_only && lane.function == Function::kReceive) continue;
    set.fibres.push_back({lane.position, lane.function, lane.side, static_cast<std::uint8_t>(lane.number - first)});
  }
  const auto id = static_cast<std::uint32_t>(plant_.lane_sets.size());
  plant_.lane_sets.push_back(std::move(set));
  known_sets_.emplace(key, id);
  return id;
}

void Builder::reserve(std::size_t assets, std::size_t connectors, std::size_t links) {
  plant_.asset_first.reserve(assets + 1);
  plant_.asset_name.reserve(assets);
  plant_.asset_place.reserve(assets);
  plant_.connectors.reserve(connectors);
  plant_.links.reserve(links + 1);
  plant_.bundles.reserve(links);
}

Plant Builder::finish() && {
  if (plant_.asset_first.empty()) plant_.asset_first.push_back(0);
  plant_.links.push_back({0, static_cast<std::uint32_t>(plant_.bundles.size()), {}});
  return std::move(plant_);
}

bool retype(Plant& plant, std::uint32_t asset, std::uint32_t type) {
  const std::uint32_t first = plant.asset_first[asset], count = plant.asset_first[asset + 1] - first;
  if (plant.types[type].faces.size() != count) return false;
  for (std::uint32_t face = 0; face < count; ++face) {
    Connector& connector = plant.connectors[first + face];
    connector.face_joint = (connector.face_joint & 0xFF00'0000) | (plant.type_first_face[type] + face);
  }
  return true;
}

}  // namespace ferrule::plant
