// Every fibre of a proven plant against its limit: margin of the worst case and chance to be above, two figures for each bundle.
//
//     screen   the book of ways made and all bundles screened      goal 0.2 s for the 8.4 million fibres of a million links
//     hall     the budget of the whole plant: groups, yield, screening
//
// Counters: fibres. Some thousand bundles are asked the slow way; a figure that differs ends the program: a number for a wrong
// answer is no number.
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <benchmark/benchmark.h>

#include "api/budget_hall.h"
#include "api/budget_screen.h"
#include "fabrics/leafspine.h"

namespace ferrule::bench {
namespace {

// A proven plant whose connectors have a grade with a distribution, and trunks of some hundred lengths.
struct Proven {
  std::string size;
  facts::Facts facts;
  plant::Plant plant;
  check::Settings settings;
  std::unique_ptr<check::Proof> proof;
  check::View view() const { return {plant, facts, settings, *proof}; }
};

std::unique_ptr<Proven> prove_size(const std::string& size) {
  auto out = std::make_unique<Proven>();
  diag::Sources sources;
  diag::Findings findings;
  out->size = size;
  out->facts = facts::Facts::load(sources, {}, findings);
  out->plant = leaf_spine(*LeafSpine::named(size, true), out->facts);
  for (plant::PartType& type : out->plant.types)
    if (type.kind != plant::Kind::kTransceiver) type.grade = "grade-b";
  for (plant::Connector& connector : out->plant.connectors)
    if (connector.length_mm > 10'000) connector.length_mm += connector.asset % 400 * 100;
  out->proof = check::prove(out->plant, out->facts);
  return out;
}

const Proven& proven(const std::string& size) {
  static std::unique_ptr<Proven> held;
  if (!held || held->size != size) {
    held.reset();
    held = prove_size(size);
  }
  return *held;
}

void hold(const Proven& what, const api::BudgetOptions& options, const std::vector<api::ScreenedBundle>& screened) {
  api::BudgetBook book(what.view(), options);
  for (std::uint32_t bundle = 0; bundle < screened.size(); bundle += 997) {
    const api::ScreenedBundle slow = api::screen_one(book, bundle);
    if (slow.margin_microdecibel == screened[bundle].margin_microdecibel &&
        std::abs(slow.chance_above - screened[bundle].chance_above) <= 1e-12)
      continue;
    std::cerr << "wrong figures for bundle " << bundle << "\n";
    std::abort();
  }
}

void screen(benchmark::State& state, const std::string& size) {
  const Proven& what = proven(size);
  const api::BudgetOptions options;
  std::vector<api::ScreenedBundle> screened;
  api::ScreenSums sums;
  for (auto round : state) {
    api::BudgetBook book(what.view(), options);
    sums = api::screen(book, screened);
    benchmark::DoNotOptimize(screened.data());
  }
  hold(what, options, screened);
  if (sums.without_margin > 0 || sums.fibres == 0) state.SkipWithError("fibres without a margin");
  state.counters["fibres"] = static_cast<double>(sums.fibres);
}

void hall(benchmark::State& state, const std::string& size) {
  const Proven& what = proven(size);
  const std::vector<check::Verdict> verdicts(what.plant.link_count(), check::Verdict::kProven);
  const api::BudgetOptions options;
  for (auto round : state) {
    api::BudgetBook book(what.view(), options);
    benchmark::DoNotOptimize(api::budget_of_plant(book, verdicts));
  }
}

}  // namespace
}  // namespace ferrule::bench

int main(int count, char** words) {
  using namespace ferrule::bench;
  for (const char* size : {"1k", "10k", "100k", "1M"}) {
    benchmark::RegisterBenchmark((std::string("screen/") + size).c_str(), screen, std::string(size))
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark((std::string("hall/") + size).c_str(), hall, std::string(size))->Unit(benchmark::kMillisecond);
  }
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
