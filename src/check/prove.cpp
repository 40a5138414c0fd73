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

// The kind of a connector's joint; made when it is new, with a count of 0.
std::uint32_t joint_kind_at(const plant::Plant& plant, std::uint32_t c, Proof& proof) {
  std::uint32_t near = c, far = plant.connectors[c].mate;
  if (plant.connectors[near].face() > plant.connectors[far].face()) std::swap(near, far);
  const std::uint64_t key = joint_key(plant.connectors[near].face(), plant.connectors[far].face(), plant.connectors[c].joint());
  const auto [found, fresh] = proof.joint_kind_ids.emplace(key, static_cast<std::uint32_t>(proof.joint_kinds.size()));
  if (fresh)
    proof.joint_kinds.push_back(
        {plant.connectors[near].face(), plant.connectors[far].face(), plant.connectors[c].joint(), 0, near, false});
  return found->second;
}

// Joint kinds in the order in which the connectors first have them. Light has met nearly all joints already and noted them by step;
// what no link lights is found among the connectors that it did not cross.
void find_joint_kinds(const plant::Plant& plant, const plant::Crossed& crossed, Proof& proof) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> firsts;  // lowest connector and count: of a step, or of one joint
  for (std::uint32_t step = 0; step < proof.light.step_count(); ++step)
    if (const auto joints = crossed.by_step(step); joints.count > 0) firsts.emplace_back(joints.first, joints.count);
  const auto count = static_cast<std::uint32_t>(plant.connectors.size());
  std::unordered_map<std::uint64_t, std::size_t> dark;  // by faces and joint, into firsts
  for (std::uint32_t word = 0; word * 64 < count; ++word) {
    if (crossed.words()[word] == ~std::uint64_t{0}) continue;
    for (std::uint32_t c = word * 64; c < std::min(count, word * 64 + 64); ++c) {
      const plant::Connector& connector = plant.connectors[c];
      if (crossed.seen(c) || connector.mate == kNone || connector.mate < c) continue;
      const std::uint32_t near = connector.face(), far = plant.connectors[connector.mate].face();
      const auto [known, fresh] =
          dark.emplace(joint_key(std::min(near, far), std::max(near, far), connector.joint()), firsts.size());
      if (fresh) firsts.emplace_back(c, 0);
      ++firsts[known->second].second;
    }
  }
  std::sort(firsts.begin(), firsts.end());
  for (const auto& [first, joints] : firsts) proof.joint_kinds[joint_kind_at(plant, first, proof)].count += joints;
}

