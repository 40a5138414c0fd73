// The plant "leafspine-dr4 v1": L leaves by S spines, one 400G-DR4 link per pair, everything on MPO-12.
//
//     leaf port - cord A - leaf panel - trunk leg - spine panel - cord B - spine port        7 joints and fibre runs per fibre
//
// Every cable is Type B, but each `defect_every`-th link has a straight cord A (Type A) and its eight fibres arrive transmit to transmit.
//
// Shape:  connector numbers are those of the definition: leaf port k, spine port N + q, ends of cord A 2N + 2a and 2N + 2a + 1, trunk leg
//         4N + 2t, cord B 6N + 2b. Structured: a = t = k, b = q. Shuffled: a, t, b are Fisher-Yates permutations (splitmix64, seeds 1, 2, 3):
//         asset order as found, unrelated to the topology.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"
#include "plant/plant.h"

namespace ferrule::bench {

struct LeafSpine {
  std::uint32_t leaves = 320, spines = 32, parallel = 1;
  bool shuffled = true;
  std::uint32_t defect_every = 1000;  // 0: none

  std::uint32_t links() const { return leaves * spines * parallel; }
  std::uint32_t spine_port(std::uint32_t link) const;
  bool straight(std::uint32_t link) const { return defect_every > 0 && link % defect_every == defect_every - 1; }

  static std::optional<LeafSpine> named(std::string_view size, bool shuffled);  // 1k, 10k, 100k, 1M
};

std::vector<std::uint32_t> counted(std::uint32_t count);                             // 0, 1, 2, ...
std::vector<std::uint32_t> shuffled_order(std::uint32_t count, std::uint64_t seed);  // Fisher-Yates with splitmix64

// Which cord and leg each link has: asset numbers within their group.
struct Assets {
  std::vector<std::uint32_t> cord_a, leg, cord_b;
  explicit Assets(const LeafSpine& shape);
};

plant::Plant leaf_spine(const LeafSpine& shape, const facts::Facts& facts);

// The sum that every tool must find, from the closed form. Fibre end p of connector c is number 12 c + p.
std::uint64_t expected_checksum(const LeafSpine& shape);
std::uint64_t checksum_term(std::uint64_t start_fibre, std::uint64_t end_fibre);

}  // namespace ferrule::bench
