#include <algorithm>
#include <string>

#include "check/proof.h"
#include "check/sides.h"

namespace ferrule::check {
namespace {

using plant::kNone;
using plant::Light;

std::uint64_t joint_key(std::uint32_t face_a, std::uint32_t face_b, plant::Joint joint) {
  return static_cast<std::uint64_t>(face_a) << 32 | static_cast<std::uint64_t>(joint) << 24 | face_b;
}

void find_joint_kinds(const plant::Plant& plant, Proof& proof) {
  std::uint64_t last_key = ~std::uint64_t{0};
  std::uint32_t last_id = 0;
  const auto count = static_cast<std::uint32_t>(plant.connectors.size());
  for (std::uint32_t c = 0; c < count; ++c) {
    const plant::Connector& connector = plant.connectors[c];
    if (connector.mate == kNone || connector.mate < c) continue;
    if (c + 16 < count && plant.connectors[c + 16].mate != kNone) __builtin_prefetch(&plant.connectors[plant.connectors[c + 16].mate]);
    std::uint32_t near = c, far = connector.mate;
    if (plant.connectors[near].face() > plant.connectors[far].face()) std::swap(near, far);
    const std::uint64_t key = joint_key(plant.connectors[near].face(), plant.connectors[far].face(), connector.joint());
    if (key != last_key) {
      const auto [found, fresh] = proof.joint_kind_ids.emplace(key, static_cast<std::uint32_t>(proof.joint_kinds.size()));
      if (fresh)
        proof.joint_kinds.push_back({plant.connectors[near].face(), plant.connectors[far].face(), connector.joint(), 0, near});
      last_key = key;
      last_id = found->second;
    }
    ++proof.joint_kinds[last_id].count;
  }
}

// Which joints a way meets, by kind.
void note_joints(const plant::Plant&, const Proof& proof, Way& way) {
  for (const WayLeaf& leaf : way.leaves)
    for (std::uint32_t id : proof.light.way_to(leaf.step)) {
      const plant::Step& step = proof.light.step(id);
      if (step.face == kNone) continue;
      const std::uint32_t near = proof.light.exit(step.from).face;
      const auto found = proof.joint_kind_ids.find(joint_key(std::min(near, step.face), std::max(near, step.face), step.joint));
      if (found == proof.joint_kind_ids.end()) continue;
      if (std::find(way.joint_kinds.begin(), way.joint_kinds.end(), found->second) == way.joint_kinds.end())
        way.joint_kinds.push_back(found->second);
    }
}

struct WayKey {
  std::uint32_t a_set, b_set, step, arrival;
  friend bool operator==(const WayKey&, const WayKey&) = default;
};
struct WayKeyHash {
  std::size_t operator()(const WayKey& key) const {
    std::uint64_t h = (static_cast<std::uint64_t>(key.a_set) << 32 | key.b_set) * 0x9E37'79B9'7F4A'7C15ull;
    h ^= (static_cast<std::uint64_t>(key.step) << 32 | key.arrival) * 0xC2B2'AE3D'27D4'EB4Full;
    return h ^ h >> 29;
  }
};

// Sorts bundles into ways, judging each way when it is first met.
class Grouping {
 public:
  Grouping(const plant::Plant& plant, const facts::Facts& facts, Proof& proof) : plant_(plant), facts_(facts), proof_(proof) {}

