#include "check/variants.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::check {
namespace {

using plant::Kind;
using plant::PartType;

constexpr int kTurnWork = 1, kCordWork = 2, kCassetteWork = 5, kTrunkWork = 8;

int cost_of(const PartType& type) {
  if (type.kind == Kind::kTrunk) return kTrunkWork;
  return type.kind == Kind::kCassette ? kCassetteWork : kCordWork;
}

bool two_ended(const PartType& type) {
  const bool cord = type.kind == Kind::kCord || type.kind == Kind::kTrunk || type.kind == Kind::kExtension;
  if (!cord || type.faces.empty() || type.faces.size() % 2 != 0) return false;
  const spec::Face& first = type.faces.front().face;
  return std::all_of(type.faces.begin(), type.faces.end(), [&](const plant::TypeFace& face) {
    return face.face.rows == first.rows && face.face.columns == first.columns && face.face.populated == first.populated;
  });
}

// The face at the other end of a leg: by the map, or face i of end a with face i of end b.
std::size_t other_end(const PartType& type, std::size_t face) {
  for (int position = 0; position < type.faces[face].face.size(); ++position) {
    const plant::FarEnd far = type.far_of(face, static_cast<std::size_t>(position));
    if (far.known()) return far.face;
  }
  return face + type.faces.size() / 2;
}

// The same part with every leg wired by `map`; nothing when the map does not carry every fibre to a hole that has one.
bool rewired(const PartType& type, const facts::Permutation& map, PartType& out) {
  out = type;
  std::vector<bool> done(type.faces.size());
  out.lay_out_map();
  for (std::size_t face = 0; face < type.faces.size(); ++face) {
    if (done[face]) continue;
    const std::size_t far = other_end(type, face);
    if (far >= type.faces.size() || done[far]) return false;
    done[face] = done[far] = true;
    for (int position = 0; position < type.faces[face].face.size(); ++position) {
      if (!type.faces[face].face.populated[static_cast<std::size_t>(position)]) continue;
      const int to = static_cast<std::size_t>(position) < map.to.size() ? map.to[static_cast<std::size_t>(position)] : -1;
      if (to < 0) return false;
      const plant::FarEnd a{static_cast<std::uint16_t>(face), static_cast<std::uint8_t>(position)};
      const plant::FarEnd b{static_cast<std::uint16_t>(far), static_cast<std::uint8_t>(to)};
      if (!out.connect(a, b)) return false;
    }
  }
  return true;
}

void finish(PartType& type, const std::string& claims, const std::string& what, const facts::Row& row) {
  type.map_known = true;
  type.map_unknown_because.clear();
  type.map_facts = {{what, row.source, row.confidence}};
  type.claims = claims;
}

void add_cord_variants(const PartType& type, const facts::Facts& facts, std::vector<Variant>& out) {
  if (!two_ended(type)) return;
  const spec::Face& face = type.faces.front().face;
  std::vector<const facts::Permutation*> maps;
  const bool duplex = face.size() == 2;
  if (duplex) {
    for (std::string_view name : {"A-to-B", "A-to-A"})
      if (const facts::Permutation* map = facts.duplex_cord(name)) maps.push_back(map);
  } else {
    std::vector<std::string> seen;
    for (const facts::Permutation& map : facts.array_map_list()) {
      if (map.rows != face.rows || map.columns != face.columns) continue;
      if (std::find(seen.begin(), seen.end(), map.name) != seen.end()) continue;
      seen.push_back(map.name);
      for (const facts::Permutation* full : facts.array_maps(map.name, face.rows, face.columns))
        if (std::none_of(full->to.begin(), full->to.end(), [](int to) { return to < 0; })) maps.push_back(full);
    }
  }
  for (const facts::Permutation* map : maps) {
    Variant variant;
    if (!rewired(type, *map, variant.type) || variant.type.far == type.far) continue;
    finish(variant.type, map->name, duplex ? map->name : "Type " + map->name, *map);
    variant.words = duplex ? "wired " + map->name : "of Type " + map->name;
    variant.cost = cost_of(type);
    out.push_back(std::move(variant));
  }
}

bool is_front(const plant::TypeFace& face) { return face.face.size() == 2 && face.receptacle; }

void add_cassette_variants(const PartType& type, const facts::Facts& facts, std::vector<Variant>& out) {
  if (type.kind != Kind::kCassette) return;
  std::vector<std::uint16_t> rears, fronts;
  for (std::size_t face = 0; face < type.faces.size(); ++face)
    (is_front(type.faces[face]) ? fronts : rears).push_back(static_cast<std::uint16_t>(face));
  if (rears.empty() || fronts.empty()) return;
  for (const facts::Transition& transition : facts.transitions()) {
    if (transition.connector != type.faces[rears[0]].face.connector) continue;
    if (transition.ports.size() * rears.size() < fronts.size() || transition.name == type.claims) continue;
    Variant variant;
    variant.type = type;
    variant.type.lay_out_map();
    bool fits = true;
    for (std::size_t port = 0; port < fronts.size(); ++port) {
      const facts::TransitionPort& pair = transition.ports[port % transition.ports.size()];
      const std::uint16_t rear = rears[port / transition.ports.size()];
      fits = fits && variant.type.connect({fronts[port], 0}, {rear, static_cast<std::uint8_t>(pair.left)}) &&
             variant.type.connect({fronts[port], 1}, {rear, static_cast<std::uint8_t>(pair.right)});
    }
    if (!fits || variant.type.far == type.far) continue;
    finish(variant.type, transition.name, "transition " + transition.name, transition);
    variant.type.sides_uncertain = transition.sides == Confidence::kLow;
    variant.words = "with transition " + transition.name;
    variant.cost = kCassetteWork;
    out.push_back(std::move(variant));
  }
}

}  // namespace

