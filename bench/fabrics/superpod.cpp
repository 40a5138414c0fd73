#include "fabrics/superpod.h"

#include <numeric>
#include <string>
#include <utility>

#include "fabrics/leafspine.h"
#include "fabrics/types.h"
#include "plant/builder.h"

namespace ferrule::bench {
namespace {

constexpr std::uint32_t kNodes = 2048, kLeaves = 512, kSpines = 512, kCores = 256, kUnitNodes = 32, kRails = 8, kPod = 32;

// Receptacles of one kind of box, numbered box by box: asset per two of them.
struct Boxes {
  std::uint32_t first_connector = 0, each = 0;
  std::uint32_t port(std::uint32_t box, std::uint32_t number) const { return first_connector + box * each + number; }
};

Boxes add_boxes(plant::Builder& builder, const std::string& prefix, std::uint32_t boxes, std::uint32_t ports,
                std::uint32_t type) {
  plant::Plant& plant = builder.plant();
  const Boxes made{static_cast<std::uint32_t>(plant.connectors.size()), ports};
  for (std::uint32_t number = 0; number < boxes; ++number) {
    plant::Node node;
    node.name = prefix + std::to_string(number + 1);
    node.first_run = static_cast<std::uint32_t>(plant.runs.size());
    node.runs = 1;
    plant::Run run;
    run.names = {"osfp", "", 1, ports / 2, 0, true};
    run.node = static_cast<std::uint32_t>(plant.nodes.size());
    run.type = type;
    run.first_asset = static_cast<std::uint32_t>(plant.asset_name.size());
    plant.asset_run.push_back(node.first_run);
    plant.runs.push_back(std::move(run));
    plant.nodes.push_back(std::move(node));
    for (std::uint32_t module = 0; module < ports / 2; ++module) builder.add_asset(type, {}, {}, {});
  }
  return made;
}

}  // namespace

plant::Plant superpod_b200(const facts::Facts& facts, bool shuffled) {
  plant::Builder builder;
  const std::uint32_t twin = builder.add_type(optic(facts, "2x400GBASE-DR4"));
  const std::uint32_t cord = builder.add_type(array_cable(facts, "cord", plant::Kind::kCord, "B", spec::Pins::kUnpinned));
  const Boxes nodes = add_boxes(builder, "node", kNodes, kRails, twin), leaves = add_boxes(builder, "leaf", kLeaves, 64, twin);
  const Boxes spines = add_boxes(builder, "spine", kSpines, 64, twin), cores = add_boxes(builder, "core", kCores, 64, twin);

  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(kSuperPodLinks);
  for (std::uint32_t node = 0; node < kNodes; ++node)
    for (std::uint32_t rail = 0; rail < kRails; ++rail)
      pairs.emplace_back(nodes.port(node, rail), leaves.port(node / kUnitNodes * kRails + rail, node % kUnitNodes));
  for (std::uint32_t leaf = 0; leaf < kLeaves; ++leaf)
    for (std::uint32_t up = 0; up < kPod; ++up)
      pairs.emplace_back(leaves.port(leaf, 32 + up), spines.port(leaf / kPod * kPod + up, leaf % kPod));
  for (std::uint32_t spine = 0; spine < kSpines; ++spine)
    for (std::uint32_t up = 0; up < 32; ++up) {
      const std::uint32_t pod = spine / kPod, in_pod = spine % kPod;
      pairs.emplace_back(spines.port(spine, 32 + up), cores.port(in_pod / 4 * 32 + up, pod * 4 + in_pod % 4));
    }

  const std::uint32_t first_cord = static_cast<std::uint32_t>(builder.plant().connectors.size());
  for (std::uint32_t number = 0; number < kSuperPodLinks; ++number)
    builder.add_asset(cord, "C" + std::to_string(number + 1), Length{5'000}, {});
  const std::uint32_t first_face = builder.plant().type_first_face[twin];
  const std::uint32_t sets[] = {*builder.lane_set(first_face), *builder.lane_set(first_face + 1)};
  const std::vector<std::uint32_t> order = shuffled ? shuffled_order(kSuperPodLinks, 1) : counted(kSuperPodLinks);
  for (std::uint32_t number = 0; number < kSuperPodLinks; ++number) {
    const auto [near, far] = pairs[number];
    const std::uint32_t end = first_cord + 2 * order[number];
    builder.mate(near, end, plant::Joint::kMdi);
    builder.mate(end + 1, far, plant::Joint::kMdi);
    builder.add_link("L" + std::to_string(number + 1), {});
    builder.add_bundle({near, sets[near % 2], far, sets[far % 2]});
  }
  return std::move(builder).finish();
}

}  // namespace ferrule::bench
