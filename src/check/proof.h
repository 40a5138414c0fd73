// What light does for every link of the intent, with equal links judged once.
//
//     link = bundles (one per receptacle)        bundle --traced--> leaves --grouped--> way        way = fates of its fibres
//
// A *way* is everything two bundles must share to have one verdict: the lanes asked for, the steps the light took, and whether it
// arrived where the intent says. A hall of a million links has a few dozen ways. A *joint kind* is two faces and how they meet.
//
// Shape:  way_of_bundle[i] indexes ways; ways and joint kinds are in order of first appearance, so output is stable.
// Errors: none; what cannot be known is an Outcome::kUnknown with its reasons.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/facts.h"
#include "plant/light.h"

namespace ferrule::check {

// From best to worst, kUnknown apart: a link takes the worst of its fibres.
enum class Outcome : std::uint8_t { kExact, kPermuted, kPortChanged, kTransmitMeetsTransmit, kOpen, kDark, kUnknown };
std::string_view spell(Outcome outcome);  // "lane-exact", "lanes permuted", ...

// What became of one fibre of a lane set.
struct Fate {
  Outcome outcome = Outcome::kDark;
  plant::Ending ending = plant::Ending::kUnlit;
  std::uint8_t lane = 0;                              // within the set, from 0
  plant::Function function = plant::Function::kDark;  // at the near end
  std::uint8_t from = 0, to = 0;                      // positions left and reached
  std::uint8_t arrived_lane = 0;                      // within the far set when the outcome is exact or permuted
  plant::Function arrived_function = plant::Function::kDark;
  std::uint32_t leaf = 0;  // index into the way's leaves
};

struct WayLeaf {
  std::uint32_t step = 0;
  std::uint32_t arrival = 0;  // 0: where the intent says; 1, 2, ...: other connectors, numbered as they come
  bool counts = true;         // some fibre's fate is here; false for copies by a tap that the link has no use for
  friend bool operator==(const WayLeaf&, const WayLeaf&) = default;
};

struct Way {
  std::uint32_t a_set = 0, b_set = plant::kNone;
  std::vector<WayLeaf> leaves;
  std::vector<Fate> fates;                 // by fibre of the a set
  Outcome outcome = Outcome::kDark;        // worst of the fates
  bool lanes_may_permute = false;          // the optic re-orders its lanes
  std::vector<std::string> unknown;        // reasons why it can at best be unproven
  std::vector<std::uint32_t> joint_kinds;  // met on the way, each once
  std::vector<plant::Cited> rests_on;      // facts below high confidence that the result rests on
  std::uint32_t bundles = 0, first_bundle = 0;
  std::uint32_t shortest_mm = 0, longest_mm = 0;  // over its bundles

  bool arrives() const {
    return outcome == Outcome::kExact || (outcome == Outcome::kPermuted && lanes_may_permute);
  }  // as the intent asks
};

struct JointKind {
  std::uint32_t face_a = 0, face_b = 0;  // face_a <= face_b
  plant::Joint joint = plant::Joint::kNone;
  std::uint32_t count = 0;
  std::uint32_t first = plant::kNone;  // a connector with face_a; its mate has face_b
  bool first_gone = false;             // while a change is under way: another has to stand for the kind
};

// What all bundles of one way share; light that splits has a longer key.
struct WayKey {
  std::uint32_t a_set = 0, b_set = 0, step = 0, arrival = 0;
  friend bool operator==(const WayKey&, const WayKey&) = default;
};
struct WayKeyHash {
  std::size_t operator()(const WayKey& key) const {
    std::uint64_t h = (static_cast<std::uint64_t>(key.a_set) << 32 | key.b_set) * 0x9E37'79B9'7F4A'7C15ull;
    h ^= (static_cast<std::uint64_t>(key.step) << 32 | key.arrival) * 0xC2B2'AE3D'27D4'EB4Full;
    return h ^ h >> 29;
  }
};

struct Proof {
  explicit Proof(const plant::Plant& plant) : light(plant) {}
  plant::Light light;
  std::vector<plant::Light::Leaf> first_leaf;       // by bundle
  std::vector<plant::Light::MoreLeaf> more_leaves;  // sorted by bundle
  std::vector<std::uint32_t> way_of_bundle;
  std::vector<Way> ways;
  std::vector<JointKind> joint_kinds;
  std::unordered_map<std::uint64_t, std::uint32_t> joint_kind_ids;
  std::unordered_map<WayKey, std::uint32_t, WayKeyHash> way_ids;  // ways of light that stays together
  std::unordered_map<std::string, std::uint32_t> split_way_ids;

  std::vector<plant::Light::Leaf> leaves_of(std::uint32_t bundle) const;
  const JointKind* joint_kind(std::uint32_t face_a, std::uint32_t face_b, plant::Joint joint) const;
};

// Traces every bundle and judges every way. O(connectors met).
std::unique_ptr<Proof> prove(const plant::Plant& plant, const facts::Facts& facts);

// Re-traces and re-judges the given bundles only, after the plant changed a mating or a type (faces as before); the joints that
// changed are counted out before and in again after the change. See change.h, which does all of it. What is left behind: a way or
// a joint kind that nothing takes any more stays with a count of 0, and lengths of a way may be wider than those of its bundles.
void prove_again(const plant::Plant& plant, const facts::Facts& facts, std::span<const std::uint32_t> bundles, Proof& proof);
void count_joint(const plant::Plant& plant, std::uint32_t connector, bool in, Proof& proof);

// Judges one bundle from its leaves; what `prove` does once per way.
Way judge(const plant::Plant& plant, const plant::Light& light, const plant::Bundle& bundle,
          std::span<const plant::Light::Leaf> leaves);

}  // namespace ferrule::check
