#include "api/effort.h"

#include <optional>
#include <fmt/format.h>

#include "api/effort_csv.h"
#include "api/effort_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/effort_options.h"
#include "cli/effort_text.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace ferrule::cli {

using api::Exit;

Exit run_effort(const Arguments& arguments, Console& console) {
  api::EffortOptions options;
  if (const std::optional<Exit> wrong = read_effort_options(arguments, "effort", console, options)) return *wrong;
  const std::string format = arguments.get("--format");
  const std::optional<api::EffortTable> wanted = api::parse_effort_table(arguments.get("--table"));
  if (!wanted) return Exit::kInternal;  // the table of options admits no other word
  std::optional<OutputFile> file;
  if (arguments.has("--output")) {
    Result<OutputFile> opened = OutputFile::open(arguments.get("--output"));
    if (!opened) return cannot_write(console, opened.error());
    file.emplace(std::move(*opened));
  }
  const api::EffortReport report = api::effort_of({.path = arguments.get("PATH"), .data = arguments.get("--data")}, options);
  if (format != "json")
    console.err(findings_text(report.findings, report.loaded().sources, {.colour = console.colour_err, .can_list = false}));
  if (report.exit == Exit::kUnreadable && format != "json") return report.exit;
  const auto sink = [&](std::string_view text) { file ? file->write(text) : console.out(text); };
  if (format == "json")
    api::effort_json(report, sink);
  else
    sink(format == "csv" ? api::effort_csv(report, *wanted) : effort_text(report));
  if (!file) return report.exit;
  const Result<void> done = file->commit();
  return done ? report.exit : cannot_write(console, done.error());
}

}  // namespace ferrule::cli
