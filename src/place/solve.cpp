#include "place/solve.h"

#include <algorithm>
#include <fmt/format.h>

#include "place/anneal.h"
#include "place/bound.h"
#include "place/instance.h"
#include "place/min_cut.h"
#include "place/packing.h"
#include "place/rack_order.h"

namespace ferrule::place {
namespace {

struct Found {
  Assignment at;
  std::int64_t cost = 0;
  Start start = Start::kInOrder;
};

// A run from hot to cold, in hundredths of the mean stretch, and its hundredths of the effort.
struct Heat {
  std::int64_t hot = 0, cold = 0;
  std::uint64_t share = 0;
};
// Between melted and a tenth of that the order forms, and most of the effort belongs there; the rest is settled fast. Melted, a
// network without structure comes out best; one whose numbers have structure may lose by it, and is warmed as well.
constexpr Heat kWarm{25, 5, 8}, kMelt{95, 12, 76}, kAgain{12, 3, 6};
constexpr Heat kSettle{7, 0, 4};
constexpr std::int64_t kColdest = 400;       // that part of the mean stretch, where a run is to end cold
constexpr std::uint64_t kOrderingShare = 2;  // of whole racks, each time

class Search {
 public:
  Search(const Instance& instance, const PlacementOptions& options)
      : instance_(instance), options_(options), near_(near_racks(instance)), stretch_(mean_stretch(instance)) {}

  Found run(const Assignment& in_order) {
    Found best{in_order, instance_.cost(in_order), Start::kInOrder};
    const Found ordered = keep_better(best, with_racks_ordered(best));
    Found cut = ordered;
    if (const std::optional<Assignment> at = cut_into_racks(instance_, options_.seed))
      cut = keep_better(best, with_racks_ordered({*at, instance_.cost(*at), Start::kFewestCuts}));
    keep_better(best, annealed(ordered, kWarm));
    keep_better(best, annealed(cut, kMelt));
    keep_better(best, annealed(best, kAgain));
    keep_better(best, with_racks_ordered(best));
    return best;
  }

 private:
  static const Found& keep_better(Found& best, const Found& other) {
    if (other.cost < best.cost) best = other;
    return other;
  }

  Found annealed(const Found& from, Heat heat) {
    Seating seating(instance_, from.at);
    for (const Heat& run : {heat, kSettle}) {
      const Temperatures range{.hot = stretch_ * run.hot / 100, .cold = std::max(stretch_ * run.cold / 100, stretch_ / kColdest)};
      anneal(seating, near_, {.range = range, .effort = options_.effort / 100 * run.share, .seed = ++seed_});
    }
    return {seating.at(), seating.cost(), from.start};
  }

  Found with_racks_ordered(const Found& from) {
    const Temperatures range{.hot = stretch_ * 8, .cold = stretch_ / kColdest};  // a rack has many cables
    const std::uint64_t effort = options_.effort / 100 * kOrderingShare;
    Found found{reorder_racks(instance_, from.at, near_, {.range = range, .effort = effort, .seed = ++seed_}), 0, from.start};
    found.cost = instance_.cost(found.at);
    return found;
  }

  const Instance& instance_;
  const PlacementOptions& options_;
  NearRacks near_;
  std::int64_t stretch_;
  std::uint64_t seed_ = options_.seed;
};

Length whole_length(const PlacementProblem& problem, const std::vector<std::uint32_t>& rack) {
  Length sum;
  for (const Connection& c : problem.connections) {
    const Length each = problem.hall.length(rack[c.a], rack[c.b]);
    sum.millimetre += each.millimetre * c.cables;
  }
  return sum;
}

// The first cable of an arrangement that the book does not sell.
std::optional<Clash> unsold(const PlacementProblem& problem, const PriceBook& book, const std::vector<std::uint32_t>& rack) {
  for (const Connection& c : problem.connections) {
    const Length length = problem.hall.length(rack[c.a], rack[c.b]);
    if (c.cables == 0 || book.prices[c.kind].of(length)) continue;
    const Length longest = book.prices[c.kind].longest().value_or(Length{});
    return Clash{ClashKind::kNoCable,
                 fmt::format("no arrangement was found without a cable of {} from node {} to node {}: {} sells '{}' up to {}",
                             spell(length), c.a, c.b, book.name, book.cables[c.kind], spell(longest)),
                 c.a,
                 rack[c.a],
                 static_cast<std::uint64_t>(length.millimetre),
                 static_cast<std::uint64_t>(longest.millimetre)};
  }
  return std::nullopt;
}

std::vector<std::uint32_t> racks_of_nodes(const Instance& instance, const Assignment& at) {
  std::vector<std::uint32_t> rack;
  for (const std::uint32_t unit : instance.unit_of) rack.push_back(at[unit]);
  return rack;
}

}  // namespace

std::string within_least(Money cost, Money least) {
  if (cost <= least) return "the least possible";
  if (least.hundredths <= 0) return "of no known distance to the least possible";
  const std::int64_t over = cost.hundredths - least.hundredths;
  const auto tenths = static_cast<std::int64_t>((static_cast<Wide>(over) * 1000 + least.hundredths - 1) / least.hundredths);
  return fmt::format("within {}.{} % of the least possible", tenths / 10, tenths % 10);
}

tl::expected<Placement, Clash> solve(const PlacementProblem& problem, const PriceBook& book, const PlacementOptions& options) {
  const tl::expected<Instance, Clash> instance = instance_of(problem, book);
  if (!instance) return tl::unexpected(instance.error());
  const tl::expected<Assignment, Clash> in_order = pack_in_order(*instance);
  if (!in_order) return tl::unexpected(in_order.error());
  const Found found = Search(*instance, options).run(*in_order);
  Placement placement;
  placement.rack = racks_of_nodes(*instance, found.at);
  if (std::optional<Clash> clash = unsold(problem, book, placement.rack)) return tl::unexpected(*clash);
  placement.cost = {found.cost};
  placement.length = whole_length(problem, placement.rack);
  placement.in_order = cost_of(problem, book, racks_of_nodes(*instance, *in_order));
  placement.least = {least_cost(*instance)};
  placement.start = found.start;
  return placement;
}

std::optional<Money> cost_of(const PlacementProblem& problem, const PriceBook& book, const std::vector<std::uint32_t>& rack) {
  Money sum;
  if (rack.size() != problem.nodes) return std::nullopt;
  for (const Connection& c : problem.connections) {
    if (c.a >= problem.nodes || c.b >= problem.nodes || c.kind >= book.prices.size()) return std::nullopt;
    if (rack[c.a] >= problem.hall.racks() || rack[c.b] >= problem.hall.racks()) return std::nullopt;
    const std::optional<Money> each = book.prices[c.kind].of(problem.hall.length(rack[c.a], rack[c.b]));
    if (c.cables > 0 && !each) return std::nullopt;
    if (c.cables > 0) sum.hundredths += each->hundredths * c.cables;
  }
  return sum;
}

}  // namespace ferrule::place
