// The plant that every tool traces for comparison, and the sums that its definition states.
#include "fabrics/leafspine.h"

#include <gtest/gtest.h>

#include "diag/finding.h"
#include "fabrics/arrivals.h"
#include "fabrics/superpod.h"

namespace ferrule::bench {
namespace {

const facts::Facts& facts() {
  static const auto* const loaded = [] {
    diag::Sources sources;
    diag::Findings findings;
    return new facts::Facts(facts::Facts::load(sources, {}, findings));
  }();
  return *loaded;
}

std::uint64_t traced_sum(const plant::Plant& plant) {
  plant::Light light(plant);
  std::vector<plant::Light::Start> starts;
  for (const plant::Bundle& bundle : plant.bundles) starts.push_back({bundle.a, light.start_of(bundle.a_set)});
  std::vector<plant::Light::Leaf> leaves(starts.size());
  std::vector<plant::Light::MoreLeaf> more;
  light.follow(starts, leaves, more);
  EXPECT_TRUE(more.empty());
  std::vector<std::uint32_t> arrivals(8 * leaves.size());
  write_arrivals(light, leaves, 8, arrivals);
  return checksum(plant, arrivals);
}

struct Stated {
  const char* size;
  std::uint64_t sum;
};

// 10k: research/performance.md section 1; 1k: plant.py.
class LeafSpineSum : public ::testing::TestWithParam<Stated> {};

TEST_P(LeafSpineSum, IsTheStatedOneInBothOrders) {
  for (bool shuffled : {false, true}) {
    const LeafSpine shape = LeafSpine::named(GetParam().size, shuffled).value();
    EXPECT_EQ(expected_checksum(shape), GetParam().sum);
    EXPECT_EQ(traced_sum(leaf_spine(shape, facts())), GetParam().sum) << (shuffled ? "shuffled" : "structured");
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, LeafSpineSum,
                         ::testing::Values(Stated{"1k", 0xca7b28551466d9aa}, Stated{"10k", 0xb2c5bb6a68f6f7b4}));

TEST(SuperPod, HasThePublishedCountsAndEveryPortIsUsedOnce) {
  const plant::Plant plant = superpod_b200(facts(), true);
  EXPECT_EQ(plant.link_count(), 49'152u);
  std::size_t ports = 0, modules = 0, fibres = 0;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset)
    modules += plant.asset_type(asset).kind == plant::Kind::kTransceiver;
  for (const plant::Connector& connector : plant.connectors) ports += connector.mate != plant::kNone;
  for (const plant::Bundle& bundle : plant.bundles) fibres += plant.lane_sets[bundle.a_set].fibres.size();
  EXPECT_EQ(modules, 40'960u + 8'192u);
  EXPECT_EQ(ports, plant.connectors.size());
  EXPECT_EQ(fibres, 393'216u);
}

}  // namespace
}  // namespace ferrule::bench
