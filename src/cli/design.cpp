#include "api/design.h"

#include <fmt/format.h>

#include "api/design_clash.h"
#include "api/design_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/design_compare.h"
#include "cli/design_text.h"
#include "cli/effort_options.h"
#include "cli/group_sizes.h"
#include "cli/output_folder.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;

std::string all_findings(const api::DesignReport& report, Console& console) {
  const CheckTextOptions options{.colour = console.colour_err, .can_list = false};
  std::string out = findings_text(report.findings, report.loaded->sources, options);
  if (report.check.loaded != nullptr) out += findings_text(report.check.findings, report.check.loaded->sources, options);
  return out;
}

}  // namespace

Exit run_design(const Arguments& arguments, Console& console) {
  api::LoadRequest request{.path = arguments.get("PATH"), .data = arguments.get("--data"), .groups = {}};
  if (const std::optional<Exit> wrong = read_group_sizes(arguments, "design", console, request.groups)) return *wrong;
  if (arguments.has("--compare")) {
    if (arguments.has("--output"))
      return usage_error(console, "design", "a comparison writes no plant", "--output without --compare");
    for (const char* option : {"--standing", "--revise", "--until"})
      if (arguments.has(option))
        return usage_error(console, "design", fmt::format("{} beside --compare", option), "whole designs are compared");
    return run_design_compare(arguments, request, console);
  }
  if (arguments.has("--chart")) return usage_error(console, "design", "--chart is of a comparison", "add --compare");
  const bool json = arguments.get("--format") == "json";
  if (arguments.get("--format") == "csv")
    return usage_error(console, "design", "--format csv is of a comparison",
                       "add --compare, or write the plant's tables with --output");
  for (const char* option : {"--standing", "--until"})
    if (arguments.has("--revise") && arguments.has(option))
      return usage_error(console, "design", fmt::format("{} beside --revise", option),
                         "a plan is revised whole, and nothing of it stands");
  if (arguments.has("--phase") && !arguments.has("--standing"))
    return usage_error(console, "design", "--phase without --standing", "it names what is added to a plant that stands");
  std::optional<api::Price> wage;
  if (const std::optional<Exit> wrong = read_wage(arguments, "design", console, wage)) return *wrong;
  if (wage && arguments.all("--prices").empty())
    return usage_error(console, "design", "--wage without --prices", "it has a say where prices choose: --prices generic");
  const api::DesignOptions options{.until = arguments.get("--until"),
                                   .standing = arguments.get(arguments.has("--revise") ? "--revise" : "--standing"),
                                   .revise = arguments.has("--revise"),
                                   .phase = arguments.get("--phase"),
                                   .prices = arguments.all("--prices"),
                                   .wage = wage ? std::optional(wage->hundredths) : std::nullopt};
  api::DesignReport report = api::design(request, options);
  api::explain_no_plan({[&] { return api::load(request); }, request.data, arguments.all("--prices"), options}, report);
  if (json) {
    console.out(api::design_json(report));
  } else {
    console.err(all_findings(report, console));
  }
  if (report.exit == Exit::kUnreadable && report.loaded->readable && report.fabric == nullptr)
    console.err("error: the project has no fabric\nhelp: describe tiers and links under `fabric:`; docs/design.md\n");
  if (report.files.empty()) return report.exit;
  if (!json) console.out(design_text(report));
  if (report.exit != Exit::kClean) {
    console.err(fmt::format("error: the plant{} is not clean, so it is not written\n",
                            report.not_clean_after.empty() ? std::string() : " as it stands after " + report.not_clean_after));
    return report.exit;
  }
  if (!arguments.has("--output")) return report.exit;
  if (const Result<void> done = write_plan(arguments.get("--output"), report.files); !done) {
    console.err(fmt::format("error: {}: {}\n", printable(done.error().place), printable(done.error().message)));
    return Exit::kRefused;
  }
  if (!json)
    console.out(fmt::format("  written to {}: ferrule check {}\n", arguments.get("--output"), arguments.get("--output")));
  return report.exit;
}

}  // namespace ferrule::cli
