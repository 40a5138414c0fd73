#include "place/topology.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "place/random.h"

namespace ferrule::place {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;
using Pairs = std::set<Pair>;  // ascending, as the definition draws from it

constexpr std::uint32_t kMostNodes = 1u << 24;

Pair pair_of(std::uint32_t a, std::uint32_t b) { return {std::min(a, b), std::max(a, b)}; }

void join(std::vector<Pair>& pairs, std::uint32_t a, std::uint32_t b) {
  if (a != b) pairs.push_back(pair_of(a, b));
}

Topology topology_of(std::uint32_t nodes, std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  Topology made{nodes, {}};
  made.connections.reserve(pairs.size());
  for (const Pair& pair : pairs) made.connections.push_back({.a = pair.first, .b = pair.second});
  return made;
}

// Calls visit(node, coordinate, size of the dimension, step to the next coordinate); false when that are too many nodes or none.
template <class Visit>
std::uint32_t each_coordinate(std::span<const std::uint32_t> dimensions, Visit visit) {
  std::uint64_t nodes = dimensions.empty() ? 0 : 1;
  for (const std::uint32_t size : dimensions) {
    nodes *= size;
    if (nodes == 0 || nodes > kMostNodes) return 0;
  }
  std::uint32_t step = 1;
  for (auto size = dimensions.rbegin(); size != dimensions.rend(); ++size) {
    for (std::uint32_t node = 0; node < nodes; ++node) visit(node, node / step % *size, *size, step);
    step *= *size;
  }
  return static_cast<std::uint32_t>(nodes);
}

// The pairing of Jellyfish: free ends are drawn two by two; when the last ones cannot be joined, a link that stands is opened for one.
class RegularPairing {
 public:
  RegularPairing(std::uint32_t nodes, std::uint32_t links_each, std::uint64_t seed) : random_(seed) {
    for (std::uint32_t node = 0; node < nodes; ++node) free_.insert(free_.end(), links_each, node);
  }

  Pairs run() {
    while (!free_.empty()) {
      const std::uint32_t a = take(random_.below(size()));
      if (!free_.empty() && join_drawn(a)) continue;
      if (free_.empty() || !open_for(a)) return {};
    }
    return std::move(pairs_);
  }

 private:
  static constexpr int kDraws = 50;
  static constexpr int kOpenings = 1'000'000;  // then there is no such graph, or as good as none

  std::uint32_t size() const { return static_cast<std::uint32_t>(free_.size()); }

  std::uint32_t take(std::uint32_t at) {
    std::swap(free_[at], free_.back());
    const std::uint32_t node = free_.back();
    free_.pop_back();
    return node;
  }

  bool join_drawn(std::uint32_t a) {
    for (int draw = 0; draw < kDraws; ++draw) {
      const std::uint32_t at = random_.below(size()), b = free_[at];
      if (a == b || pairs_.contains(pair_of(a, b))) continue;
      take(at);
      pairs_.insert(pair_of(a, b));
      return true;
    }
    return false;
  }

  bool open_for(std::uint32_t a) {
    for (int opening = 0; opening < kOpenings && !pairs_.empty(); ++opening) {
      const auto [x, y] = *std::next(pairs_.begin(), random_.below(static_cast<std::uint32_t>(pairs_.size())));
      const std::uint32_t b = free_[random_.below(size())];
      if (std::set<std::uint32_t>{a, b, x, y}.size() < 4) continue;
      if (pairs_.contains(pair_of(a, x)) || pairs_.contains(pair_of(b, y))) continue;
      free_.erase(std::find(free_.begin(), free_.end(), b));
      pairs_.erase({x, y});
      pairs_.insert(pair_of(a, x));
      pairs_.insert(pair_of(b, y));
      return true;
    }
    return false;
  }

  Splitmix random_;
  std::vector<std::uint32_t> free_;
  Pairs pairs_;
};

}  // namespace

Topology torus(std::span<const std::uint32_t> dimensions) {
  std::vector<Pair> pairs;
  const std::uint32_t nodes =
      each_coordinate(dimensions, [&](std::uint32_t node, std::uint32_t at, std::uint32_t size, std::uint32_t step) {
        join(pairs, node, node - at * step + (at + 1) % size * step);
      });
  return topology_of(nodes, std::move(pairs));
}

Topology hyperx(std::span<const std::uint32_t> dimensions) {
  std::vector<Pair> pairs;
  const std::uint32_t nodes =
      each_coordinate(dimensions, [&](std::uint32_t node, std::uint32_t at, std::uint32_t size, std::uint32_t step) {
        for (std::uint32_t to = at + 1; to < size; ++to) join(pairs, node, node + (to - at) * step);
      });
  return topology_of(nodes, std::move(pairs));
}

Topology hypercube(std::uint32_t dimensions) {
  const std::vector<std::uint32_t> sizes(dimensions, 2);
  return hyperx(sizes);
}

Topology random_regular(std::uint32_t nodes, std::uint32_t links_each, std::uint64_t seed) {
  const std::uint64_t ends = std::uint64_t{nodes} * links_each;
  if (nodes == 0 || links_each >= nodes || ends % 2 != 0 || ends > kMostNodes) return {};
  const Pairs pairs = RegularPairing(nodes, links_each, seed).run();
  if (pairs.size() != ends / 2) return {};
  return topology_of(nodes, {pairs.begin(), pairs.end()});
}

Topology dragonfly(std::uint32_t per_group, std::uint32_t global) {
  const std::uint64_t all = (std::uint64_t{per_group} * global + 1) * per_group;
  if (per_group == 0 || global == 0 || all > kMostNodes) return {};
  const std::uint32_t groups = per_group * global + 1;
  std::vector<Pair> pairs;
  for (std::uint32_t group = 0; group < groups; ++group)
    for (std::uint32_t i = 0; i < per_group; ++i) {
      for (std::uint32_t j = 0; j < i; ++j) join(pairs, group * per_group + i, group * per_group + j);
      for (std::uint32_t link = 0; link < global; ++link) {
        const std::uint32_t away = i * global + link + 1, to = (group + away) % groups;
        join(pairs, group * per_group + i, to * per_group + (groups - away - 1) / global);
      }
    }
  return topology_of(groups * per_group, std::move(pairs));
}

Topology fat_tree(std::uint32_t ports) {
  if (ports == 0 || ports % 2 != 0 || ports > 1024) return {};
  const std::uint32_t half = ports / 2;
  std::vector<Pair> pairs;
  for (std::uint32_t pod = 0; pod < ports; ++pod)
    for (std::uint32_t i = 0; i < half; ++i)
      for (std::uint32_t j = 0; j < half; ++j) {
        join(pairs, pod * ports + i, pod * ports + half + j);               // edge to aggregation
        join(pairs, pod * ports + half + i, ports * ports + i * half + j);  // aggregation to core
      }
  return topology_of(ports * ports + half * half, std::move(pairs));
}

}  // namespace ferrule::place
