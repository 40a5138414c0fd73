#include "cli/design_compare.h"

#include <optional>
#include <fmt/format.h>

#include "api/design_compare_chart.h"
#include "api/design_compare_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/design_compare_text.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace ferrule::cli {

using api::Exit;

Exit run_design_compare(const Arguments& arguments, const api::LoadRequest& project, Console& console) {
  const api::CompareRequest request{
      project, listed(arguments.get("--compare")), arguments.all("--prices"), {.until = arguments.get("--until")}};
  if (request.names.empty())
    return usage_error(console, "design", "--compare takes names of alternatives", "ferrule design PROJECT --compare");
  std::optional<OutputFile> file;
  if (arguments.has("--chart")) {
    Result<OutputFile> opened = OutputFile::open(arguments.get("--chart"));
    if (!opened) return cannot_write(console, opened.error());
    file.emplace(std::move(*opened));
  }
  const api::DesignComparison comparison = api::compare_designs(request);
  const std::string format = arguments.get("--format");
  if (format != "json") {
    console.err(
        findings_text(comparison.findings, comparison.loaded->sources, {.colour = console.colour_err, .can_list = false}));
    if (comparison.loaded->readable && comparison.loaded->design == nullptr && comparison.exit == Exit::kUnreadable)
      console.err("error: the project has no fabric\nhelp: describe tiers and links under `fabric:`; docs/design.md\n");
  }
  if (comparison.refused)
    return usage_error(console, "design",
                       fmt::format("--compare cannot be '{}'", printable(shortened(comparison.refused->place, 60))),
                       comparison.refused->message);
  if (format == "json") {
    console.out(api::design_compare_json(comparison));
  } else if (!comparison.plans.empty()) {
    console.out(format == "csv" ? api::design_compare_csv(comparison) : design_compare_text(comparison));
  }
  if (!file || comparison.plans.empty()) return comparison.exit;
  const bool phone = arguments.get("--width") == "phone";
  file->write(write::bar_chart_svg(api::chart_of(comparison), phone ? write::ChartWidth::kPhone : write::ChartWidth::kPrint));
  const Result<void> done = file->commit();
  return done ? comparison.exit : cannot_write(console, done.error());
}

}  // namespace ferrule::cli
