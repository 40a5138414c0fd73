// The whole chain: design where there is a fabric, check, budget, bill of materials, effort, each as a file of one folder. All of it is made
// before any of it is written.
#include <algorithm>
#include <functional>
#include <fmt/format.h>

#include "api/bom.h"
#include "api/bom_csv.h"
#include "api/bom_json.h"
#include "api/bom_xlsx.h"
#include "api/budget.h"
#include "api/budget_json.h"
#include "api/check.h"
#include "api/check_json.h"
#include "api/design.h"
#include "api/design_clash.h"
#include "api/effort.h"
#include "api/effort_csv.h"
#include "api/effort_json.h"
#include "base/text.h"
#include "cli/bom_text.h"
#include "cli/budget_text.h"
#include "cli/check_text.h"
#include "cli/design_text.h"
#include "cli/effort_options.h"
#include "cli/effort_text.h"
#include "cli/group_sizes.h"
#include "cli/output_folder.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;
using Files = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kReadme = R"(# {0}

What `ferrule build` made of the project. Each file can be made again by its command.

| file | holds | command |
|---|---|---|
{1})";

struct Row {
  std::string_view file, holds, command;
};
constexpr Row kDesignRows[] = {{"plant/", "the plant, a project as any other", "ferrule design PROJECT --output plant"},
                               {"design.txt", "devices, links, parts, printed counts", "ferrule design PROJECT"}};
constexpr Row kRows[] = {
    {"check.txt, check.json", "every link's verdict, and what is wrong", "ferrule check PLANT"},
    {"budget.txt, budget.json", "what links lose, and what they may", "ferrule budget PLANT"},
    {"bom.txt, bom.csv, bom.json, bom.xlsx", "what has to be bought", "ferrule bom PLANT"},
    {"effort.txt, effort.json", "rack units, trays, bundles, hours", "ferrule effort PLANT"},
    {"racks.csv, trays.csv, drops.csv, bundles.csv, plugs.csv, hours.csv", "the same as tables, for the installer",
     "ferrule effort PLANT --format csv"},
};

class Builder {
 public:
  Builder(const Arguments& arguments, Console& console)
      : arguments_(arguments), console_(console), data_(arguments.get("--data")) {}

  Exit build() {
    api::LoadRequest request{.path = arguments_.get("PATH"), .data = data_, .groups = {}};
    if (const std::optional<Exit> wrong = read_group_sizes(arguments_, "build", console_, request.groups)) return *wrong;
    if (const std::optional<Exit> wrong = read_effort_options(arguments_, "build", console_, takes_)) return *wrong;
    std::unique_ptr<api::Loaded> loaded = api::load(request);
    const bool has_fabric = loaded->design != nullptr;
    if (has_fabric) {
      if (const Exit exit = design(std::move(loaded), request); exit != Exit::kClean) return exit;
      reload_ = [this] { return api::load_texts(plant_, data_); };
    } else {
      reload_ = [request] { return api::load(request); };
    }
    if (const Exit exit = check(has_fabric ? reload_() : std::move(loaded)); exit == Exit::kUnreadable) return exit;
    budget();
    if (const Result<void> done = bill(); !done) return cannot_write(console_, done.error());
    if (const Exit exit = effort(); exit == Exit::kUnreadable) return exit;
    describe(has_fabric);
    if (const Result<void> done = write_folder(arguments_.get("--output"), files_); !done)
      return cannot_write(console_, done.error());
    console_.out(fmt::format("{}\nwritten to {}: begin with README.md there\n", summary_, arguments_.get("--output")));
    return exit_;
  }

 private:
  void show(const diag::Findings& findings, const diag::Sources& sources) {
    console_.err(findings_text(findings, sources, {.colour = console_.colour_err, .can_list = false}));
  }

  Exit design(std::unique_ptr<api::Loaded> loaded, const api::LoadRequest& request) {
    api::DesignOptions options;
    options.prices = takes_.prices;
    if (takes_.wage && !options.prices.empty()) options.wage = takes_.wage->hundredths;
    api::DesignReport report = api::design(std::move(loaded), data_, options);
    api::explain_no_plan({[&] { return api::load(request); }, data_, options.prices, options}, report);
    show(report.findings, report.loaded->sources);
    if (report.exit != Exit::kClean) {
      if (report.check.loaded != nullptr) show(report.check.findings, report.check.loaded->sources);
      console_.err("error: there is no clean plant, so nothing is written\n");
      return report.exit;
    }
    plant_ = report.files;
    for (const auto& [name, text] : plant_) files_["plant/" + name] = text;
    summary_ = files_["design.txt"] = design_text(report);
    name_ = report.loaded->project;
    return Exit::kClean;
  }