// Which joints a way meets, by kind.
void note_joints(const Proof& proof, Way& way) {
  for (const WayLeaf& leaf : way.leaves) {
    if (!leaf.counts) continue;
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
}

// Not where the intent says; where the plant decides, anywhere but the port itself is good so far.
bool arrives_elsewhere(const plant::Bundle& asked, std::uint32_t connector) {
  return asked.b_set == kNone ? connector == asked.a : connector != asked.b;
}

// Sorts bundles into ways, judging each way when it is first met.
class Grouping {
 public:
  Grouping(const plant::Plant& plant, const facts::Facts& facts, Proof& proof) : plant_(plant), facts_(facts), proof_(proof) {}

  std::uint32_t way_of(std::uint32_t bundle) {
    const plant::Bundle& asked = plant_.bundles[bundle];
    const std::vector<Light::Leaf> split = more_of(bundle);
    if (!split.empty()) return split_way_of(bundle, split);
    const Light::Leaf& leaf = proof_.first_leaf[bundle];
    const std::uint32_t arrival = arrives_elsewhere(asked, leaf.connector) ? 1 : 0;
    const WayKey key{asked.a_set, asked.b_set, leaf.step, arrival};
    if (last_way_ != kNone && key == last_key_) return last_way_;
    const auto [found, fresh] = proof_.way_ids.emplace(key, static_cast<std::uint32_t>(proof_.ways.size()));
    if (fresh) judge_new(bundle, {&leaf, leaf.step == kNone ? 0u : 1u});
    last_key_ = key;
    return last_way_ = found->second;
  }

 private:
  std::uint32_t split_way_of(std::uint32_t bundle, const std::vector<Light::Leaf>& split) {
    const plant::Bundle& asked = plant_.bundles[bundle];
    std::string key;
    const auto append = [&](std::uint32_t value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
    append(asked.a_set);
    append(asked.b_set);
    std::vector<std::uint32_t> others;
    for (const Light::Leaf& leaf : split) {
      append(leaf.step);
      const bool at_target = leaf.connector == (asked.b_set == kNone ? split[0].connector : asked.b);
      append(arrives_elsewhere(asked, leaf.connector) ? 1 : 0);
      const auto known = std::find(others.begin(), others.end(), leaf.connector);
      append(at_target ? 0 : static_cast<std::uint32_t>(known - others.begin()) + 1);
      if (!at_target && known == others.end()) others.push_back(leaf.connector);
    }
    const auto [found, fresh] = proof_.split_way_ids.emplace(std::move(key), static_cast<std::uint32_t>(proof_.ways.size()));
    if (fresh) judge_new(bundle, split);
    return found->second;
  }

  // All leaves of a bundle whose light split; empty when it did not.
  std::vector<Light::Leaf> more_of(std::uint32_t bundle) const {
    if (proof_.more_leaves.empty() || proof_.more_leaves.back().start < bundle) return {};
    const auto less = [](const Light::MoreLeaf& leaf, std::uint32_t start) { return leaf.start < start; };
    auto at = std::lower_bound(proof_.more_leaves.begin(), proof_.more_leaves.end(), bundle, less);
    if (at == proof_.more_leaves.end() || at->start != bundle) return {};
    return proof_.leaves_of(bundle);
  }

  void judge_new(std::uint32_t bundle, std::span<const Light::Leaf> leaves) {
    Way way = judge(plant_, proof_.light, plant_.bundles[bundle], leaves);
    way.first_bundle = bundle;
    weigh_facts(plant_, facts_, proof_.light, bundle, leaves, way);
    proof_.ways.push_back(std::move(way));
  }

  const plant::Plant& plant_;
  const facts::Facts& facts_;
  Proof& proof_;
  WayKey last_key_{};
  std::uint32_t last_way_ = kNone;
};

// The longest of the leaves that count; leaves of a bundle and of its way come in one order.
std::uint32_t length_of(const Way& way, const std::vector<Light::Leaf>& leaves) {
  std::uint32_t longest = 0;
  for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf)
    if (way.leaves[leaf].counts) longest = std::max(longest, leaves[leaf].length_mm);
  return longest;
}

void take_way(std::uint32_t bundle, Grouping& grouping, Proof& proof) {
  const std::uint32_t id = grouping.way_of(bundle);
  proof.way_of_bundle[bundle] = id;
  Way& way = proof.ways[id];
  const bool split = way.leaves.size() > 1;
  const std::uint32_t length = split ? length_of(way, proof.leaves_of(bundle)) : proof.first_leaf[bundle].length_mm;
  way.shortest_mm = way.bundles == 0 ? length : std::min(way.shortest_mm, length);
  way.longest_mm = std::max(way.longest_mm, length);
  way.first_bundle = way.bundles == 0 ? bundle : std::min(way.first_bundle, bundle);
  ++way.bundles;
}

void leave_way(std::uint32_t bundle, Proof& proof) {
  const std::uint32_t id = proof.way_of_bundle[bundle];
  Way& way = proof.ways[id];
  if (--way.bundles == 0 || way.first_bundle != bundle) return;
  const auto next = std::find(proof.way_of_bundle.begin() + bundle + 1, proof.way_of_bundle.end(), id);
  way.first_bundle = static_cast<std::uint32_t>(next - proof.way_of_bundle.begin());
}

void sort_by_start(std::vector<Light::MoreLeaf>& leaves) {
  std::stable_sort(leaves.begin(), leaves.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
}

// The joint that stood for a kind went: the next one does, by connector number, round the end. Alike parts lie together, so it is near.
void find_firsts(const plant::Plant& plant, Proof& proof) {
  const auto stands_for = [&](std::uint32_t c, const JointKind& kind) {
    const plant::Connector& near = plant.connectors[c];
    return near.face() == kind.face_a && near.mate != kNone && near.joint() == kind.joint &&
           plant.connectors[near.mate].face() == kind.face_b;
  };
  for (JointKind& kind : proof.joint_kinds) {
    if (!kind.first_gone || kind.count == 0) continue;
    while (!stands_for(kind.first, kind)) kind.first = kind.first + 1 == plant.connectors.size() ? 0 : kind.first + 1;
    kind.first_gone = false;
  }
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
  const std::size_t count = plant.bundles.size();
  proof->first_leaf.resize(count);
  proof->way_of_bundle.resize(count);
  plant::Crossed crossed(plant.connectors.size());
  Grouping grouping(plant, facts, *proof);
  // Some thousand bundles at a time: what was traced is still in the cache when it is judged.
  constexpr std::size_t kChunk = 4096;
  std::vector<Light::Start> starts;
  std::vector<Light::MoreLeaf> more;
  for (std::size_t base = 0; base < count; base += kChunk) {
    starts.clear();
    more.clear();
    const std::size_t end = std::min(count, base + kChunk);
    for (std::size_t i = base; i < end; ++i)
      starts.push_back({plant.bundles[i].a, proof->light.start_of(plant.bundles[i].a_set)});
    proof->light.follow(starts, std::span(proof->first_leaf).subspan(base, end - base), more, &crossed);
    sort_by_start(more);
    for (const Light::MoreLeaf& leaf : more)
      proof->more_leaves.push_back({leaf.start + static_cast<std::uint32_t>(base), leaf.leaf});
    for (std::size_t i = base; i < end; ++i) take_way(static_cast<std::uint32_t>(i), grouping, *proof);
  }
  find_joint_kinds(plant, crossed, *proof);
  for (Way& way : proof->ways) note_joints(*proof, way);
  return proof;
}

void count_joint(const plant::Plant& plant, std::uint32_t connector, bool in, Proof& proof) {
  const std::uint32_t mate = plant.connectors[connector].mate;
  if (mate == kNone) return;
  JointKind& kind = proof.joint_kinds[joint_kind_at(plant, connector, proof)];
  kind.count += in ? 1 : ~std::uint32_t{0};
  std::uint32_t near = plant.connectors[connector].face() == kind.face_a ? connector : mate;
  if (kind.face_a == kind.face_b && kind.first == mate) near = mate;  // either end may stand for it
  if (in && kind.first_gone) {
    kind.first = near;
    kind.first_gone = false;
  }
  if (!in && kind.first == near) kind.first_gone = true;
}

void prove_again(const plant::Plant& plant, const facts::Facts& facts, std::span<const std::uint32_t> bundles, Proof& proof) {
  find_firsts(plant, proof);
  Grouping grouping(plant, facts, proof);
  for (const std::uint32_t bundle : bundles) {
    leave_way(bundle, proof);
    const Light::Start start{plant.bundles[bundle].a, proof.light.start_of(plant.bundles[bundle].a_set)};
    std::vector<Light::MoreLeaf> more;
    proof.light.follow({&start, 1}, {&proof.first_leaf[bundle], 1}, more);
    for (Light::MoreLeaf& leaf : more) leaf.start = bundle;
    const auto before = [](const Light::MoreLeaf& leaf, std::uint32_t at) { return leaf.start < at; };
    auto at = std::lower_bound(proof.more_leaves.begin(), proof.more_leaves.end(), bundle, before);
    const auto old_end = std::lower_bound(at, proof.more_leaves.end(), bundle + 1, before);
    at = proof.more_leaves.erase(at, old_end);
    proof.more_leaves.insert(at, more.begin(), more.end());
    const std::size_t known = proof.ways.size();
    take_way(bundle, grouping, proof);
    if (proof.ways.size() > known) note_joints(proof, proof.ways.back());
  }
}

}  // namespace ferrule::check
