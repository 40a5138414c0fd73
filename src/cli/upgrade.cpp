#include "api/upgrade.h"

#include <fmt/format.h>

#include "api/upgrade_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/upgrade_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

api::Exit refuse(const api::UpgradeReport& report, Console& console) {
  const std::string place = printable(shortened(report.refused->place, 200));
  if (report.exit == api::Exit::kUsage)
    return usage_error(console, "upgrade", fmt::format("--to cannot be '{}'", place), report.refused->message);
  console.err(fmt::format("error: {}: {}\n", place, printable(report.refused->message)));
  return report.exit;
}

}  // namespace

api::Exit run_upgrade(const Arguments& arguments, Console& console) {
  api::UpgradeOptions options{listed(arguments.get("--to")), arguments.get("--prices")};
  if (arguments.has("--to") && options.to.empty())
    return usage_error(console, "upgrade", "--to takes speeds", "ferrule upgrade PATH --to 400G,800G");
  const api::UpgradeReport report = api::upgrade({.path = arguments.get("PATH"), .data = arguments.get("--data")}, options);
  const std::string form = arguments.get("--format");
  if (form == "json") {
    console.out(api::upgrade_json(report));
    return report.exit;
  }
  console.err(findings_text(report.findings, report.loaded->sources, {.colour = console.colour_err, .can_list = false}));
  if (report.refused) return refuse(report, console);
  if (report.exit == api::Exit::kUnreadable) return report.exit;
  console.out(form == "csv" ? api::upgrade_csv(report) : upgrade_text(report));
  return report.exit;
}

}  // namespace ferrule::cli
