// A project of the plant language read from its files, and the plant that comes of it checked: bench_write_csv writes the files.
//
//     FERRULE_BENCH_FOLDER=folder bench_read
#include <cstdlib>
#include <iostream>
#include <string>
#include <benchmark/benchmark.h>

#include "check/check.h"
#include "lang/project.h"

namespace ferrule::bench {
namespace {

std::string folder() {
  const char* named = std::getenv("FERRULE_BENCH_FOLDER");
  return named == nullptr ? std::string() : named;
}

struct Read {
  diag::Sources sources;
  diag::Findings findings;
  facts::Facts facts;
  std::optional<lang::Project> project;

  Read() : facts(facts::Facts::load(sources, {}, findings)) { project = lang::read_project(folder(), sources, facts, findings); }
  std::size_t fibres() const {
    std::size_t sum = 0;
    for (const plant::Bundle& bundle : project->plant.bundles) sum += project->plant.lane_sets[bundle.a_set].fibres.size();
    return sum;
  }
};

bool held(benchmark::State& state, const Read& read) {
  if (read.project && read.findings.all().empty() && read.project->plant.link_count() > 0) return true;
  state.SkipWithError(read.findings.all().empty() ? "nothing read" : read.findings.all().front().message.c_str());
  return false;
}

void read_files(benchmark::State& state) {
  for (auto round : state) {
    auto read = std::make_unique<Read>();
    state.PauseTiming();
    if (!held(state, *read)) return;
    state.counters["fibres"] = static_cast<double>(read->fibres());
    read.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(read_files)->Name("read")->Unit(benchmark::kMillisecond);

void check_read(benchmark::State& state) {
  const Read read;
  if (!held(state, read)) return;
  for (auto round : state) {
    const check::CheckResult result = check::check(read.project->plant, read.facts, read.project->settings, {});
    if (result.proven == 0) state.SkipWithError("nothing proven");
    state.counters["fibres"] = static_cast<double>(read.fibres());
    state.counters["findings"] = static_cast<double>(result.findings.size());
  }
}
BENCHMARK(check_read)->Name("check")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ferrule::bench

int main(int count, char** words) {
  if (ferrule::bench::folder().empty()) {
    std::cerr << "say which project: FERRULE_BENCH_FOLDER=folder\n";
    return 2;
  }
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
