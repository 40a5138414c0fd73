// The bill of materials of a plant in memory: counted and priced, and written in each form. A hall of 100k links has 300,000 cables.
#include "api/bom.h"

#include <string>
#include <benchmark/benchmark.h>

#include "api/bom_csv.h"
#include "api/bom_json.h"
#include "api/bom_xlsx.h"
#include "cli/bom_text.h"
#include "fabrics/leafspine.h"

namespace ferrule::bench {
namespace {

const api::BomOptions kOptions{.by = {api::BomKey::kPhase, api::BomKey::kHall, api::BomKey::kRow, api::BomKey::kPart},
                               .prices = {"generic"}};

std::unique_ptr<api::Loaded> hall(const std::string& size) {
  auto loaded = api::load_facts({});
  loaded->plant = leaf_spine(*LeafSpine::named(size, true), loaded->facts);
  return loaded;
}

// Every piece is in one line, or the figure is of no use.
void hold(benchmark::State& state, const api::Bom& bom) {
  std::size_t pieces = 0;
  for (const api::BomLine& line : bom.lines) pieces += line.pieces.size();
  if (pieces != bom.loaded->plant.asset_count()) state.SkipWithError("not every piece is in the bill");
  state.counters["pieces"] = static_cast<double>(pieces);
  state.counters["lines"] = static_cast<double>(bom.lines.size());
}

void count(benchmark::State& state, const std::string& size) {
  std::unique_ptr<api::Loaded> loaded = hall(size);
  for (auto round : state) {
    api::Bom bom = api::bill_of_materials(std::move(loaded), kOptions);
    state.PauseTiming();
    hold(state, bom);
    loaded = std::move(bom.loaded);
    state.ResumeTiming();
  }
}

template <class Write>
void write(benchmark::State& state, const std::string& size, Write write_bill) {
  const api::Bom bom = api::bill_of_materials(hall(size), kOptions);
  hold(state, bom);
  for (auto round : state) benchmark::DoNotOptimize(write_bill(bom));
}

std::size_t as_json(const api::Bom& bom) {
  std::size_t bytes = 0;
  api::bom_json(bom, [&](std::string_view text) { bytes += text.size(); });
  return bytes;
}

void add(const std::string& size) {
  const auto one = [&](const std::string& what, auto function) {
    benchmark::RegisterBenchmark(("bom/" + what + "/" + size).c_str(), function)->Unit(benchmark::kMillisecond);
  };
  one("count", [=](benchmark::State& state) { count(state, size); });
  one("text",
      [=](benchmark::State& state) { write(state, size, [](const api::Bom& bom) { return cli::bom_text(bom).size(); }); });
  one("csv", [=](benchmark::State& state) { write(state, size, [](const api::Bom& bom) { return api::bom_csv(bom).size(); }); });
  one("json", [=](benchmark::State& state) { write(state, size, as_json); });
  one("xlsx",
      [=](benchmark::State& state) { write(state, size, [](const api::Bom& bom) { return api::bom_xlsx(bom)->size(); }); });
}

}  // namespace
}  // namespace ferrule::bench

int main(int argc, char** argv) {
  for (const char* size : {"1k", "10k", "100k"}) ferrule::bench::add(size);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
