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

// Shares of the effort, in hundredths.
constexpr std::uint64_t kOrderShare = 3, kTrialShare = 12;
// Temperatures as parts of the mean change: hot forgets where it began, warm keeps most of it.
constexpr std::int64_t kHot = 3, kWarm = 12, kCold = 300;

class Search {
 public:
  Search(const Instance& instance, const PlacementOptions& options)
      : instance_(instance), options_(options), near_(near_racks(instance)) {}

  Found run(const Assignment& in_order) {
    Found best{in_order, instance_.cost(in_order), Start::kInOrder};
    std::vector<Found> starts{with_racks_ordered(best)};
    if (std::optional<Assignment> cut = cut_into_racks(instance_, options_.seed); cut && free_room(instance_, *cut))
      starts.push_back(with_racks_ordered({*cut, instance_.cost(*cut), Start::kFewestCuts}));
    for (const Found& start : starts) keep_better(best, start);
    const Trial trial = best_trial(starts, best);
    keep_better(best, annealed(starts[trial.start], trial.hot, rest()));
    keep_better(best, with_racks_ordered(best));
    return best;
  }

 private:
  struct Trial {
    std::size_t start = 0;
    std::int64_t hot = kHot, cost = 0;
  };

  static void keep_better(Found& best, const Found& other) {
    if (other.cost < best.cost) best = other;
  }

  std::uint64_t share(std::uint64_t hundredths) const { return options_.effort / 100 * hundredths; }
  std::uint64_t rest() const { return options_.effort > spent_ ? options_.effort - spent_ : 0; }

  // Each start, warm and hot, on a small share of the effort: which is worth the rest.
  Trial best_trial(const std::vector<Found>& starts, Found& best) {
    std::optional<Trial> most_promising;
    for (std::size_t start = 0; start < starts.size(); ++start)
      for (const std::int64_t hot : {kWarm, kHot}) {
        if (hot == kHot && start > 0) continue;  // forgets where it began
        const Found found = annealed(starts[start], hot, share(kTrialShare));
        keep_better(best, found);
        if (!most_promising || found.cost < most_promising->cost) most_promising = Trial{start, hot, found.cost};
      }
    return *most_promising;
  }

  Found annealed(const Found& from, std::int64_t hot, std::uint64_t effort) {
    Seating seating(instance_, from.at);
    const std::int64_t change = mean_change(seating, options_.seed);
    anneal(seating, near_, {.range = {.hot = change / hot, .cold = change / kCold}, .effort = effort, .seed = options_.seed});
    spent_ += effort;
    return {seating.at(), seating.cost(), from.start};
  }

  Found with_racks_ordered(const Found& from) {
    Seating seating(instance_, from.at);
    const std::int64_t change = mean_change(seating, options_.seed);
    const std::uint64_t effort = share(kOrderShare);
    spent_ += effort;
    Found found{reorder_racks(instance_, from.at, near_,
                              {.range = {.hot = change, .cold = change / kCold}, .effort = effort, .seed = options_.seed}),
                0, from.start};
    found.cost = instance_.cost(found.at);
    return found;
  }

  const Instance& instance_;
  const PlacementOptions& options_;
  NearRacks near_;
  std::uint64_t spent_ = 0;
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

std::string Placement::within() const {
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
