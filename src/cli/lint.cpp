#include "api/lint.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/check_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

spec::paper::Brand brand_of(std::string_view word) {
  using spec::paper::Brand;
  return word == "MTP" ? Brand::kMtp : word == "MPO" ? Brand::kMpo : Brand::kAny;
}

std::string words_text(const spec::paper::Census& census) {
  struct Row {
    std::string_view what;
    std::vector<std::pair<std::string_view, std::size_t>> counts;
  };
  const Row rows[] = {
      {"connector", {{"MPO", census.mpo}, {"MTP", census.mtp}, {"both words", census.both}}},
      {"the mark", {{"MTP marked", census.mtp_marked}, {"Elite or PRO", census.elite_or_pro}, {"like MTP", census.likeness}}},
      {"polarity", {{"Type", census.type}, {"Method", census.method}, {"Polarity", census.polarity}}},
      {"loss", {{"words", census.loss_words}, {"figures", census.loss_figures}}},
  };
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    for (const auto& [name, count] : row.counts) line += fmt::format("  {:<12} {:>7}", name, with_thousands(count));
    out += fmt::format("  {:<10}{}\n", row.what, line);
  }
  return out;
}

std::string paper_text(const api::PaperReport& paper) {
  if (paper.census.products == 0)
    return printable(paper.path) + ": no line reads as a product (--column NAME says where they are described)\n" +
           words_text(paper.census);
  std::string out = printable(paper.path) + ": " + counted(paper.census.products, "product");
  if (!paper.columns.empty()) {
    std::vector<std::string> columns;
    for (const std::string& column : paper.columns) columns.push_back('\'' + printable(shortened(column, 40)) + '\'');
    out += ", described in " + joined(columns, columns.size() > 2 ? ", " : " and ");
  } else if (paper.prose) {
    out += ", in text";
  }
  return out + "; of its texts so many say\n" + words_text(paper.census);
}

std::string counts_text(const api::LintReport& report, bool notes_shown) {
  std::vector<std::string> parts;
  if (report.errors > 0) parts.push_back(counted(report.errors, "error"));
  if (report.warnings > 0) parts.push_back(counted(report.warnings, "warning"));
  if (report.notes > 0 && notes_shown) parts.push_back(counted(report.notes, "note"));
  std::string text = parts.empty() ? "no findings" : joined(parts, ", ");
  if (report.notes > 0 && !notes_shown)
    text += fmt::format("; {} not shown (--level note shows them)", counted(report.notes, "note"));
  if (const std::size_t more = report.loaded->findings.suppressed(); more > 0)
    text += fmt::format("; {} more of the same codes", with_thousands(more));
  return text + '\n';
}

}  // namespace

api::Exit run_lint(const Arguments& arguments, Console& console) {
  const api::LintReport report =
      api::lint({arguments.all("FILE"), arguments.get("--data")}, {.column = arguments.get("--column"),
                                                                   .policy = {brand_of(arguments.get("--brand"))},
                                                                   .level = level_of(arguments.get("--level"))});
  for (const api::PaperReport& paper : report.papers)
    if (!paper.column_found)
      return usage_error(
          console, "lint",
          fmt::format("no table of {} has a column '{}'", printable(paper.path), printable(arguments.get("--column"))));
  if (arguments.get("--format") == "json") {
    console.out(api::lint_json(report));
    return report.exit;
  }
  const bool notes = arguments.get("--level") == "note";
  std::string text = findings_text(report.loaded->findings, report.loaded->sources,
                                   {.colour = console.colour_out, .list_all = arguments.has("--list"), .notes = notes});
  for (const api::PaperReport& paper : report.papers) text += (text.empty() ? "" : "\n") + paper_text(paper);
  console.out(text + counts_text(report, notes));
  return report.exit;
}

}  // namespace ferrule::cli
