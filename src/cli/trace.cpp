#include "api/trace.h"

#include <fmt/format.h>

#include "api/trace_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/trace_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {

api::Exit run_trace(const Arguments& arguments, Console& console) {
  const api::TraceReport report =
      api::trace({.path = arguments.get("PATH"), .data = arguments.get("--data")}, arguments.all("END"));
  if (arguments.get("--format") == "json") {
    console.out(api::trace_json(report));
    return report.exit;
  }
  bool first = true;
  for (const api::Trace& trace : report.traces) {
    if (!first) console.out("\n\n");
    first = false;
    console.out(trace_text(trace, {.colour = console.colour_out, .table = !arguments.has("--drawing")}));
  }
  console.err(findings_text(report.findings, report.loaded->sources, {.colour = console.colour_err, .can_list = false}));
  return report.exit;
}

}  // namespace ferrule::cli
