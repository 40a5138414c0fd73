// Nodes into racks, so that the cables cost least: an arrangement, and how far from the best it can be at most.
//
//     index order  --\                                                        cost ----+
//                      >--> whole racks --> single nodes, hot to cold --> best         |  within so many per cent of the least possible
//     fewest cuts  --/                                                        bound ---+
//
// Units:  money in hundredths of the book's currency. Effort in looks at a cable, on the order of a nanosecond each: counted, not timed, so that
//         the same input gives the same answer on any machine.
// Shape:  a rack for every node; room, pins and groups are kept. Never dearer than index order where that fits.
// Errors: the clash that stands in the way. kNoPacking and kNoCable are of what was found, and no proof.
// Source: annealing and its rivals on these instances: docs/placement.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <tl/expected.hpp>

#include "place/clash.h"
#include "place/price_book.h"
#include "place/problem.h"

namespace ferrule::place {

enum class Start : std::uint8_t { kInOrder, kFewestCuts };

constexpr std::string_view spell(Start start) { return start == Start::kInOrder ? "index order" : "fewest cuts"; }

inline constexpr std::uint64_t kUsualEffort = 700'000'000;

struct PlacementOptions {
  std::uint64_t effort = kUsualEffort;
  std::uint64_t seed = 1;
};

// "within 12.3 % of the least possible", rounded up; "the least possible" when the bound is met.
std::string within_least(Money cost, Money least);

struct Placement {
  std::vector<std::uint32_t> rack;  // of each node
  Money cost;
  Length length;                  // of all cables
  std::optional<Money> in_order;  // what index order costs; nothing where it needs a cable that the book does not sell
  Money least;                    // no arrangement costs less
  Start start = Start::kInOrder;  // from which this one came

  std::string within() const { return within_least(cost, least); }
};

tl::expected<Placement, Clash> solve(const PlacementProblem& problem, const PriceBook& book,
                                     const PlacementOptions& options = {});

// What an arrangement costs; nothing where it needs a cable that the book does not sell, or does not fit the problem.
std::optional<Money> cost_of(const PlacementProblem& problem, const PriceBook& book, const std::vector<std::uint32_t>& rack);

}  // namespace ferrule::place
