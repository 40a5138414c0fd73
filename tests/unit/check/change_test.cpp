// A plant changed part by part and proven again each time is the plant proven anew.
#include "check/change.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <gtest/gtest.h>

#include "fabrics/leafspine.h"
#include "support/build_plant.h"
#include "support/random_plant.h"

namespace ferrule::check {
namespace {

const facts::Facts& facts() {
  static const auto* const loaded = [] {
    diag::Sources sources;
    diag::Findings findings;
    return new facts::Facts(facts::Facts::load(sources, {}, findings));
  }();
  return *loaded;
}

// What a proof says, in words that do not depend on how ways and kinds are numbered.
struct Said {
  std::vector<std::tuple<Outcome, std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>>>
      bundles;  // outcome, joint kinds, ends
  std::map<std::tuple<std::uint32_t, std::uint32_t, plant::Joint>, std::uint32_t> joints;
  friend bool operator==(const Said&, const Said&) = default;
};

Said said(const Proof& proof) {
  Said out;
  for (std::uint32_t bundle = 0; bundle < proof.way_of_bundle.size(); ++bundle) {
    const Way& way = proof.ways[proof.way_of_bundle[bundle]];
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (const plant::Light::Leaf& leaf : proof.leaves_of(bundle)) ends.emplace_back(leaf.connector, leaf.length_mm);
    std::sort(ends.begin(), ends.end());  // leaves come in no particular order
    out.bundles.emplace_back(way.outcome, static_cast<std::uint32_t>(way.joint_kinds.size()), std::move(ends));
  }
  for (const JointKind& kind : proof.joint_kinds)
    if (kind.count > 0) out.joints[{kind.face_a, kind.face_b, kind.joint}] = kind.count;
  return out;
}

void expect_firsts(const plant::Plant& plant, const Proof& proof) {
  for (const JointKind& kind : proof.joint_kinds) {
    if (kind.count == 0) continue;
    const plant::Connector& first = plant.connectors[kind.first];
    EXPECT_EQ(first.face(), kind.face_a);
    EXPECT_EQ(plant.connectors[first.mate].face(), kind.face_b);
    EXPECT_EQ(first.joint(), kind.joint);
  }
  std::vector<std::uint32_t> bundles(proof.ways.size());
  for (const std::uint32_t way : proof.way_of_bundle) ++bundles[way];
  for (std::size_t way = 0; way < bundles.size(); ++way) {
    EXPECT_EQ(proof.ways[way].bundles, bundles[way]);
    if (bundles[way] > 0) {
      EXPECT_EQ(proof.way_of_bundle[proof.ways[way].first_bundle], way);
    }
  }
}

// Every port starts a bundle; its partner is the next port, or the plant's choice.
void add_intent(test::Built& built, std::uint64_t seed) {
  plant::Plant& plant = built.plant;
  plant.links.clear();
  for (std::size_t i = 0; i < built.ports.size(); ++i) {
    plant::Bundle bundle{built.ports[i].connector, built.ports[i].lane_set};
    const auto& partner = built.ports[(i + 1) % built.ports.size()];
    if ((seed + i) % 3 != 0) bundle.b = partner.connector, bundle.b_set = partner.lane_set;
    plant.links.push_back({plant.names.add("L"), static_cast<std::uint32_t>(plant.bundles.size()), {}});
    plant.bundles.push_back(bundle);
  }
  plant.links.push_back({0, static_cast<std::uint32_t>(plant.bundles.size()), {}});
}

#if defined(FERRULE_SANITIZED)
constexpr std::uint64_t kPlants = 100;
#else
constexpr std::uint64_t kPlants = 1'000;
#endif

TEST(Changes, OfRandomPlantsLeaveWhatAFreshProofSays) {
  std::size_t changed = 0, touched = 0;
  for (std::uint64_t seed = 1; seed <= kPlants; ++seed) {
    test::Built built = test::build(test::random_plant(seed));
    add_intent(built, seed);
    plant::Plant& plant = built.plant;
    const std::unique_ptr<Proof> proof = prove(plant, facts());
    Changes changes(plant, facts(), *proof);
    std::uint64_t random = seed;
    for (int round = 0; round < 12 && plant.asset_count() > 0; ++round) {
      random = random * 6'364'136'223'846'793'005u + 1'442'695'040'888'963'407u;
      const auto asset = static_cast<std::uint32_t>((random >> 33) % plant.asset_count());
      const auto type = static_cast<std::uint32_t>((random >> 13) % plant.types.size());
      const bool port =
          plant.asset_type(asset).kind == plant::Kind::kTransceiver || plant.types[type].kind == plant::Kind::kTransceiver;
      if (port || !changes.retype(asset, type)) continue;
      ++changed;
      touched += changes.touched().size();
      const std::unique_ptr<Proof> fresh = prove(plant, facts());
      const Said now = said(*proof), anew = said(*fresh);
      ASSERT_EQ(now.joints, anew.joints) << "seed " << seed << ", round " << round;
      for (std::size_t bundle = 0; bundle < now.bundles.size(); ++bundle)
        ASSERT_EQ(now.bundles[bundle], anew.bundles[bundle]) << "seed " << seed << ", round " << round << ", bundle " << bundle;
      expect_firsts(plant, *proof);
    }
  }
  EXPECT_GT(changed, kPlants);
  EXPECT_GT(touched, changed / 4);
}

TEST(Changes, OneCordOfAFabricTouchesItsOwnLinkOnly) {
  plant::Plant plant = bench::leaf_spine(bench::LeafSpine::named("1k", true).value(), facts());
  const std::unique_ptr<Proof> proof = prove(plant, facts());
  Changes changes(plant, facts(), *proof);
  const auto cord = static_cast<std::uint32_t>(2 * plant.link_count() + 5);
  ASSERT_TRUE(changes.retype(cord, 2));
  ASSERT_EQ(changes.touched().size(), 1u);
  EXPECT_EQ(proof->ways[proof->way_of_bundle[changes.touched()[0]]].outcome, Outcome::kTransmitMeetsTransmit);
  EXPECT_FALSE(changes.retype(cord, 0)) << "a transceiver has another number of faces";
  ASSERT_TRUE(changes.retype(cord, 1));
  EXPECT_TRUE(said(*proof) == said(*prove(plant, facts())));
}

}  // namespace
}  // namespace ferrule::check
