#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/budget_text.h"
#include "cli/budget_words.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::BudgetGroup;
using api::BudgetReport;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kFewNames = 3;

std::string paragraph(std::string_view text) {
  std::string out;
  for (const std::string& line : wrap(text, kWidth)) out += line + "\n";
  return out;
}

std::string lengths(const BudgetGroup& group) {
  if (group.longest.millimetre == 0) return "?";
  if (group.shortest == group.longest) return spell(group.longest);
  return fmt::format("{} to {}", spell(group.shortest), spell(group.longest));
}

std::string few(const std::vector<std::string>& names, std::uint64_t all, std::size_t most) {
  const std::vector<std::string> first(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most)));
  std::string text = printable(joined(first, ", "));
  if (all > first.size()) text += fmt::format(" and {} more", with_thousands(all - first.size()));
  return text;
}

// The highest percentile that was asked for stands for the distribution.
std::size_t highest(const api::BudgetOptions& asked) {
  const auto lower = [](const api::Percentile& a, const api::Percentile& b) { return a.share < b.share; };
  return static_cast<std::size_t>(std::max_element(asked.percentiles.begin(), asked.percentiles.end(), lower) -
                                  asked.percentiles.begin());
}

std::vector<std::string> cells(const BudgetGroup& group, const api::BudgetOptions& asked) {
  const bool known = group.spread.not_known.empty() && !group.spread.at.empty();
  const api::Spread::At at = known ? group.spread.at[highest(asked)] : api::Spread::At{};
  return {with_thousands(group.links),
          printable(group.application),
          lengths(group),
          group.loss ? std::to_string(group.connections) : "?",
          group.loss ? spell(*group.loss) : "?",
          group.limit ? spell(*group.limit) : "?",
          spell_margin(group.loss, group.limit),
          known ? spell_db(at.apart_db) : "?",
          known ? spell_db(at.together_db) : "?",
          known && group.spread.failing ? spell_chance(group.spread.failing->apart) : "?",
          few(group.names, group.links, 2)};
}

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& line : rows)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], columns(line[i]));
  std::string out;
  for (const auto& line : rows) {
    std::string text = " ";
    for (std::size_t i = 0; i < line.size(); ++i) text += " " + padded(line[i], widths[i]) + (i + 1 < line.size() ? " " : "");
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
  return out;
}

std::string table(const BudgetReport& report) {
  const std::string& percent = report.options.percentiles[highest(report.options)].text;
  std::vector<std::vector<std::string>> rows = {
      {"", "", "", "", "worst", "", "", percent + " %", percent + " %", "above limit", ""},
      {"links", "application", "length", "joints", "case", "limit", "margin", "apart", "together", "apart", "which"}};
  for (const BudgetGroup& group : report.groups) rows.push_back(cells(group, report.options));
  return aligned(rows);
}

// What a row of the table could not say, below it.
std::string remarks(const BudgetReport& report) {
  std::string out;
  for (const BudgetGroup& group : report.groups) {
    const std::string names = few(group.names, group.links, kFewNames);
    if (!group.why_not.empty()) out += paragraph(fmt::format("{}: {}", names, printable(group.why_not)));
    if (!group.spread.not_known.empty() && group.spread.not_known != group.why_not)
      out += paragraph(fmt::format("{}: no distribution: {}", names, printable(group.spread.not_known)));
    if (group.grade_assumed)
      out += paragraph(fmt::format("{}: a grade without figures was taken as standard, or none was stated", names));
    if (group.low_confidence) out += paragraph(fmt::format("{}: rests on figures of low confidence", names));
  }
  return out;
}

std::string spell_number(double number) { return number < 1e-6 ? "below 1e-6" : fmt::format("{:.3g}", number); }

// Neither nought nor one is said of what is only near it.
std::string spell_none(const loss::HallYield& yield) {
  if (yield.chance_of_some < 1e-6) return "above 0.999999";
  return yield.chance_of_none < 1e-6 ? "below 1e-6" : fmt::format("{:.6f}", yield.chance_of_none);
}

std::string yield_line(std::string_view how, const loss::HallYield& yield) {
  return fmt::format("  {:<34}{:<22}{}\n", how, spell_number(yield.expected_failing), spell_none(yield));
}

std::string hall_text(const BudgetReport& report) {
  if (!report.hall || report.hall->links == 0) return "";
  const api::HallBudget& hall = *report.hall;
  std::string out = "\n";
  if (hall.counted == 0)
    return out + paragraph("first test of the hall: not known, since no link has both a distribution and a limit");
  out += paragraph(fmt::format("first test of {}, loss alone:", counted(hall.counted, "link")));
  out += fmt::format("  {:<34}{:<22}{}\n", "", "expected to fail", "chance that none fails");
  out += yield_line("fibres apart", hall.apart);
  out += yield_line(fmt::format("together, {}", correlation_words(report.options)), hall.together);
  if (hall.counted < hall.links)
    out += paragraph(fmt::format("{} not counted: no distribution or no limit", counted(hall.links - hall.counted, "link")));
  return out;
}

}  // namespace

std::string plant_budget_text(const BudgetReport& report, const BudgetTextOptions& options) {
  const std::string_view strong = options.colour ? "\x1b[1m" : "", plain = options.colour ? "\x1b[0m" : "";
  std::string out = fmt::format("{}{}: {} in {}{}\n", strong, printable(report.loaded->project),
                                counted(report.counts.links, "link"), counted(report.groups.size(), "budget"), plain);
  if (report.groups.empty())
    return out + "no links: nothing is asked of the plant; `links:` says which port should reach which\n";
  out += "\n" + table(report);
  const std::string below = remarks(report);
  if (!below.empty()) out += "\n" + below;
  out += hall_text(report);
  const std::uint64_t not_proven = report.counts.unproven + report.counts.faulty;
  if (not_proven > 0)
    out += "\n" + paragraph(fmt::format("not proven, whatever their loss: {}; `ferrule check` says why",
                                        few(report.not_proven, not_proven, 20)));
  return out;
}

}  // namespace ferrule::cli
