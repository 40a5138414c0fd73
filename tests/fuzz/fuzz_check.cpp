// Whatever the bytes: a project is read, checked, printed in every format and traced, within bounds; every place lies inside its text,
// the counts add up, and nothing that an author wrote reaches the terminal raw.
//
// The input is plant.yaml; a line "%% NAME" begins another file that it may name: a table or an include.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "api/check.h"
#include "api/check_json.h"
#include "api/trace.h"
#include "api/trace_json.h"
#include "cli/check_text.h"
#include "cli/trace_text.h"
#include "diag/print.h"
#include "lang/project.h"

namespace api = ferrule::api;
namespace cli = ferrule::cli;
namespace diag = ferrule::diag;
namespace lang = ferrule::lang;

namespace {

constexpr std::uint64_t kBudget =
    20'000;  // about 300 kB of plant: large enough for every rule, small enough for thousands a second
constexpr std::string_view kFile = "\n%% ";

void hold(bool truth) {
  if (!truth) std::abort();
}

std::string split_files(std::string_view input, lang::Texts& files) {
  const std::string first(input.substr(0, input.find(kFile)));
  for (std::size_t at = input.find(kFile); at != std::string_view::npos;) {
    const std::size_t name = at + kFile.size();
    const std::size_t end = std::min(input.find('\n', name), input.size());
    at = input.find(kFile, end);
    if (end < input.size())
      files.emplace(input.substr(name, end - name), input.substr(end + 1, at == std::string_view::npos ? at : at - end - 1));
  }
  return first;
}

void hold_plain(std::string_view text) {
  hold(std::none_of(text.begin(), text.end(),
                    [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; }));
}

void hold_place(const diag::Place& place, const diag::Sources& sources) {
  hold(!place.known() || place.offset + std::uint64_t{place.length} <= sources.text(place.source).size());
}

void hold_findings(const diag::Findings& findings, const diag::Sources& sources) {
  for (const diag::Finding& finding : findings.all()) {
    hold(!finding.code.empty() && !finding.message.empty());
    hold_place(finding.place, sources);
    for (const diag::Note& note : finding.notes) hold_place(note.place, sources);
    hold_plain(diag::print(finding, sources));
  }
}

// The facts are read once; the rest of a Loaded is made anew for every input.
struct Ground {
  diag::Sources sources;
  std::unique_ptr<api::Loaded> loaded = api::load_facts("");
  Ground() { sources = loaded->sources; }
};

void hold_traces(std::unique_ptr<api::Loaded>& loaded) {
  std::vector<std::string> ends{"nowhere"};
  const ferrule::plant::Plant& plant = loaded->plant;
  if (!plant.connectors.empty())
    ends.push_back(plant.spelled(0)), ends.push_back(plant.spelled(static_cast<std::uint32_t>(plant.connectors.size() / 2)));
  if (plant.link_count() > 0) ends.emplace_back(plant.link_name(0));
  api::TraceReport report = api::trace(std::move(loaded), ends);
  hold(!api::trace_json(report).empty());
  for (const api::Trace& trace : report.traces) hold_plain(cli::trace_text(trace));
  hold_findings(report.findings, report.loaded->sources);
  loaded = std::move(report.loaded);
}

void hold_check(std::unique_ptr<api::Loaded>& loaded) {
  api::CheckReport report = api::check(std::move(loaded), {.today = "2027-03-01"});
  const api::CheckCounts& counts = report.counts;
  hold(counts.proven + counts.faulty + counts.unproven == counts.links);
  hold((report.exit == api::Exit::kUnreadable) == (!report.loaded->readable));
  hold(report.exit != api::Exit::kClean || counts.errors == 0);
  hold_findings(report.findings, report.loaded->sources);
  hold_plain(cli::check_text(report, {.list_all = true, .notes = true}));
  std::size_t bytes = 0;
  api::check_json(report, [&](std::string_view text) { bytes += text.size(); });
  api::check_sarif(report, "0", [&](std::string_view text) { bytes += text.size(); });
  hold(bytes > 0);
  report.proof.reset();  // it refers to the plant
  loaded = std::move(report.loaded);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Ground ground;
  std::unique_ptr<api::Loaded>& loaded = ground.loaded;
  lang::Texts files;
  std::string first = split_files({reinterpret_cast<const char*>(data), size}, files);
  loaded->sources = ground.sources;
  loaded->findings = {};
  std::optional<lang::Project> project = lang::read_project_text("plant.yaml", std::move(first), files, loaded->sources,
                                                                 loaded->facts, loaded->findings, lang::Budget(kBudget));
  hold(project.has_value() || loaded->findings.any_unreadable());
  loaded->readable = project.has_value() && !loaded->findings.any_unreadable();
  loaded->project = project ? std::move(project->name) : std::string();
  loaded->plant = project ? std::move(project->plant) : ferrule::plant::Plant();
  loaded->settings = project ? std::move(project->settings) : ferrule::check::Settings();
  hold_check(loaded);
  hold_traces(loaded);
  return 0;
}