  std::uint32_t way_of(std::uint32_t bundle) {
    const plant::Bundle& asked = plant_.bundles[bundle];
    const std::vector<Light::Leaf> split = more_of(bundle);
    if (split.empty()) {
      const Light::Leaf& leaf = proof_.first_leaf[bundle];
      const std::uint32_t arrival = asked.b_set != kNone && leaf.connector != asked.b ? 1 : 0;
      const WayKey key{asked.a_set, asked.b_set, leaf.step, arrival};
      if (last_way_ != kNone && key == last_key_) return last_way_;
      const auto [found, fresh] = single_.emplace(key, static_cast<std::uint32_t>(proof_.ways.size()));
      if (fresh) judge_new(bundle, {&leaf, 1});
      last_key_ = key;
      return last_way_ = found->second;
    }
    std::string key;
    const auto append = [&](std::uint32_t value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
    append(asked.a_set);
    append(asked.b_set);
    std::vector<std::uint32_t> others;
    for (const Light::Leaf& leaf : split) {
      append(leaf.step);
      const bool at_target = leaf.connector == (asked.b_set == kNone ? split[0].connector : asked.b);
      const auto known = std::find(others.begin(), others.end(), leaf.connector);
      append(at_target ? 0 : static_cast<std::uint32_t>(known - others.begin()) + 1);
      if (!at_target && known == others.end()) others.push_back(leaf.connector);
    }
    const auto [found, fresh] = many_.emplace(std::move(key), static_cast<std::uint32_t>(proof_.ways.size()));
    if (fresh) judge_new(bundle, split);
    return found->second;
  }

 private:
  // All leaves of a bundle whose light split; empty when it did not.
  std::vector<Light::Leaf> more_of(std::uint32_t bundle) const {
    const auto less = [](const Light::MoreLeaf& leaf, std::uint32_t start) { return leaf.start < start; };
    auto at = std::lower_bound(proof_.more_leaves.begin(), proof_.more_leaves.end(), bundle, less);
    if (at == proof_.more_leaves.end() || at->start != bundle) return {};
    return proof_.leaves_of(bundle);
  }

  void judge_new(std::uint32_t bundle, std::span<const Light::Leaf> leaves) {
    Way way = judge(plant_, proof_.light, plant_.bundles[bundle], leaves);
    way.first_bundle = bundle;
    note_joints(plant_, proof_, way);
    weigh_facts(plant_, facts_, bundle, way);
    proof_.ways.push_back(std::move(way));
  }

  const plant::Plant& plant_;
  const facts::Facts& facts_;
  Proof& proof_;
  std::unordered_map<WayKey, std::uint32_t, WayKeyHash> single_;
  std::unordered_map<std::string, std::uint32_t> many_;
  WayKey last_key_{};
  std::uint32_t last_way_ = kNone;
};

std::uint32_t length_of(const std::vector<Light::Leaf>& leaves) {
  std::uint32_t longest = 0;
  for (const Light::Leaf& leaf : leaves) longest = std::max(longest, leaf.length_mm);
  return longest;
}

}  // namespace

std::vector<Light::Leaf> Proof::leaves_of(std::uint32_t bundle) const {
  std::vector<Light::Leaf> leaves;
  if (first_leaf[bundle].step != kNone) leaves.push_back(first_leaf[bundle]);
  const auto less = [](const Light::MoreLeaf& leaf, std::uint32_t start) { return leaf.start < start; };
  for (auto at = std::lower_bound(more_leaves.begin(), more_leaves.end(), bundle, less);
       at != more_leaves.end() && at->start == bundle; ++at)
    leaves.push_back(at->leaf);
  return leaves;
}

const JointKind* Proof::joint_kind(std::uint32_t face_a, std::uint32_t face_b, plant::Joint joint) const {
  const auto found = joint_kind_ids.find(joint_key(std::min(face_a, face_b), std::max(face_a, face_b), joint));
  return found == joint_kind_ids.end() ? nullptr : &joint_kinds[found->second];
}

std::unique_ptr<Proof> prove(const plant::Plant& plant, const facts::Facts& facts) {
  auto proof = std::make_unique<Proof>(plant);
  find_joint_kinds(plant, *proof);
  const std::size_t count = plant.bundles.size();
  {
    std::vector<Light::Start> starts(count);
    for (std::size_t i = 0; i < count; ++i) starts[i] = {plant.bundles[i].a, proof->light.start_of(plant.bundles[i].a_set)};
    proof->first_leaf.resize(count);
    proof->light.follow(starts, proof->first_leaf, proof->more_leaves);
  }
  std::stable_sort(proof->more_leaves.begin(), proof->more_leaves.end(),
                   [](const auto& a, const auto& b) { return a.start < b.start; });
  Grouping grouping(plant, facts, *proof);
  proof->way_of_bundle.resize(count);
  for (std::uint32_t bundle = 0; bundle < count; ++bundle) {
    const std::uint32_t id = grouping.way_of(bundle);
    proof->way_of_bundle[bundle] = id;
    Way& way = proof->ways[id];
    const bool split = way.leaves.size() > 1;
    const std::uint32_t length = split ? length_of(proof->leaves_of(bundle)) : proof->first_leaf[bundle].length_mm;
    way.shortest_mm = way.bundles == 0 ? length : std::min(way.shortest_mm, length);
    way.longest_mm = std::max(way.longest_mm, length);
    ++way.bundles;
  }
  return proof;
}

}  // namespace ferrule::check
