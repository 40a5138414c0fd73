#include "api/check.h"

#include <optional>
#include <fmt/format.h>

#include "api/check_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/date.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;

void print(const api::CheckReport& report, const Arguments& arguments, bool colour, const api::Sink& sink) {
  const std::string format = arguments.get("--format");
  if (format == "json") return api::check_json(report, sink);
  if (format == "sarif") return api::check_sarif(report, arguments.get("version"), sink);
  sink(check_text(report, {.colour = colour,
                           .list_all = arguments.has("--list"),
                           .notes = arguments.get("--level") == "note",
                           .summary = !arguments.has("--quiet")}));
}

}  // namespace

Exit run_check(const Arguments& arguments, Console& console) {
  const std::string today = date_of(arguments);
  if (!is_date(today)) return bad_date(console, "check", today);
  // The place for the output is taken before the work is done: a typing mistake is told at once.
  std::optional<OutputFile> file;
  if (arguments.has("--output")) {
    Result<OutputFile> opened = OutputFile::open(arguments.get("--output"));
    if (!opened) return cannot_write(console, opened.error());
    file.emplace(std::move(*opened));
  }
  const api::CheckReport report =
      api::check({.path = arguments.get("PATH"), .data = arguments.get("--data")}, {.level = level_of(arguments.get("--level")),
                                                                                    .list_all = arguments.has("--list"),
                                                                                    .repairs = !arguments.has("--no-repair"),
                                                                                    .today = today});
  if (!file) {
    print(report, arguments, console.colour_out, [&](std::string_view text) { console.out(text); });
    return report.exit;
  }
  print(report, arguments, false, [&](std::string_view text) { file->write(text); });
  if (const Result<void> done = file->commit(); !done) return cannot_write(console, done.error());
  return report.exit;
}

}  // namespace ferrule::cli