  Exit check(std::unique_ptr<api::Loaded> loaded) {
    const api::CheckReport report = api::check(std::move(loaded));
    if (report.exit == Exit::kUnreadable) {
      show(report.findings, report.loaded->sources);
      return report.exit;
    }
    exit_ = report.exit;
    name_ = report.loaded->project;
    files_["check.txt"] =
        check_text(report, {.colour = false, .list_all = false, .notes = true, .summary = true, .can_list = true});
    if (summary_.empty()) summary_ = check_text(report, {});
    api::check_json(report, [&](std::string_view text) { files_["check.json"] += text; });
    return report.exit;
  }

  void budget() {
    const api::BudgetReport report = api::budget(reload_());
    files_["budget.txt"] = plant_budget_text(report);
    files_["budget.json"] = api::budget_json(report);
  }

  Result<void> bill() {
    api::BomOptions options;
    options.prices = arguments_.all("--prices");
    const api::Bom bom = api::bill_of_materials(reload_(), options, data_);
    show(bom.findings, bom.loaded->sources);
    exit_ = std::max(exit_, bom.exit);
    files_["bom.txt"] = bom_text(bom);
    files_["bom.csv"] = api::bom_csv(bom);
    api::bom_json(bom, [&](std::string_view text) { files_["bom.json"] += text; });
    Result<std::string> workbook = api::bom_xlsx(bom);
    if (!workbook) return tl::unexpected(workbook.error());
    files_["bom.xlsx"] = std::move(*workbook);
    return {};
  }

  // What the bill has said is not said again.
  Exit effort() {
    const api::EffortReport report = api::effort_of(reload_(), takes_, data_);
    diag::Findings own;
    for (const diag::Finding& finding : report.findings.all())
      if (std::none_of(report.bom.findings.all().begin(), report.bom.findings.all().end(), [&](const diag::Finding& said) {
            return said.code == finding.code && said.place == finding.place && said.message == finding.message;
          }))
        own.add(finding);
    show(own, report.loaded().sources);
    exit_ = std::max(exit_, report.exit);
    if (report.exit == Exit::kUnreadable) return report.exit;
    files_["effort.txt"] = effort_text(report);
    api::effort_json(report, [&](std::string_view text) { files_["effort.json"] += text; });
    files_["racks.csv"] = api::effort_csv(report, api::EffortTable::kRacks);
    files_["trays.csv"] = api::effort_csv(report, api::EffortTable::kTrays);
    files_["drops.csv"] = api::effort_csv(report, api::EffortTable::kDrops);
    files_["bundles.csv"] = api::effort_csv(report, api::EffortTable::kBundles);
    files_["plugs.csv"] = api::effort_csv(report, api::EffortTable::kPlugs);
    files_["hours.csv"] = api::effort_csv(report, api::EffortTable::kHours);
    return report.exit;
  }

  void describe(bool designed) {
    std::string rows;
    const auto add = [&](const Row& row) { rows += fmt::format("| {} | {} | `{}` |\n", row.file, row.holds, row.command); };
    if (designed)
      for (const Row& row : kDesignRows) add(row);
    for (const Row& row : kRows) add(row);
    files_["README.md"] = fmt::format(kReadme, name_, rows);
  }

  const Arguments& arguments_;
  Console& console_;
  std::string data_, name_, summary_;
  api::EffortOptions takes_;
  Files plant_, files_;
  std::function<std::unique_ptr<api::Loaded>()> reload_;
  Exit exit_ = Exit::kClean;
};

}  // namespace

Exit run_build(const Arguments& arguments, Console& console) {
  if (!arguments.has("--output")) return usage_error(console, "build", "--output is missing", "ferrule build PROJECT -o DIR");
  return Builder(arguments, console).build();
}

}  // namespace ferrule::cli
