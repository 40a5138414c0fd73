#include "api/budget.h"

#include <optional>
#include <fmt/format.h>

#include "api/budget_json.h"
#include "base/text.h"
#include "cli/budget_text.h"
#include "cli/check_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

api::Exit refuse(Console& console, std::string_view option, const Failure& why) {
  return usage_error(console, "budget", fmt::format("{} cannot be '{}'", option, shortened(why.place, 200)), why.message);
}

void print(const api::BudgetReport& report, Console& console) {
  if (report.exit == api::Exit::kUnreadable) return;
  if (report.options.links.empty()) return console.out(plant_budget_text(report, {.colour = console.colour_out}));
  bool first = true;
  for (const api::LinkBudget& link : report.links) {
    if (!first) console.out("\n\n");
    first = false;
    console.out(link_budget_text(link, report.options, {.colour = console.colour_out}));
  }
}

}  // namespace

api::Exit run_budget(const Arguments& arguments, Console& console) {
  api::BudgetOptions options;
  options.links = arguments.all("LINK");
  if (arguments.has("--percentile")) {
    Result<std::vector<api::Percentile>> percentiles = api::parse_percentiles(arguments.get("--percentile"));
    if (!percentiles) return refuse(console, "--percentile", percentiles.error());
    options.percentiles = std::move(*percentiles);
  }
  if (arguments.has("--correlation")) {
    const Result<double> correlation = api::parse_correlation(arguments.get("--correlation"));
    if (!correlation) return refuse(console, "--correlation", correlation.error());
    options.correlation = *correlation;
    options.correlation_assumed = false;
  }
  if (arguments.has("--law"))
    options.law = arguments.get("--law") == "lognormal" ? loss::LawKind::kLognormal : loss::LawKind::kGamma;
  if (arguments.has("--edition")) options.iso_attenuation = arguments.get("--edition") == "iso";
  const api::BudgetReport report = api::budget({.path = arguments.get("PATH"), .data = arguments.get("--data")}, options);
  if (arguments.get("--format") == "json") {
    console.out(api::budget_json(report));
    return report.exit;
  }
  print(report, console);
  console.err(findings_text(report.findings, report.loaded->sources, {.colour = console.colour_err, .can_list = false}));
  return report.exit;
}

}  // namespace ferrule::cli
