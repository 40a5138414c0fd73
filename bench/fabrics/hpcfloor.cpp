#include "fabrics/hpcfloor.h"

#include <charconv>
#include <string_view>

namespace ferrule::bench {
namespace {

// "torus3-8x8x8" -> 8, 8, 8; "rr-512-8-1" -> 512, 8, 1
std::vector<std::uint32_t> numbers(std::string_view text) {
  std::vector<std::uint32_t> found;
  std::size_t at = text.find('-');
  while (at < text.size()) {
    ++at;
    std::uint32_t value = 0;
    const auto end = std::from_chars(text.data() + at, text.data() + text.size(), value).ptr;
    found.push_back(value);
    at = static_cast<std::size_t>(end - text.data());
  }
  return found;
}

}  // namespace

const std::vector<FloorCase>& floor_cases() {
  static const std::vector<FloorCase> cases = {
      {"t1", "torus3-8x8x8", 8, 415938'56, 7539200, 402438'00}, {"t2", "torus3-16x16x8", 16, 1612580'32, 31180800, 1441293'00},
      {"h1", "hc-9", 8, 779873'28, 12518400, 713777'00},        {"h2", "hc-11", 16, 3891351'68, 76953600, 3599825'00},
      {"x1", "hx-16x16", 8, 1258143'04, 23950400, 1230061'00},  {"x2", "hx-32x32", 16, 10598824'96, 231424000, 10466543'00},
      {"r1", "rr-512-8-1", 8, 1083867'76, 22611200, 737194'00}, {"r2", "rr-2048-16-1", 16, 9140157'93, 233914600, 7404972'00},
      {"d1", "df-8-4", 8, 357445'35, 6671400, 355721'00},       {"d2", "df-16-8", 16, 6066633'54, 150085200, 6066634'00},
      {"f1", "ft-16", 8, 713776'56, 17052800, 647773'00},       {"f2", "ft-32", 16, 6278413'60, 166144000, 5338644'00},
  };
  return cases;
}

place::Topology floor_topology(const FloorCase& which) {
  const std::vector<std::uint32_t> n = numbers(which.topology);
  const std::string kind = which.topology.substr(0, which.topology.find('-'));
  if (kind == "torus3") return place::torus(n);
  if (kind == "hx") return place::hyperx(n);
  if (kind == "hc") return place::hypercube(n[0]);
  if (kind == "rr") return place::random_regular(n[0], n[1], n[2]);
  if (kind == "df") return place::dragonfly(n[0], n[1]);
  return place::fat_tree(n[0]);
}

place::PlacementProblem floor_problem(const place::Topology& topology, std::uint32_t per_rack) {
  constexpr std::int64_t kWidth = 600, kDepth = 2100;
  const std::uint32_t racks = (topology.nodes + per_rack - 1) / per_rack;
  std::uint32_t rows = 0;
  while (rows * rows < racks) ++rows;
  const std::uint32_t in_row = (racks + rows - 1) / rows;
  std::vector<place::RackPosition> at;
  for (std::uint32_t rack = 0; rack < racks; ++rack) at.push_back({rack / in_row * kDepth, rack % in_row * kWidth});
  place::PlacementProblem problem;
  problem.nodes = topology.nodes;
  problem.connections = topology.connections;
  problem.hall = place::hall_on_floor(at, {.within = {2000}, .both_ends = {4000}}, per_rack);
  return problem;
}

}  // namespace ferrule::bench
