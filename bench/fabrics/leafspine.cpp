#include "fabrics/leafspine.h"

#include <numeric>
#include <utility>

#include "fabrics/types.h"
#include "plant/builder.h"

namespace ferrule::bench {
namespace {

std::uint64_t mix64(std::uint64_t z) {
  z += 0x9E37'79B9'7F4A'7C15ull;
  z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBull;
  return z ^ (z >> 31);
}

constexpr Length kCordLength{3'000}, kLegLength{60'000};

plant::Run ports(const std::string& prefix, std::uint32_t node, std::uint32_t type, std::uint32_t first_asset,
                 std::uint32_t count) {
  plant::Run run;
  run.names = {prefix, "", 1, count, 0, true};
  run.node = node;
  run.type = type;
  run.first_asset = first_asset;
  return run;
}

// Switches are assets 0 .. 2N-1, so their ports are runs in asset order.
void add_switches(plant::Builder& builder, const std::string& prefix, std::uint32_t switches, std::uint32_t each,
                  std::uint32_t type) {
  plant::Plant& plant = builder.plant();
  for (std::uint32_t number = 0; number < switches; ++number) {
    plant::Node node;
    node.name = prefix + std::to_string(number + 1);
    node.first_run = static_cast<std::uint32_t>(plant.runs.size());
    node.runs = 1;
    const std::uint32_t first = static_cast<std::uint32_t>(plant.asset_name.size());
    plant.asset_run.push_back(node.first_run);
    plant.runs.push_back(ports("Eth", static_cast<std::uint32_t>(plant.nodes.size()), type, first, each));
    plant.nodes.push_back(std::move(node));
    for (std::uint32_t port = 0; port < each; ++port) builder.add_asset(type, {}, {}, {});
  }
}

}  // namespace

std::vector<std::uint32_t> counted(std::uint32_t count) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  return order;
}

std::vector<std::uint32_t> shuffled_order(std::uint32_t count, std::uint64_t seed) {
  std::vector<std::uint32_t> order = counted(count);
  for (std::uint32_t i = count - 1; i > 0; --i) {
    const std::uint64_t drawn = mix64(seed);
    seed += 0x9E37'79B9'7F4A'7C15ull;
    std::swap(order[i], order[(drawn >> 32) * (i + 1) >> 32]);
  }
  return order;
}

std::uint32_t LeafSpine::spine_port(std::uint32_t link) const {
  const std::uint32_t leaf = link / (spines * parallel), rest = link % (spines * parallel);
  return rest / parallel * (leaves * parallel) + leaf * parallel + rest % parallel;
}

std::optional<LeafSpine> LeafSpine::named(std::string_view size, bool shuffled) {
  if (size == "1k") return LeafSpine{64, 16, 1, shuffled, 1000};
  if (size == "10k") return LeafSpine{320, 32, 1, shuffled, 1000};
  if (size == "100k") return LeafSpine{1600, 64, 1, shuffled, 1000};
  if (size == "1M") return LeafSpine{8192, 128, 1, shuffled, 1000};
  return std::nullopt;
}

Assets::Assets(const LeafSpine& shape) {
  const std::uint32_t n = shape.links();
  cord_a = shape.shuffled ? shuffled_order(n, 1) : counted(n);
  leg = shape.shuffled ? shuffled_order(n, 2) : counted(n);
  cord_b = shape.shuffled ? shuffled_order(n, 3) : counted(n);
  if (!shape.shuffled)
    for (std::uint32_t link = 0; link < n; ++link) cord_b[link] = shape.spine_port(link);
}

plant::Plant leaf_spine(const LeafSpine& shape, const facts::Facts& facts) {
  const std::uint32_t n = shape.links();
  const Assets assets(shape);
  plant::Builder builder;
  const std::uint32_t port = builder.add_type(optic(facts, "400GBASE-DR4"));
  const std::uint32_t cord = builder.add_type(array_cable(facts, "cord", plant::Kind::kCord, "B", spec::Pins::kUnpinned));
  const std::uint32_t straight =
      builder.add_type(array_cable(facts, "straight cord", plant::Kind::kCord, "A", spec::Pins::kUnpinned));
  const std::uint32_t leg = builder.add_type(array_cable(facts, "leg", plant::Kind::kTrunk, "B", spec::Pins::kPinned));
  builder.reserve(std::size_t{5} * n, std::size_t{8} * n, n);
  builder.plant().names.reserve(std::size_t{4} * n, std::size_t{32} * n);

  add_switches(builder, "leaf", shape.leaves, shape.spines * shape.parallel, port);
  add_switches(builder, "spine", shape.spines, shape.leaves * shape.parallel, port);
  std::vector<bool> wrong(n);
  for (std::uint32_t link = 0; link < n; ++link)
    if (shape.straight(link)) wrong[assets.cord_a[link]] = true;
  for (std::uint32_t a = 0; a < n; ++a)
    builder.add_asset(wrong[a] ? straight : cord, "A" + std::to_string(a + 1), kCordLength, {});
  for (std::uint32_t t = 0; t < n; ++t) builder.add_asset(leg, "T" + std::to_string(t + 1), kLegLength, {});
  for (std::uint32_t b = 0; b < n; ++b) builder.add_asset(cord, "B" + std::to_string(b + 1), kCordLength, {});

  const std::uint32_t set = *builder.lane_set(builder.plant().type_first_face[port]);
  for (std::uint32_t link = 0; link < n; ++link) {
    const std::uint32_t a = 2 * n + 2 * assets.cord_a[link], t = 4 * n + 2 * assets.leg[link],
                        b = 6 * n + 2 * assets.cord_b[link];
    const std::uint32_t spine = n + shape.spine_port(link);
    builder.mate(link, a, plant::Joint::kMdi);
    builder.mate(a + 1, t, plant::Joint::kOpposed);
    builder.mate(t + 1, b, plant::Joint::kOpposed);
    builder.mate(b + 1, spine, plant::Joint::kMdi);
    builder.add_link("L" + std::to_string(link + 1), {});
    builder.add_bundle({link, set, spine, set});
  }
  return std::move(builder).finish();
}

std::uint64_t checksum_term(std::uint64_t start_fibre, std::uint64_t end_fibre) { return mix64(start_fibre << 32 | end_fibre); }

std::uint64_t expected_checksum(const LeafSpine& shape) {
  std::uint64_t sum = 0;
  for (std::uint64_t link = 0; link < shape.links(); ++link) {
    const std::uint64_t far = 12 * (std::uint64_t{shape.links()} + shape.spine_port(static_cast<std::uint32_t>(link)));
    const bool same = shape.straight(static_cast<std::uint32_t>(link));
    for (std::uint64_t position : {0, 1, 2, 3, 8, 9, 10, 11})
      sum += checksum_term(12 * link + position, far + (same ? position : 11 - position));
  }
  return sum;
}

}  // namespace ferrule::bench
