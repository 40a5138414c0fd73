// The proof of a generated plant in memory: built, traced, judged, checked, reported, and proven again after one cord changed.
//
// Counters: fibres; bench/run divides. Every benchmark that traces compares the checksum of what it wrote.
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <benchmark/benchmark.h>

#include "check/change.h"
#include "check/check.h"
#include "diag/finding.h"
#include "fabrics/arrivals.h"
#include "fabrics/leafspine.h"
#include "fabrics/superpod.h"
#include "plant/builder.h"
#include "write/findings_json.h"

namespace ferrule::bench {
namespace {

const facts::Facts& facts() {
  static const auto* const loaded = [] {
    diag::Sources sources;
    diag::Findings findings;
    return new facts::Facts(facts::Facts::load(sources, {}, findings));
  }();
  return *loaded;
}

// One plant is kept at a time: benchmarks of one plant run one after the other.
struct Case {
  std::string name;
  std::optional<LeafSpine> shape;  // none: the SuperPOD
  bool shuffled = true;
};

plant::Plant make(const Case& what) {
  return what.shape ? leaf_spine(*what.shape, facts()) : superpod_b200(facts(), what.shuffled);
}

plant::Plant& plant_of(const Case& what) {
  static std::string held;
  static plant::Plant plant;
  if (held != what.name) {
    plant = {};
    plant = make(what);
    held = what.name;
  }
  return plant;
}

std::size_t fibres_of(const plant::Plant& plant) {
  std::size_t fibres = 0;
  for (const plant::Bundle& bundle : plant.bundles) fibres += plant.lane_sets[bundle.a_set].fibres.size();
  return fibres;
}

// Resident without names and places: connectors, assets, links, bundles.
double bytes_of(const plant::Plant& plant) {
  const auto bytes = [](const auto& list) { return static_cast<double>(list.size() * sizeof list[0]); };
  return bytes(plant.connectors) + bytes(plant.asset_first) + bytes(plant.links) + bytes(plant.bundles);
}

void per_fibre(benchmark::State& state, const plant::Plant& plant) {
  state.counters["fibres"] = static_cast<double>(fibres_of(plant));
}

void hold(const Case& what, const plant::Plant& plant, std::span<const std::uint32_t> arrivals) {
  if (!what.shape || checksum(plant, arrivals) == expected_checksum(*what.shape)) return;
  std::cerr << "wrong checksum: a number for a wrong answer is no number\n";
  std::abort();
}

void build(benchmark::State& state, const Case& what) {
  plant_of({});
  for (auto round : state) {
    plant::Plant plant = make(what);
    benchmark::DoNotOptimize(plant.connectors.data());
    state.PauseTiming();
    if (plant.bundles.empty()) std::abort();
    per_fibre(state, plant);
    state.counters["bytes_per_fibre"] = bytes_of(plant) / static_cast<double>(fibres_of(plant));
    plant = {};
    state.ResumeTiming();
  }
}

// The floor's and numpy's operation: arrivals of all fibres written out.
void trace(benchmark::State& state, const Case& what) {
  const plant::Plant& plant = plant_of(what);
  std::vector<plant::Light::Start> starts(plant.bundles.size());
  std::vector<plant::Light::Leaf> leaves(starts.size());
  std::vector<std::uint32_t> arrivals(fibres_of(plant));
  std::vector<plant::Light::MoreLeaf> more;
  for (auto round : state) {
    plant::Light light(plant);
    for (std::size_t i = 0; i < starts.size(); ++i) starts[i] = {plant.bundles[i].a, light.start_of(plant.bundles[i].a_set)};
    light.follow(starts, leaves, more);
    write_arrivals(light, leaves, 8, arrivals);
    benchmark::ClobberMemory();
  }
  per_fibre(state, plant);
  hold(what, plant, arrivals);
}

// Full verification: arrival port, lane, contacts, hop count; every bundle's end and way written, every fibre's arrival too.
void prove_all(benchmark::State& state, const Case& what) {
  const plant::Plant& plant = plant_of(what);
  std::vector<std::uint32_t> arrivals(fibres_of(plant));
  for (auto round : state) {
    const std::unique_ptr<check::Proof> proof = check::prove(plant, facts());
    write_arrivals(proof->light, proof->first_leaf, 8, arrivals);
    benchmark::ClobberMemory();
  }
  per_fibre(state, plant);
  hold(what, plant, arrivals);
}

void check_all(benchmark::State& state, const Case& what) {
  const plant::Plant& plant = plant_of(what);
  for (auto round : state) {
    const check::CheckResult result = check::check(plant, facts(), {}, {});
    const std::size_t wrong = what.shape && what.shape->defect_every > 0 ? plant.link_count() / what.shape->defect_every : 0;
    if (result.faulty != wrong || result.unproven != 0)
      state.SkipWithError(result.findings.empty() ? "unexpected verdicts" : result.findings.front().message.c_str());
    state.counters["findings"] = static_cast<double>(result.findings.size());
  }
  per_fibre(state, plant);
}

// One cord after another is exchanged for a straight one and back; after each the links that it touches have their verdict again.
void change(benchmark::State& state, const Case& what) {
  plant::Plant plant = make(what);
  const std::unique_ptr<check::Proof> proof = check::prove(plant, facts());
  check::Changes changes(plant, facts(), *proof);
  constexpr std::uint32_t kRightCord = 1, kStraightCord = 2;           // types of leaf_spine
  const std::uint32_t links = what.shape->links(), first = 2 * links;  // cords A come behind the ports
  std::uint32_t at = 0;
  std::uint64_t seen = 0;
  for (auto round : state) {
    const std::uint32_t asset = first + at;
    at = (at + 7919) % links;
    const std::uint32_t was = plant.face_info(plant.asset_first[asset]).type;
    changes.retype(asset, was == kStraightCord ? kRightCord : kStraightCord);
    if (changes.touched().size() != 1) state.SkipWithError("a cord of one link touches one link");
    const bool right = proof->ways[proof->way_of_bundle[changes.touched()[0]]].outcome == check::Outcome::kExact;
    if (right != (was == kStraightCord)) state.SkipWithError("unexpected outcome");
    changes.retype(asset, was);
    seen += changes.touched().size();
  }
  state.counters["changes"] = 2;
  benchmark::DoNotOptimize(seen);
}

void report(benchmark::State& state, const Case& what) {
  const plant::Plant& plant = plant_of(what);
  check::CheckOptions options;
  options.list_all = true;
  options.repairs = false;
  const check::CheckResult result = check::check(plant, facts(), {}, options);
  const diag::Sources sources;
  diag::Findings findings;
  for (const diag::Finding& finding : result.findings) findings.add(finding);
  for (auto round : state) {
    write::JsonWriter json;
    write::write_findings(json, findings, sources);
    const std::string text = json.take();
    state.counters["bytes"] = static_cast<double>(text.size());
  }
  per_fibre(state, plant);
}

void add(const std::string& label, const Case& what) {
  const auto bench = [&](const char* name, auto* function) {
    benchmark::RegisterBenchmark((std::string(name) + "/" + label).c_str(), function, what)->Unit(benchmark::kMillisecond);
  };
  bench("build", build);
  bench("trace", trace);
  bench("prove", prove_all);
  bench("check", check_all);
  bench("report", report);
  if (what.shape) bench("change", change);
}

}  // namespace
}  // namespace ferrule::bench

int main(int count, char** words) {
  using namespace ferrule::bench;
  for (bool shuffled : {false, true}) {
    for (const char* size : {"1k", "10k", "100k", "1M"}) {
      const std::string label = std::string(size) + (shuffled ? "/shuffled" : "/structured");
      add(label, {label, LeafSpine::named(size, shuffled), shuffled});
    }
    const std::string label = std::string("b200") + (shuffled ? "/shuffled" : "/structured");
    add(label, {label, std::nullopt, shuffled});
  }
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
