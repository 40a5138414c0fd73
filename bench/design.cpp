// Published fabrics from their file to a plant that is proven and written, in memory: what `ferrule design` does but for the disk. A design that is
// not clean, or has another number of links than is published, gives no figure.
#include "api/design.h"

#include <map>
#include <string>
#include <benchmark/benchmark.h>

namespace ferrule {
namespace {

struct Case {
  const char *name, *folder;
  std::map<std::string, int, std::less<>> groups;
  std::size_t links;
};

void design(benchmark::State& state, const Case& of) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    const api::DesignReport report =
        api::design({.path = std::string("examples/design/") + of.folder, .data = {}, .groups = of.groups});
    if (report.exit != api::Exit::kClean || report.check.counts.proven != of.links) {
      state.SkipWithError("the design is not the published one");
      return;
    }
    bytes = 0;
    for (const auto& [name, text] : report.files) bytes += text.size();
  }
  state.counters["links"] = static_cast<double>(of.links);
  state.counters["links_per_second"] =
      benchmark::Counter(static_cast<double>(of.links), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["bytes"] = static_cast<double>(bytes);
}

const Case kCases[] = {
    {"design/aster", "aster", {}, 512},
    {"design/superpod-h100-4su", "superpod-h100", {}, 2044},
    {"design/superpod-b200-16su", "superpod-b200-three-tiers", {{"pod", 4}}, 12288},
    {"design/superpod-b200-64su", "superpod-b200-three-tiers", {{"pod", 16}}, 49152},
    {"design/colossus", "colossus", {}, 300064},
};

}  // namespace
}  // namespace ferrule

int main(int argc, char** argv) {
  for (const ferrule::Case& of : ferrule::kCases)
    benchmark::RegisterBenchmark(of.name, [&of](benchmark::State& state) {
      ferrule::design(state, of);
    })->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
