#include "check/sides.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::check {
namespace {

constexpr std::size_t kMostUncertainTypes = 4;  // 2^4 worlds are tried; beyond that the way is unproven

void add(Way& way, std::string reason) {
  if (std::find(way.unknown.begin(), way.unknown.end(), reason) == way.unknown.end()) way.unknown.push_back(std::move(reason));
}

std::vector<std::uint32_t> uncertain_types(const plant::Plant& plant, const plant::Light& light,
                                           std::span<const plant::Light::Leaf> leaves) {
  std::vector<std::uint32_t> types;
  for (const plant::Light::Leaf& leaf : leaves)
    for (std::uint32_t id : light.way_to(leaf.step)) {
      const std::uint32_t face = light.step(id).face;
      if (face == plant::kNone || !plant.face_type(face).sides_uncertain) continue;
      if (std::find(types.begin(), types.end(), plant.faces[face].type) == types.end()) types.push_back(plant.faces[face].type);
    }
  return types;
}

// Types that rest on the same row of facts and are of one brand are wired alike, whatever that is: they turn together. Two makers may
// have taken the same word for mirrored modules.
std::vector<std::vector<std::uint32_t>> by_maker(const plant::Plant& plant, const std::vector<std::uint32_t>& types) {
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<std::string> names;
  for (std::uint32_t type : types) {
    const std::string name = plant.types[type].claims + '\n' + plant.types[type].brand;
    const auto known = std::find(names.begin(), names.end(), name);
    if (known == names.end()) {
      names.push_back(name);
      groups.push_back({type});
    } else {
      groups[static_cast<std::size_t>(known - names.begin())].push_back(type);
    }
  }
  return groups;
}

Outcome outcome_in_world(const plant::Plant& plant, const std::vector<plant::PartType>& types, std::uint32_t bundle) {
  plant::Light light(plant, types);
  const plant::Bundle& asked = plant.bundles[bundle];
  const plant::Light::Start start{asked.a, light.start_of(asked.a_set)};
  plant::Light::Leaf first;
  std::vector<plant::Light::MoreLeaf> more;
  light.follow({&start, 1}, {&first, 1}, more);
  std::vector<plant::Light::Leaf> leaves;
  if (first.step != plant::kNone) leaves.push_back(first);
  for (const auto& leaf : more) leaves.push_back(leaf.leaf);
  return judge(plant, light, asked, leaves).outcome;
}

void weigh_sides(const plant::Plant& plant, std::uint32_t bundle, const std::vector<std::uint32_t>& uncertain, Way& way) {
  const auto groups = by_maker(plant, uncertain);
  const std::string what = plant.types[uncertain.front()].claims;
  const std::string reason =
      fmt::format("which bore of a port of transition {} is left and which right rests on low confidence", what);
  const auto unknown = [&] {
    way.outcome = Outcome::kUnknown;
    add(way, reason);
  };
  if (groups.size() > kMostUncertainTypes) return unknown();
  const bool arrives = way.arrives();
  for (std::size_t world = 1; world < std::size_t{1} << groups.size(); ++world) {
    std::vector<plant::PartType> types = plant.types;
    for (std::size_t group = 0; group < groups.size(); ++group)
      if (world >> group & 1)
        for (std::uint32_t type : groups[group]) types[type] = with_sides_exchanged(plant.types[type]);
    // Faulty in every world is faulty, and the one that is written down is told.
    Way other;
    other.lanes_may_permute = way.lanes_may_permute;
    other.outcome = outcome_in_world(plant, types, bundle);
    if (other.arrives() != arrives) return unknown();
  }
}

void weigh_lanes(const plant::PartType& type, Way& way) {
  if (type.lane_groups == Confidence::kLow)
    add(way, fmt::format("which positions of {} transmit is of low confidence", type.application));
  if (type.lane_order == Confidence::kLow && !way.lanes_may_permute)
    add(way, fmt::format("the order of lanes of {} is of low confidence", type.application));
}

}  // namespace

plant::PartType with_sides_exchanged(const plant::PartType& type) {
  plant::PartType other = type;
  const auto duplex = [&](std::size_t face) { return type.faces[face].face.size() == 2; };
  const auto turned = [&](std::size_t face, std::uint8_t position) -> std::uint8_t {
    return duplex(face) ? static_cast<std::uint8_t>(1 - position) : position;
  };
  for (std::size_t face = 0; face < type.faces.size(); ++face)
    for (int position = 0; position < type.faces[face].face.size(); ++position) {
      plant::FarEnd far = type.far_of(face, static_cast<std::size_t>(position));
      if (far.known()) far.position = turned(far.face, far.position);
      other.far[other.first[face] + turned(face, static_cast<std::uint8_t>(position))] = far;
    }
  return other;
}

void weigh_facts(const plant::Plant& plant, const facts::Facts& facts, const plant::Light& light, std::uint32_t bundle,
                 std::span<const plant::Light::Leaf> leaves, Way& way) {
  const plant::Bundle& asked = plant.bundles[bundle];
  const plant::PartType& near = plant.type_of(asked.a);
  const facts::Optic* optic = facts.optic(near.application);
  way.lanes_may_permute = optic != nullptr && optic->lanes_reorder == true && plant.lane_sets[asked.a_set].whole &&
                          (asked.b_set == plant::kNone || plant.lane_sets[asked.b_set].whole);
  if (const auto uncertain = uncertain_types(plant, light, leaves); !uncertain.empty())
    weigh_sides(plant, bundle, uncertain, way);
  weigh_lanes(near, way);
  const auto weigh_port = [&](std::uint32_t connector) {
    if (plant.terminal(plant.connectors[connector].face())) weigh_lanes(plant.type_of(connector), way);
  };
  if (asked.b != plant::kNone) weigh_port(asked.b);
  if (asked.b == plant::kNone)
    for (const plant::Light::Leaf& leaf : leaves) weigh_port(leaf.connector);
  for (const plant::Cited& fact : way.rests_on)
    if (fact.confidence == Confidence::kLow) add(way, fmt::format("{} is of low confidence ({})", fact.what, fact.source));
}

}  // namespace ferrule::check
