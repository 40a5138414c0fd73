#include "api/check.h"

#include <ctime>
#include <optional>
#include <fmt/format.h>

#include "api/check_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  const int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

diag::Severity level_of(std::string_view word) {
  return word == "note" ? diag::Severity::kNote : word == "warning" ? diag::Severity::kWarning : diag::Severity::kError;
}

void print(const api::CheckReport& report, const Arguments& arguments, bool colour, const api::Sink& sink) {
  const std::string format = arguments.get("--format");
  if (format == "json") return api::check_json(report, sink);
  if (format == "sarif") return api::check_sarif(report, arguments.get("version"), sink);
  sink(check_text(report, {.colour = colour,
                           .list_all = arguments.has("--list"),
                           .notes = arguments.get("--level") == "note",
                           .summary = !arguments.has("--quiet")}));
}

Exit refuse(Console& console, const Failure& failure) {
  console.err(fmt::format("error: cannot write {}: {}\n", printable(failure.place), printable(failure.message)));
  return Exit::kRefused;
}

}  // namespace

Exit run_check(const Arguments& arguments, Console& console) {
  if (arguments.has("--today") && !is_date(arguments.get("--today")))
    return usage_error(console, "check", fmt::format("--today cannot be '{}'", shortened(arguments.get("--today"), 200)),
                       "a date looks like 2027-03-01");
  // The place for the output is taken before the work is done: a typing mistake is told at once.
  std::optional<OutputFile> file;
  if (arguments.has("--output")) {
    Result<OutputFile> opened = OutputFile::open(arguments.get("--output"));
    if (!opened) return refuse(console, opened.error());
    file.emplace(std::move(*opened));
  }
  const api::CheckReport report = api::check({.path = arguments.get("PATH"), .data = arguments.get("--data")},
                                             {.level = level_of(arguments.get("--level")),
                                              .list_all = arguments.has("--list"),
                                              .repairs = !arguments.has("--no-repair"),
                                              .today = arguments.has("--today") ? arguments.get("--today") : today()});
  if (!file) {
    print(report, arguments, console.colour_out, [&](std::string_view text) { console.out(text); });
    return report.exit;
  }
  print(report, arguments, false, [&](std::string_view text) { file->write(text); });
  if (const Result<void> done = file->commit(); !done) return refuse(console, done.error());
  return report.exit;
}

}  // namespace ferrule::cli
