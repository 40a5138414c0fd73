#include "api/limits.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/limits_csv.h"
#include "api/limits_json.h"
#include "api/load_plant.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/limits_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {

api::Exit run_limits(const Arguments& arguments, Console& console) {
  api::LimitsOptions options;
  options.links = arguments.all("LINK");
  options.standard = lower(arguments.get("--standard"));
  const std::string configuration = arguments.get("--configuration");
  if (configuration == "permanent") options.configuration = api::Configuration::kPermanent;
  if (configuration == "channel") options.configuration = api::Configuration::kChannel;
  const std::string format = arguments.get("--format");
  options.points = !options.links.empty() || format == "json" || format == "csv";

  std::unique_ptr<api::Loaded> loaded = api::load_plant({.path = arguments.get("PATH"), .data = arguments.get("--data")});
  const std::vector<std::string> known = api::editions(loaded->facts);
  if (arguments.has("--standard") && std::find(known.begin(), known.end(), options.standard) == known.end())
    return usage_error(console, "limits",
                       fmt::format("--standard cannot be '{}'", printable(shortened(arguments.get("--standard"), 40))),
                       fmt::format("there are {}", joined(known, ", ")));

  const api::LimitsReport report = api::limits(std::move(loaded), options);
  if (format == "json") {
    console.out(api::limits_json(report));
    return report.exit;
  }
  if (report.exit != api::Exit::kUnreadable)
    console.out(format == "csv"      ? api::limits_csv(report)
                : format == "tester" ? api::tester_csv(report)
                                     : limits_text(report, {.colour = console.colour_out}));
  console.err(findings_text(report.findings, report.loaded->sources, {.colour = console.colour_err, .can_list = false}));
  return report.exit;
}

}  // namespace ferrule::cli
