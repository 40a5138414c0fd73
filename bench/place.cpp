// Cabinet placement, definition "hpcfloor v1": the price of cables in index order, as placed, the best known, and the bound.
//
//     bench_place [INSTANCE...]      without a name the twelve instances, then halls of a thousand racks
//
// Printed as rows of a Markdown table, money in dollars, seconds of CPU time on one core. An arrangement that costs something else than
// it says, or index order that is not as published, ends the program: a number for a wrong answer is no number.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <string>
#include <vector>
#include <fmt/format.h>

#include "fabrics/hpcfloor.h"
#include "facts/facts.h"
#include "place/solve.h"

namespace ferrule::bench {
namespace {

using place::Money;

void hold(bool right, const std::string& what) {
  if (right) return;
  std::cerr << "wrong: " << what << '\n';
  std::exit(1);
}

place::PriceBook book() {
  diag::Sources sources;
  diag::Findings findings;
  const facts::Facts facts = facts::Facts::load(sources, "", findings);
  const auto found = place::price_book(facts::price_segments(facts), "perseus-2011");
  hold(found.has_value(), "there is no price book perseus-2011");
  return *found;
}

// The halls have no best known price.
const std::vector<FloorCase>& halls() {
  static const std::vector<FloorCase> cases = {
      {"H1", "rr-16000-16-1", 16, 0, 0, 0},
      {"H2", "torus3-20x20x40", 16, 0, 0, 0},
      {"H3", "df-32-10", 11, 0, 0, 0},
  };
  return cases;
}

void show(const FloorCase& which, const place::PriceBook& prices) {
  const place::PlacementProblem problem = floor_problem(which);
  const std::clock_t begin = std::clock();
  const auto placed = place::solve(problem, prices);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  hold(placed.has_value(), placed ? "" : placed.error().message);
  hold(place::cost_of(problem, prices, placed->rack) == placed->cost, which.name + " does not cost what it says");
  hold(which.in_order == 0 || placed->in_order == Money{which.in_order}, which.name + " in index order is not as published");
  hold(placed->least <= placed->cost, which.name + " is below its bound");
  const Money in_order = placed->in_order.value_or(Money{});
  const auto percent = [&](std::int64_t of) {
    return of == 0 ? std::string("-") : fmt::format("{:+.2f} %", 100.0 * (static_cast<double>(placed->cost.hundredths) / of - 1));
  };
  fmt::print("| {} | {} | {} x {} | {} | {} | {} | {} | {} | {} | {} | {} | {:.2f} |\n", which.name, which.topology,
             problem.hall.racks(), which.per_rack, problem.connections.size(), spell(in_order), spell(placed->cost),
             percent(in_order.hundredths), which.best_known == 0 ? std::string("-") : spell(Money{which.best_known}),
             percent(which.best_known), spell(placed->least), placed->within() + ", from " + std::string(spell(placed->start)),
             seconds);
  std::fflush(stdout);
}

}  // namespace
}  // namespace ferrule::bench

int main(int count, char** arguments) {
  using namespace ferrule::bench;
  const ferrule::place::PriceBook prices = book();
  fmt::print(
      "| instance | topology | racks | cables | index order | placed | against it | best known | against it | bound | | s |\n"
      "|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  const std::vector<std::string> wanted(arguments + 1, arguments + count);
  for (const auto* cases : {&floor_cases(), &halls()})
    for (const FloorCase& which : *cases)
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(), which.name) != wanted.end()) show(which, prices);
}