std::vector<Variant> map_variants(const PartType& type, const facts::Facts& facts) {
  std::vector<Variant> out;
  add_cord_variants(type, facts, out);
  add_cassette_variants(type, facts, out);
  return out;
}

std::vector<Variant> face_variants(const PartType& type) {
  std::vector<Variant> out;
  if (type.kind == Kind::kTransceiver) return out;
  const auto add = [&](std::size_t face, std::string words, int cost, auto change) {
    Variant variant;
    variant.type = type;
    change(variant.type.faces[face]);
    variant.words = std::move(words);
    variant.cost = cost;
    out.push_back(std::move(variant));
  };
  for (std::size_t face = 0; face < type.faces.size(); ++face) {
    const plant::TypeFace& here = type.faces[face];
    const spec::Pins other = spec::opposite(here.face.pins);
    if (other != here.face.pins)
      add(face, fmt::format("with {} {}", here.name, spec::spell(other)), type.field_changeable ? kTurnWork : cost_of(type),
          [&](plant::TypeFace& changed) { changed.face.pins = other; });
    if (here.face.polish == spec::Polish::kUnknown) continue;
    const spec::Polish polish = here.face.polish == spec::Polish::kFlat ? spec::Polish::kAngled : spec::Polish::kFlat;
    add(face, fmt::format("with {} {}", here.name, spec::spell(polish)), cost_of(type),
        [&](plant::TypeFace& changed) { changed.face.polish = polish; });
  }
  if (type.faces.size() == 2 && type.faces[0].face.polish == type.faces[1].face.polish &&
      type.faces[0].face.polish != spec::Polish::kUnknown) {
    const spec::Polish polish = type.faces[0].face.polish == spec::Polish::kFlat ? spec::Polish::kAngled : spec::Polish::kFlat;
    Variant variant;
    variant.type = type;
    for (plant::TypeFace& face : variant.type.faces) face.face.polish = polish;
    variant.words = fmt::format("{} at both ends", spec::spell(polish));
    variant.cost = cost_of(type);
    out.push_back(std::move(variant));
  }
  return out;
}

}  // namespace ferrule::check
