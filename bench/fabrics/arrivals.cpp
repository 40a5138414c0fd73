#include "fabrics/arrivals.h"

#include <array>

#include "fabrics/leafspine.h"

namespace ferrule::bench {

void write_arrivals(const plant::Light& light, std::span<const plant::Light::Leaf> leaves, std::size_t fibres,
                    std::span<std::uint32_t> out) {
  std::uint32_t last_step = plant::kNone;
  std::array<std::uint32_t, 256> position{};  // origins are bytes
  for (std::size_t bundle = 0; bundle < leaves.size(); ++bundle) {
    if (leaves[bundle].step != last_step) {
      last_step = leaves[bundle].step;
      position.fill(0);
      for (plant::LanePosition lane : light.ended(light.step(last_step))) position[lane.origin] = lane.position;
    }
    const std::uint32_t first = 12 * leaves[bundle].connector;
    for (std::size_t i = 0; i < fibres; ++i) out[bundle * fibres + i] = first + position[i];
  }
}

std::uint64_t checksum(const plant::Plant& plant, std::span<const std::uint32_t> arrivals) {
  std::uint64_t sum = 0;
  std::size_t at = 0;
  for (const plant::Bundle& bundle : plant.bundles)
    for (const plant::LaneSet::Fibre& fibre : plant.lane_sets[bundle.a_set].fibres)
      sum += checksum_term(std::uint64_t{12} * bundle.a + fibre.position, arrivals[at++]);
  return sum;
}

}  // namespace ferrule::bench
