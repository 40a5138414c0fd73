#include "api/budget.h"

#include <optional>
#include <fmt/format.h>

#include "api/budget_json.h"
#include "api/budget_svg.h"
#include "base/text.h"
#include "cli/budget_swap.h"
#include "cli/budget_text.h"
#include "cli/check_text.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

api::Exit refuse_option(Console& console, std::string_view option, const Failure& why) {
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

// Options that are of swaps or of drawings alone.
std::optional<api::Exit> misused_without_swap(const Arguments& arguments, Console& console) {
  for (const char* option : {"--catalogue", "--prices", "--price", "--offer-price"})
    if (arguments.has(option) && !arguments.has("--swap"))
      return usage_error(console, "budget", fmt::format("{} goes with --swap", option), "ferrule budget PATH --swap PART=OFFER");
  const bool drawn = arguments.get("--format") == "svg";
  if (arguments.has("--output") && !drawn)
    return usage_error(console, "budget", "--output goes with --format svg", "text and json go to standard output");
  if (drawn && !arguments.has("--swap") && !arguments.has("LINK"))
    return usage_error(console, "budget", "a drawing is of links: name one or more", "ferrule budget PATH LINK --format svg");
  return std::nullopt;
}

// Nothing is drawn, and no file left behind, when no link could be told.
api::Exit draw(const api::BudgetReport& report, const Arguments& arguments, std::optional<OutputFile> file, Console& console) {
  console.err(findings_text(report.findings, report.loaded->sources, {.colour = console.colour_err, .can_list = false}));
  if (report.links.empty()) return report.exit;
  const std::string svg = api::budget_svg(
      report, arguments.get("--width") == "phone" ? write::WaterfallWidth::kPhone : write::WaterfallWidth::kPrint);
  if (!file) return console.out(svg), report.exit;
  file->write(svg);
  const Result<void> done = file->commit();
  return done ? report.exit : cannot_write(console, done.error());
}

}  // namespace

api::Exit run_budget(const Arguments& arguments, Console& console) {
  api::BudgetOptions options;
  options.links = arguments.all("LINK");
  if (arguments.has("--percentile")) {
    Result<std::vector<api::Percentile>> percentiles = api::parse_percentiles(arguments.get("--percentile"));
    if (!percentiles) return refuse_option(console, "--percentile", percentiles.error());
    options.percentiles = std::move(*percentiles);
  }
  if (arguments.has("--correlation")) {
    const Result<double> correlation = api::parse_correlation(arguments.get("--correlation"));
    if (!correlation) return refuse_option(console, "--correlation", correlation.error());
    options.correlation = *correlation;
    options.correlation_assumed = false;
  }
  if (arguments.has("--law"))
    options.law = arguments.get("--law") == "lognormal" ? loss::LawKind::kLognormal : loss::LawKind::kGamma;
  if (arguments.has("--edition")) options.iso_attenuation = arguments.get("--edition") == "iso";
  if (const std::optional<api::Exit> exit = misused_without_swap(arguments, console)) return *exit;
  if (arguments.has("--swap")) return run_swap(arguments, options, console);
  std::optional<OutputFile> file;
  if (arguments.has("--output")) {
    Result<OutputFile> opened = OutputFile::open(arguments.get("--output"));
    if (!opened) return cannot_write(console, opened.error());
    file.emplace(std::move(*opened));
  }
  const api::BudgetReport report = api::budget({.path = arguments.get("PATH"), .data = arguments.get("--data")}, options);
  if (arguments.get("--format") == "svg") return draw(report, arguments, std::move(file), console);
  if (arguments.get("--format") == "json") {
    console.out(api::budget_json(report));
    return report.exit;
  }
  print(report, console);
  console.err(findings_text(report.findings, report.loaded->sources, {.colour = console.colour_err, .can_list = false}));
  return report.exit;
}

}  // namespace ferrule::cli
