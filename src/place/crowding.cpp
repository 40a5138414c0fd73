#include "place/crowding.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "place/spectrum.h"

namespace ferrule::place {
namespace {

constexpr std::uint64_t kMostPairsOfNeighbours = 50'000'000;  // counted in a few tenths of a second
constexpr std::uint32_t kMostForSpectrum = 2'100;             // half a second

std::vector<std::vector<Arc>> arcs_of_kind(const Instance& instance, std::uint32_t kind) {
  std::vector<std::vector<Arc>> arcs(instance.units);
  for (std::uint32_t unit = 0; unit < instance.units; ++unit)
    for (const Arc& arc : instance.arcs_of(unit))
      if (arc.kind == kind) arcs[unit].push_back(arc);
  return arcs;
}

WeightedGraph graph_of(const std::vector<std::vector<Arc>>& arcs) {
  WeightedGraph graph{static_cast<std::uint32_t>(arcs.size()), {}};
  for (std::uint32_t unit = 0; unit < arcs.size(); ++unit)
    for (const Arc& arc : arcs[unit])
      if (unit < arc.to) graph.edges.push_back({unit, arc.to, arc.cables});
  return graph;
}

std::uint64_t pairs(std::uint64_t n) { return n < 2 ? 0 : n * (n - 1) / 2; }

// The least sum of pairs(d) over n whole numbers d that add up to `sum`: as even as can be.
std::uint64_t least_pairs(std::uint64_t sum, std::uint64_t n) {
  const std::uint64_t each = sum / n, over = sum % n;
  return over * pairs(each + 1) + (n - over) * pairs(each);
}

}  // namespace

Crowding::Crowding(const Instance& instance, std::uint32_t kind) : units_(instance.units) {
  const std::vector<std::vector<Arc>> arcs = arcs_of_kind(instance, kind);
  std::vector<std::uint64_t> degrees;
  for (const std::vector<Arc>& of_unit : arcs) {
    std::uint64_t degree = 0;
    sorted_.emplace_back();
    for (const Arc& arc : of_unit) {
      degree += arc.cables;
      most_cables_ = std::max<std::uint64_t>(most_cables_, arc.cables);
      sorted_.back().push_back(arc.cables);
    }
    std::sort(sorted_.back().begin(), sorted_.back().end(), std::greater<>());
    degrees.push_back(degree);
    all_ += degree;
  }
  all_ /= 2;
  std::sort(degrees.begin(), degrees.end(), std::greater<>());
  degree_sums_.push_back(0);
  for (const std::uint64_t degree : degrees) degree_sums_.push_back(degree_sums_.back() + degree);
  if (all_ == 0) return;
  count_common(arcs);
  if (units_ > kMostForSpectrum) return;
  const WeightedGraph graph = graph_of(arcs);
  const double even = 2.0 * static_cast<double>(all_) / units_ / units_;  // takes the constant part of a regular graph off
  if (const std::optional<double> most = largest_eigenvalue_bound(graph, even)) spectral_ = Spectral{even, *most};
}

void Crowding::count_common(const std::vector<std::vector<Arc>>& arcs) {
  std::uint64_t work = 0;
  for (const std::vector<Arc>& of_unit : arcs) work += of_unit.size() * of_unit.size();
  if (work > kMostPairsOfNeighbours) return;
  common_known_ = true;
  std::vector<std::uint32_t> common(units_, 0);
  std::vector<bool> joined(units_, false);
  for (std::uint32_t unit = 0; unit < units_; ++unit) {
    for (const Arc& arc : arcs[unit]) {
      joined[arc.to] = true;
      for (const Arc& next : arcs[arc.to])
        if (next.to != unit) ++common[next.to];
    }
    for (const Arc& arc : arcs[unit])
      for (const Arc& next : arcs[arc.to]) {
        std::uint64_t& most = joined[next.to] ? common_of_joined_ : common_of_apart_;
        most = std::max<std::uint64_t>(most, common[next.to]);
        common[next.to] = 0;
      }
    for (const Arc& arc : arcs[unit]) joined[arc.to] = false;
  }
}

std::uint64_t Crowding::among(std::uint64_t units) const {
  if (units >= units_) return all_;
  std::uint64_t most = std::min(all_, most_cables_ * pairs(units));
  most = std::min(most, by_degrees(units));
  if (common_known_ && units >= 2) most = std::min(most, most_cables_ * by_common_neighbours(units));
  return std::min(most, by_spectrum(units));
}

std::uint64_t Crowding::by_degrees(std::uint64_t units) const { return degree_sums_[units] / 2; }

// e joined pairs among s units: two units that share a neighbour are counted at it, and two share only so many. Also no more than
// a graph without larger cliques can have.
std::uint64_t Crowding::by_common_neighbours(std::uint64_t s) const {
  const auto possible = [&](std::uint64_t e) {
    return least_pairs(2 * e, s) <= common_of_joined_ * e + common_of_apart_ * (pairs(s) - e);
  };
  std::uint64_t most = 0, too_many = pairs(s) + 1;  // one side grows as a square, the other as a line: possible up to some e
  while (too_many - most > 1) {
    const std::uint64_t middle = most + (too_many - most) / 2;
    (possible(middle) ? most : too_many) = middle;
  }
  const std::uint64_t clique = common_of_joined_ + 2;
  if (clique >= s) return most;
  const std::uint64_t apart = (s % clique) * pairs(s / clique + 1) + (clique - s % clique) * pairs(s / clique);
  return std::min(most, pairs(s) - apart);
}

std::uint64_t Crowding::by_spectrum(std::uint64_t units) const {
  if (!spectral_) return all_;
  const auto s = static_cast<double>(units);
  const double cables = (spectral_->most * s + spectral_->constant * s * s) / 2;
  if (cables >= static_cast<double>(all_)) return all_;
  return static_cast<std::uint64_t>(std::max(0.0, std::floor(cables + 1e-6)));
}

}  // namespace ferrule::place
