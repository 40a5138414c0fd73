// Definition "hpcfloor v1": costs and lengths of index order were computed by another program, in another language.
#include "fabrics/hpcfloor.h"

#include <gtest/gtest.h>

#include "books.h"
#include "place/solve.h"

namespace ferrule::place {
namespace {

std::vector<std::uint32_t> in_order(const PlacementProblem& problem) {
  std::vector<std::uint32_t> rack;
  const auto racks = static_cast<std::uint32_t>(problem.hall.racks());
  for (std::uint32_t node = 0; node < problem.nodes; ++node) rack.push_back(node * racks / problem.nodes);
  return rack;
}

TEST(HpcFloor, IndexOrderCostsWhatIsPublishedToTheCent) {
  const PriceBook book = shipped_book();
  for (const bench::FloorCase& which : bench::floor_cases()) {
    const PlacementProblem problem = bench::floor_problem(which);
    EXPECT_EQ(cost_of(problem, book, in_order(problem)), Money{which.in_order}) << which.name;
    const std::vector<std::uint32_t> at = in_order(problem);
    std::int64_t length = 0;
    for (const Connection& c : problem.connections) length += problem.hall.length(at[c.a], at[c.b]).millimetre;
    EXPECT_EQ(length, which.in_order_mm) << which.name;
  }
}

// A hundredth of the usual effort: the tests are not optimised.
TEST(HpcFloor, PlacementIsCheaperThanIndexOrderAndNotBelowTheBound) {
  const PriceBook book = shipped_book();
  for (const bench::FloorCase& which : bench::floor_cases()) {
    if (which.per_rack > 8) continue;
    const PlacementProblem problem = bench::floor_problem(which);
    const auto placed = solve(problem, book, {.effort = kUsualEffort / 100});
    ASSERT_TRUE(placed) << which.name;
    EXPECT_EQ(placed->in_order, Money{which.in_order}) << which.name;
    EXPECT_LE(placed->cost.hundredths, which.in_order) << which.name;
    EXPECT_GE(placed->cost, placed->least) << which.name;
    EXPECT_GE(which.best_known + 100, placed->least.hundredths) << which.name;
    EXPECT_EQ(cost_of(problem, book, placed->rack), placed->cost) << which.name;
    std::vector<std::uint32_t> held(problem.hall.racks(), 0);
    for (const std::uint32_t rack : placed->rack) EXPECT_LE(++held[rack], which.per_rack);
  }
}

}  // namespace
}  // namespace ferrule::place
