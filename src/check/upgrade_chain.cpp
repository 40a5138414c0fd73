#include "check/upgrade_chain.h"

#include <algorithm>

#include "check/upgrade_cut.h"
#include "plant/trace.h"

namespace ferrule::check {
namespace {

using plant::Joint;
using plant::Kind;
using plant::kNone;

constexpr std::size_t kMostPieces = 64;  // a row longer than this is no cabling

bool is_cord(Kind kind) { return kind == Kind::kCord || kind == Kind::kBreakout || kind == Kind::kExtension; }

Piece piece_at(const plant::Plant& plant, std::uint32_t entered, std::uint32_t left, Joint joint) {
  const plant::Connector& connector = plant.connectors[entered];
  return {&plant.type_of(entered), plant.face_info(entered).index, plant.face_info(left).index, joint, connector.length_mm,
          connector.asset};
}

// Sorts a row of pieces into cords and fixed part.
void settle(std::vector<Piece> pieces, Joint last, Chain& chain) {
  if (pieces.size() == 1) {
    chain.near_cord = pieces.front();
    return;
  }
  std::size_t first = 0, end = pieces.size();
  if (is_cord(pieces.front().part->kind)) {
    chain.near_cord = pieces.front();
    first = 1;
    chain.near_joint = pieces[1].joint;
  }
  if (is_cord(pieces.back().part->kind) && end - first > 1) {
    chain.far_cord = pieces.back();
    chain.far_joint = pieces.back().joint;
    --end;
  } else {
    chain.far_joint = last;
  }
  chain.fixed.assign(pieces.begin() + static_cast<long>(first), pieces.begin() + static_cast<long>(end));
}

// The joint that a plug meets in the panel port of `connector`, whether or not one is there already.
Joint panel_joint(const plant::Plant& plant, std::uint32_t connector) {
  if (plant.connectors[connector].mate != kNone) return plant.connectors[connector].joint();
  const auto port = plant.panel_port_at.find(connector);
  if (port == plant.panel_port_at.end()) return Joint::kNone;
  for (const plant::Run& run : plant.runs) {
    if (run.first_panel_port == kNone || port->second < run.first_panel_port) continue;
    if (port->second - run.first_panel_port >= run.names.count * run.ports_each) continue;
    return plant.types[run.type].faces.front().joint;
  }
  return Joint::kNone;
}

// The front that a leg's fibres come to: of two-fibre ports any, of array ports one that takes all of its fibres from this leg. Nothing
// where there is none: then no channel runs over this leg alone.
std::optional<std::uint16_t> front_behind(const plant::PartType& type, std::uint16_t rear) {
  for (std::size_t position = 0; position < static_cast<std::size_t>(type.faces[rear].face.size()); ++position) {
    const plant::FarEnd far = type.far_of(rear, position);
    if (!far.known() || far.face == rear) continue;
    if (type.faces[far.face].face.size() <= 2 || only_far_face(type, far.face) == rear) return far.face;
  }
  return std::nullopt;
}

// Walks outwards from a plug of the trunk. Appends the pieces met, and gives the joint that an equipment cord meets. Trunks that are
// joined without a panel are one permanent link, told of the first.
Joint walk(const plant::Plant& plant, std::uint32_t plug, std::vector<Piece>& pieces, std::string& why) {
  const std::uint32_t own = plant.connectors[plug].asset;
  for (std::size_t steps = 0; steps < kMostPieces; ++steps) {
    const plant::Connector& near = plant.connectors[plug];
    for (const std::uint32_t one : plant.disputed)
      if (one == plug || one == near.mate) return why = kDisputed, Joint::kNone;
    if (plant.panel_port_at.find(plug) != plant.panel_port_at.end()) return panel_joint(plant, plug);
    if (near.mate == kNone) return why = "an end of the trunk is plugged nowhere", Joint::kNone;
    const plant::PartType& type = plant.type_of(near.mate);
    const std::uint16_t face = plant.face_info(near.mate).index;
    if (type.kind == Kind::kTransceiver) return why = "the trunk ends in equipment", Joint::kNone;
    if (is_cord(type.kind)) return near.joint();
    if (type.kind != Kind::kTrunk) {
      if (!type.map_known) return why = "the map of " + type.name + " is not known", Joint::kNone;
      const std::optional<std::uint16_t> front = front_behind(type, face);
      if (!front) return why = "no port of " + type.name + " has all its fibres from this leg", Joint::kNone;
      pieces.push_back({&type, face, *front, near.joint(), plant.connectors[near.mate].length_mm});
      return type.faces[*front].joint;
    }
    if (plant.connectors[near.mate].asset < own) return why = "it is told of the trunk that it is joined to", Joint::kNone;
    const std::optional<std::uint16_t> far = only_far_face(type, face);
    if (!far) return why = "the fibres of " + type.name + " part", Joint::kNone;
    pieces.push_back({&type, face, *far, near.joint(), plant.connectors[near.mate].length_mm});
    plug = near.mate - face + *far;
  }
  return why = "the row of trunks does not end", Joint::kNone;
}

}  // namespace

std::uint32_t Chain::length_mm() const {
  std::uint32_t sum = 0;
  for (const Piece& piece : pieces()) sum += piece.length_mm;
  return sum;
}

void Chain::take_lengths(const Cut& cut) {
  const auto take = [&](Piece& piece) {
    for (const Cut::Node& node : cut.nodes)
      if (node.asset == piece.asset && piece.asset != kNone) piece.length_mm = node.length_mm;
  };
  if (near_cord) take(*near_cord);
  for (Piece& piece : fixed) take(piece);
  if (far_cord) take(*far_cord);
}

void Chain::stretch(const Chain& other, bool longest) {
  const auto take = [longest](Piece& piece, const Piece& beside) {
    piece.length_mm = longest ? std::max(piece.length_mm, beside.length_mm) : std::min(piece.length_mm, beside.length_mm);
  };
  if (near_cord && other.near_cord) take(*near_cord, *other.near_cord);
  for (std::size_t i = 0; i < std::min(fixed.size(), other.fixed.size()); ++i) take(fixed[i], other.fixed[i]);
  if (far_cord && other.far_cord) take(*far_cord, *other.far_cord);
}

std::vector<Piece> Chain::pieces() const {
  std::vector<Piece> all;
  if (near_cord) all.push_back(*near_cord);
  for (std::size_t i = 0; i < fixed.size(); ++i) {
    all.push_back(fixed[i]);
    if (i == 0) all.back().joint = near_joint;
  }
  if (far_cord) {
    all.push_back(*far_cord);
    all.back().joint = far_joint;
  }
  return all;
}

std::string Chain::words() const {
  std::string out;
  for (const Piece& piece : pieces()) out += (out.empty() ? "" : " > ") + piece.part->name;
  return out;
}

std::optional<std::uint16_t> only_far_face(const plant::PartType& type, std::uint16_t face) {
  std::optional<std::uint16_t> only;
  if (!type.map_known) return only;
  for (std::size_t position = 0; position < static_cast<std::size_t>(type.faces[face].face.size()); ++position) {
    const plant::FarEnd far = type.far_of(face, position);
    if (!far.known()) continue;
    if (only && *only != far.face) return std::nullopt;
    only = far.face;
  }
  return only;
}

bool same_parts(const Chain& a, const Chain& b) {
  const auto same = [](const Piece& x, const Piece& y) { return x.part == y.part && x.joint == y.joint; };
  const std::vector<Piece> one = a.pieces(), other = b.pieces();
  return a.why_none == b.why_none && one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(), same);
}

