#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/budget_text.h"
#include "cli/budget_words.h"
#include "cli/columns.h"
#include "cli/remarks.h"

namespace ferrule::cli {
namespace {

using api::BudgetGroup;
using api::BudgetReport;

std::string lengths(const BudgetGroup& group) {
  if (group.longest.millimetre == 0) return "?";
  if (group.shortest == group.longest) return spell(group.longest);
  return fmt::format("{} to {}", spell(group.shortest), spell(group.longest));
}

// The highest percentile that was asked for stands for the distribution.
std::size_t highest(const api::BudgetOptions& asked) {
  const auto lower = [](const api::Percentile& a, const api::Percentile& b) { return a.share < b.share; };
  return static_cast<std::size_t>(std::max_element(asked.percentiles.begin(), asked.percentiles.end(), lower) -
                                  asked.percentiles.begin());
}

std::string chance_above(const api::Spread& spread) {
  if (!spread.not_known.empty() || !spread.failing) return "?";
  const double least = spread.failing->not_told_apart;
  const std::string apart = spell_chance(spread.failing->apart, least), together = spell_chance(spread.failing->together, least);
  return apart == together ? apart : fmt::format("{} / {}", apart, together);
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
          known && at.link_told ? spell_db(at.apart_db) : "?",
          known && at.link_told ? spell_db(at.together_db) : "?",
          chance_above(group.spread),
          few(group.names, group.links, 1)};
}

std::string table(const BudgetReport& report) {
  const std::string& percent = report.options.percentiles[highest(report.options)].text;
  std::vector<std::vector<std::string>> rows = {
      {"", "", "", "", "worst", "", "", percent + " %", percent + " %", "above limit:", ""},
      {"links", "application", "length", "joints", "case", "limit", "margin", "apart", "together", "apart / together", "which"}};
  for (const BudgetGroup& group : report.groups) rows.push_back(cells(group, report.options));
  return aligned(rows);
}

std::string remarks(const BudgetReport& report) {
  Remarks all;
  for (const BudgetGroup& group : report.groups) {
    all.add(group.names, group.links, printable(group.why_not));
    const bool own = group.why_not.empty() || group.loss;  // without a loss nobody asks how it is distributed
    if (own && !group.spread.not_known.empty())
      all.add(group.names, group.links, "no distribution: " + printable(group.spread.not_known));
    if (group.grade_assumed)
      all.add(group.names, group.links, "where no grade is stated, or one without a maximum, another was taken");
    if (!group.spread.at.empty() && !group.spread.at[highest(report.options)].link_told)
      all.add(group.names, group.links,
              fmt::format("a lot of {} values does not tell the {} % of its links", group.spread.fewest_measured,
                          report.options.percentiles[highest(report.options)].text));
    if (group.low_confidence) all.add(group.names, group.links, "rests on figures of low confidence");
  }
  return all.text();
}

std::string yield_line(std::string_view how, const loss::HallYield& yield, double not_told_apart) {
  return fmt::format("  {:<34}{:<22}{}\n", how, spell_expected(yield, not_told_apart), spell_none_fails(yield, not_told_apart));
}

std::string hall_text(const BudgetReport& report) {
  if (!report.hall || report.hall->links == 0) return "";
  const api::HallBudget& hall = *report.hall;
  std::string out = "\n";
  if (hall.counted == 0)
    return out + paragraph("first test of the hall: not known, since no link has both a distribution and a limit");
  out += paragraph(fmt::format("first test of {}, loss alone:", counted(hall.counted, "link")));
  out += fmt::format("  {:<34}{:<22}{}\n", "", "expected to fail", "chance that none fails");
  out += yield_line("fibres apart", hall.apart, hall.not_told_apart);
  out += yield_line(fmt::format("together, {}", correlation_words(report.options)), hall.together, hall.not_told_apart);
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
  if (report.options.law == loss::LawKind::kLognormal) out += "\nlaw of each grade: lognormal\n";
  if (report.options.iso_attenuation.value_or(false)) out += "\nattenuation of the glass: ISO\n";
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
