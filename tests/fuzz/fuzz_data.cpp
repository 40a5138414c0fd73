// Whatever a table of facts holds: it loads or is refused with places; nothing that rests on it breaks. The first line of the input
// names the table that the rest takes the place of ("optics").
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "api/explain.h"
#include "check/check.h"
#include "cli/explain_text.h"
#include "diag/print.h"
#include "facts/facts.h"
#include "lang/project.h"

namespace api = ferrule::api;
namespace check = ferrule::check;
namespace diag = ferrule::diag;
namespace facts = ferrule::facts;
namespace fs = std::filesystem;
namespace lang = ferrule::lang;

namespace {

// Touches every table that decides something: optics, lane positions, array and adapter maps, transitions, breakouts, conversions.
constexpr std::string_view kPlant = R"(ferrule: 1
parts:
  patch: {kind: cord, fibre: OM4, polarity: A-to-B, ends: LC-duplex, jacket: OFNP}
  trunk: {kind: trunk, fibre: OM4, polarity: B, grade: low-loss, ends: {connector: MPO-12, gender: unpinned, polish: PC}}
  wide: {kind: trunk, fibre: OM4, polarity: B, pinout: R, ends: {connector: MPO-24, gender: unpinned, polish: PC}}
  box: {kind: cassette, fibre: OM4, adapter: B, transition: universal, rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}
  fan: {kind: breakout, fibre: OM4, wiring: port, head: {connector: MPO-12, gender: unpinned, polish: PC}, leg: {connector: LC-duplex, count: 4}}
  turn: {kind: conversion, fibre: OM4, wiring: P1, a: {connector: MPO-12, gender: unpinned, count: 2}, b: {connector: MPO-12, gender: unpinned, count: 3}}
racks: {A: {at: [0 m, 0 m]}, B: {at: [9 m, 0 m]}}
equipment:
  s1: {rack: A, u: 1, ports: {"e[1-4]": 10GBASE-SR, q: 40GBASE-SR4, w: 100GBASE-SR10}}
  s2: {rack: B, u: 1, ports: {"e[1-4]": 10GBASE-SR, q: 40GBASE-SR4, w: 100GBASE-SR10}}
panels: {p: {rack: A, u: 9, slots: {1: box}}, q: {rack: B, u: 9, slots: {1: box}}}
cables:
  - {id: T1, part: trunk, length: 30 m, a: p/1/rear, b: q/1/rear}
  - {id: "C[1-4]", part: patch, length: 2 m, a: "s1/e[1-4]", b: "p/1/[1-4]"}
  - {id: "D[1-4]", part: patch, length: 2 m, a: "s2/e[1-4]", b: "q/1/[1-4]"}
  - {id: T2, part: trunk, length: 30 m, a: s1/q, b: s2/q}
  - {id: T3, part: wide, length: 30 m, a: s1/w, b: s2/w}
links:
  - {id: "L[1-4]", a: "s1/e[1-4]", b: "s2/e[1-4]"}
  - {id: M1, a: s1/q, b: s2/q}
  - {id: M2, a: s1/w, b: s2/w}
)";

void hold(bool truth) {
  if (!truth) std::abort();
}

void hold_findings(const diag::Findings& findings, const diag::Sources& sources) {
  for (const diag::Finding& finding : findings.all()) {
    hold(!finding.code.empty() && !finding.message.empty());
    hold(!finding.place.known() ||
         finding.place.offset + std::uint64_t{finding.place.length} <= sources.text(finding.place.source).size());
    hold(!diag::print(finding, sources).empty());
  }
}

// A folder of this process that goes away with it.
struct Folder {
  fs::path path =
      (fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) / ("ferrule-fuzz-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

bool is_table(const std::string& name) {
  return !name.empty() && name.size() < 40 &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::string name = input.substr(0, input.find('\n'));
  if (!is_table(name) || name.size() == input.size()) return -1;
  const fs::path table = folder.path / (name + ".csv");
  std::ofstream(table, std::ios::binary) << input.substr(name.size() + 1);
  diag::Sources sources;
  diag::Findings findings;
  const facts::Facts loaded = facts::Facts::load(sources, folder.path.string(), findings);
  fs::remove(table);
  hold_findings(findings, sources);
  if (findings.any_unreadable()) return 0;
  for (std::string_view query : {"400GBASE-DR4", "type b", "MTP", "universal", "OM4", "MPO-12"})
    hold(!ferrule::cli::explain_text(api::explain(loaded, query)).empty() || true);
  const auto project =
      lang::read_project_text("plant.yaml", std::string(kPlant), {}, sources, loaded, findings, lang::Budget(20'000));
  hold(project.has_value());
  const check::CheckResult result = check::check(project->plant, loaded, project->settings, {.today = "2027-03-01"});
  hold(result.proven + result.faulty + result.unproven == project->plant.link_count());
  for (const diag::Finding& finding : result.findings) hold(!diag::print(finding, sources).empty());
  hold_findings(findings, sources);
  return 0;
}
