// Product lines of the definition "mpo-lines v1" read into specifications, with span and rule of every field, and held against the truth.
//
//     bench_lines                          measure
//     bench_lines --write FILE COUNT       the lines to FILE and their codes to FILE.truth, for the peers
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>
#include <benchmark/benchmark.h>

#include "fabrics/product_lines.h"
#include "spec/catalogue.h"
#include "spec/fits.h"
#include "spec/read_line.h"

namespace ferrule::bench {
namespace {

using spec::Field;
using spec::Specification;

struct Setting {
  diag::Sources sources;
  diag::Findings findings;
  facts::Facts facts;
  lexis::Lexicon lexicon;
  ProductLines lines;
  std::vector<std::string_view> each;

  Setting()
      : facts(facts::Facts::load(sources, {}, findings)),
        lexicon(lexis::Lexicon::compile(facts, sources, {}, findings)),
        lines(product_lines(200'000)) {
    for (std::size_t at = 0; at < lines.text.size();) {
      const std::size_t end = lines.text.find('\n', at);
      each.push_back(std::string_view(lines.text).substr(at, end - at));
      at = end + 1;
    }
  }
};

const Setting& setting() {
  static const Setting the;
  return the;
}

int connector(std::string_view type) {
  if (type.starts_with("LC")) return 5;
  return type == "MPO-8" ? 1 : type == "MPO-12" ? 2 : type == "MPO-16" ? 3 : type == "MPO-24" ? 4 : 0;
}

int kind(std::string_view name) {
  return name == "trunk" ? 1 : name == "patch_cord" ? 2 : name == "cassette" ? 3 : name == "breakout" ? 4 : 0;
}

// A cable from a multi-fibre connector to small ones is a breakout, whatever its noun: the product language says so, the definition does not.
int kind_meant(const LineTruth& truth) { return truth.connector_b == 5 && truth.kind <= 2 ? 4 : truth.kind; }

int glass(const Specification& s) {
  const std::string_view fibre = s.text(Field::kFibreType);
  if (fibre == "OM3") return 2;
  if (fibre == "OM4") return 3;
  if (fibre == "OM5") return 4;
  return s.text(Field::kMode) == "SM" || s.text(Field::kGlass).starts_with("G.657") || fibre == "OS2" ? 1 : 0;
}

int jacket(const Specification& s) {
  const std::string_view name = s.text(Field::kJacket), euroclass = s.text(Field::kEuroclass);
  return name == "LSZH" ? 1 : name == "OFNP" ? 2 : name == "OFNR" ? 3 : euroclass == "Cca" ? 4 : euroclass == "B2ca" ? 5 : 0;
}

int grade(const Specification& s) {
  if (const auto loss = s.number(Field::kMaxIl)) return *loss <= 0.35 ? 1 : 2;
  const std::string_view name = s.text(Field::kGrade);
  if (name == "standard") return 2;
  return !name.empty() || s.text(Field::kProductLine) == "Elite" ? 1 : 0;
}

int pins(const Specification& s) {
  const std::string_view name = s.text(Field::kAGender);
  return name == "unpinned" ? 1 : name == "pinned" ? 2 : 0;
}

bool right(const Specification& s, const LineTruth& truth) {
  const double length = static_cast<double>(truth.length_mm) / 1000;
  return kind(s.text(Field::kKind)) == kind_meant(truth) && connector(s.text(Field::kAType)) == truth.connector_a &&
         connector(s.text(Field::kBType)) == truth.connector_b && pins(s) == truth.gender &&
         s.number(Field::kFibreCount) == truth.fibres && glass(s) == truth.glass &&
         s.text(Field::kPolarity) == std::string_view("ABC").substr(static_cast<std::size_t>(truth.polarity - 1), 1) &&
         jacket(s) == truth.jacket && grade(s) == truth.grade && std::abs(s.number(Field::kLength).value_or(0) - length) < 0.006;
}

void read_lines(benchmark::State& state) {
  const Setting& the = setting();
  spec::LineReader reader(the.lexicon);
  Specification specification;
  std::array<Specification, spec::LineReader::kTogether> several;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < the.each.size(); ++i) {
    reader.read(the.each[i], specification);
    if (right(specification, the.lines.truth[i])) continue;
    if (++wrong <= 5 && std::getenv("FERRULE_BENCH_VERBOSE") != nullptr) std::cerr << the.each[i] << '\n';
  }
  for (auto round : state)
    for (std::size_t i = 0; i < the.each.size(); i += several.size()) {
      const auto lines = std::span(the.each).subspan(i, std::min(several.size(), the.each.size() - i));
      reader.read(lines, std::span(several).first(lines.size()));
      benchmark::DoNotOptimize(several);
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * the.lines.text.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * the.each.size()));
  state.counters["wrong"] = static_cast<double>(wrong);
  state.counters["lines"] = static_cast<double>(the.each.size());
}
BENCHMARK(read_lines)->Name("lines")->Unit(benchmark::kMillisecond);

// A line against a catalogue of ten thousand others: read, the nearest five found, and judged.
struct Stock {
  spec::Catalogue catalogue;
  spec::Needs needs;
  static constexpr std::size_t kEntries = 10'000;

  Stock() {
    const Setting& the = setting();
    diag::Findings findings;
    needs = spec::Needs::load(the.facts, findings);
    spec::LineReader reader(the.lexicon);
    for (std::size_t i = 0; i < kEntries; ++i) {
      Specification entry;
      reader.read(the.each[i], entry);
      catalogue.add(std::move(entry));
    }
  }
};

void find_in_catalogue(benchmark::State& state) {
  static const Stock stock;
  const Setting& the = setting();
  const bool judged = state.range(0) != 0;
  spec::LineReader reader(the.lexicon);
  Specification wanted;
  std::size_t i = Stock::kEntries;  // lines that the catalogue does not hold
  for (auto round : state) {
    if (++i == the.each.size()) i = Stock::kEntries;
    reader.read(the.each[i], wanted);
    const std::vector<std::uint32_t> nearest = stock.catalogue.nearest(wanted, 5);
    benchmark::DoNotOptimize(nearest.data());
    if (!judged) continue;
    for (const std::uint32_t entry : nearest)
      benchmark::DoNotOptimize(spec::fits(wanted, stock.catalogue[entry], the.facts, stock.needs));
  }
}
BENCHMARK(find_in_catalogue)->Name("catalogue")->ArgName("judged")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void compile_lexicon(benchmark::State& state) {
  const Setting& the = setting();
  for (auto round : state) {
    diag::Sources sources;
    diag::Findings findings;
    benchmark::DoNotOptimize(lexis::Lexicon::compile(the.facts, sources, {}, findings));
  }
}
BENCHMARK(compile_lexicon)->Name("lexicon")->Unit(benchmark::kMillisecond);

int write(const std::string& path, std::size_t count) {
  const ProductLines lines = product_lines(count);
  std::ofstream(path, std::ios::binary) << lines.text;
  std::ofstream truth(path + ".truth", std::ios::binary);
  for (const LineTruth& line : lines.truth) truth << line.code() << '\n';
  return truth.good() ? 0 : 1;
}

}  // namespace
}  // namespace ferrule::bench

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--write")
    return ferrule::bench::write(argv[2], std::strtoull(argv[3], nullptr, 10));
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
