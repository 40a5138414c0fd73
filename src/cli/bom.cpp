#include "api/bom.h"

#include <optional>
#include <fmt/format.h>

#include "api/bom_csv.h"
#include "api/bom_json.h"
#include "api/bom_xlsx.h"
#include "base/text.h"
#include "cli/bom_text.h"
#include "cli/check_text.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;

template <class Sink>
Result<void> print(const api::Bom& bom, const std::string& format, const Sink& sink) {
  if (format == "json") {
    api::bom_json(bom, sink);
  } else if (format == "csv") {
    sink(api::bom_csv(bom));
  } else if (format == "xlsx") {
    const Result<std::string> bytes = api::bom_xlsx(bom);
    if (!bytes) return tl::unexpected(bytes.error());
    sink(*bytes);
  } else {
    sink(bom_text(bom));
  }
  return {};
}

}  // namespace

Exit run_bom(const Arguments& arguments, Console& console) {
  api::BomOptions options;
  options.prices = arguments.all("--prices");
  Result<std::vector<api::BomKey>> keys = api::parse_bom_keys(arguments.get("--by"));
  if (!keys)
    return usage_error(console, "bom", fmt::format("--by cannot be '{}'", printable(shortened(keys.error().place, 60))),
                       keys.error().message);
  options.by = std::move(*keys);
  const std::string phases = arguments.get("--phase");
  if (arguments.has("--phase"))
    for (const std::string_view name : split(phases, ',')) options.phases.emplace_back(name);
  const std::string format = arguments.get("--format");
  if (format == "xlsx" && !arguments.has("--output"))
    return usage_error(console, "bom", "a workbook is no text for a terminal",
                       "ferrule bom PATH --format xlsx --output bill.xlsx");
  std::optional<OutputFile> file;
  if (arguments.has("--output")) {
    Result<OutputFile> opened = OutputFile::open(arguments.get("--output"));
    if (!opened) return cannot_write(console, opened.error());
    file.emplace(std::move(*opened));
  }
  const api::Bom bom = api::bill_of_materials({.path = arguments.get("PATH"), .data = arguments.get("--data")}, options);
  if (format != "json")
    console.err(
        findings_text(bom.findings, bom.loaded->sources, {.colour = console.colour_err, .notes = true, .can_list = false}));
  if ((!bom.made || bom.exit == Exit::kUnreadable) && format != "json") return bom.exit;
  const auto sink = [&](std::string_view text) { file ? file->write(text) : console.out(text); };
  if (const Result<void> done = print(bom, format, sink); !done) return cannot_write(console, done.error());
  if (!file) return bom.exit;
  const Result<void> done = file->commit();
  return done ? bom.exit : cannot_write(console, done.error());
}

}  // namespace ferrule::cli