bool same_pieces(const Chain& a, const Chain& b) {
  const auto same = [](const Piece& x, const Piece& y) {
    return x.part == y.part && x.in == y.in && x.out == y.out && x.joint == y.joint;
  };
  const std::vector<Piece> one = a.pieces(), other = b.pieces();
  return one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(), same);
}

Chain chain_of_bundle(const plant::Plant& plant, std::uint32_t bundle, bool from_far_end) {
  Chain chain;
  const plant::Bundle& asked = plant.bundles[bundle];
  const bool turned = from_far_end && asked.b_set != kNone;
  const plant::LaneSet& set = plant.lane_sets[turned ? asked.b_set : asked.a_set];
  if (set.fibres.empty()) return chain.why_none = "which positions its transceiver lights is not known", chain;
  const plant::Path path = plant::trace(plant, {turned ? asked.b : asked.a, set.fibres.front().position});
  if (path.ending != plant::Ending::kPort) return chain.why_none = "its light reaches no port: run ferrule check", chain;
  if (!path.branches.empty()) return chain.why_none = kTapped, chain;
  if (path.hops.size() > kMostPieces) return chain.why_none = "it has more parts than a channel can have", chain;
  std::vector<Piece> pieces;
  for (const plant::Hop& hop : path.hops) {
    if (hop.left.connector == kNone) break;
    pieces.push_back(piece_at(plant, hop.entered.connector, hop.left.connector, hop.joint));
    if (chain.leg == kNone && pieces.back().part->kind == Kind::kTrunk)
      chain.leg = std::min(hop.entered.connector, hop.left.connector);
  }
  if (pieces.empty()) return chain.why_none = "no cable lies between its ports", chain;
  settle(std::move(pieces), path.hops.back().joint, chain);
  return chain;
}

Chain permanent_link(const plant::Plant& plant, std::uint32_t trunk_connector) {
  Chain chain;
  chain.permanent = true;
  chain.leg = trunk_connector;
  const plant::PartType& type = plant.type_of(trunk_connector);
  const std::uint16_t face = plant.face_info(trunk_connector).index;
  const std::optional<std::uint16_t> far = only_far_face(type, face);
  if (!far) return chain.why_none = "the map of " + type.name + " is not known", chain;
  std::vector<Piece> near, beyond;
  chain.near_joint = walk(plant, trunk_connector, near, chain.why_none);
  chain.far_joint = walk(plant, trunk_connector - face + *far, beyond, chain.why_none);
  // What was met walking outwards stands the other way round in light order, and its joint belongs to the piece behind it.
  Joint before = chain.near_joint;
  std::reverse(near.begin(), near.end());
  for (Piece piece : near) {
    std::swap(piece.in, piece.out);
    std::swap(piece.joint, before);
    chain.fixed.push_back(piece);
  }
  chain.fixed.push_back({&type, face, *far, before, plant.connectors[trunk_connector].length_mm});
  chain.fixed.insert(chain.fixed.end(), beyond.begin(), beyond.end());
  return chain;
}

std::vector<std::uint32_t> trunk_legs(const plant::Plant& plant) {
  std::vector<std::uint32_t> legs;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    const plant::PartType& type = plant.asset_type(asset);
    if (type.kind != Kind::kTrunk) continue;
    for (std::uint32_t face = 0; face < type.faces.size() / 2; ++face) legs.push_back(plant.asset_first[asset] + face);
  }
  return legs;
}

}  // namespace ferrule::check
