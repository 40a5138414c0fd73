#include "cli/budget_change_text.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/budget_words.h"
#include "cli/columns.h"
#include "cli/remarks.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::Bargain;
using api::BudgetChange;
using api::BudgetGroup;
using api::ChangeGroup;
using api::Price;
using api::Spread;

constexpr std::size_t kFewLinks = 8;
constexpr std::size_t kMostRules = 12;
constexpr std::size_t kMostSpreads = 12;  // groups told in full

std::string arrow(std::string before, const std::string& after) {
  if (before == after) return after;
  constexpr std::string_view kUnit = " dB";
  if (before.ends_with(kUnit) && after.ends_with(kUnit)) before.resize(before.size() - kUnit.size());
  return before + " -> " + after;
}

std::string under_lead(std::string_view lead, std::string_view text) {
  std::string out;
  for (const std::string& line : wrap(text, kTextWidth - lead.size()))
    out += (out.empty() ? std::string(lead) : std::string(lead.size(), ' ')) + line + "\n";
  return out;
}

std::string head(const BudgetChange& change, const BudgetTextOptions& options) {
  const std::string_view strong = options.colour ? "\x1b[1m" : "", plain = options.colour ? "\x1b[0m" : "";
  std::string out = fmt::format("{}{}: what changes with another {}{}\n", strong, printable(change.project),
                                change.parts.size() > 1 ? "choice of parts" : "part", plain);
  for (const api::SwapCost& part : change.parts) {
    const std::string name = printable(part.part.offer.part);
    out += under_lead(fmt::format("  {} -> ", name), printable(part.part.described));
    if (part.part.pieces == 0) out += under_lead("  ", fmt::format("no piece of {} is in the plant", name));
  }
  return out;
}

std::string lost_links(std::string_view word, const std::vector<std::string>& names, std::uint64_t all) {
  return all == 0 ? std::string() : under_lead(fmt::format("  {:<10}", word), few(names, all, kFewLinks));
}

std::string rules_of(const BudgetChange& change) {
  std::string out;
  std::size_t told = 0;
  for (const diag::Finding& finding : change.brought) {
    if (told++ == kMostRules)
      return out + fmt::format("  and {} more: --format json has them\n", change.brought.size() - kMostRules);
    std::string text = fmt::format("{}: {}", finding.name, finding.message);
    if (!finding.subject_kind.empty()) text += fmt::format(" ({})", counted(finding.all_subjects(), finding.subject_kind));
    out += under_lead(fmt::format("  {} ", finding.code), printable(text));
  }
  return out;
}

// What is no longer proven stands before every figure.
std::string proof(const BudgetChange& change, const BudgetTextOptions& options) {
  const std::string_view alarm = options.colour ? "\x1b[1;31m" : "", plain = options.colour ? "\x1b[0m" : "";
  std::string out = "\n";
  if (change.lost() > 0) {
    out += fmt::format("{}NO LONGER PROVEN: {} of {}{}\n", alarm, with_thousands(change.lost()), counted(change.links, "link"),
                       plain);
    out +=
        lost_links("faulty", change.faulty, change.lost_faulty) + lost_links("unproven", change.unproven, change.lost_unproven);
    out += rules_of(change) + "what follows is about loss alone\n";
  } else if (change.still_proven > 0) {
    out += paragraph(fmt::format("{} through it: every one that was proven is proven still", counted(change.touched, "link")));
    if (!change.brought.empty()) out += "new findings:\n" + rules_of(change);
  }
  if (change.not_proven_before > 0)
    out += paragraph(fmt::format(
        "{} not proven before{}; `ferrule check` says why", counted(change.not_proven_before, "link"),
        change.newly_proven > 0 ? fmt::format(", of which {} proven with it", with_thousands(change.newly_proven)) : ""));
  if (change.touched == 0) out += "no link of the plant passes it, and nothing changes\n";
  return out;
}

// As the margins are shown, so that the row adds up.
std::string margin_change(const BudgetGroup& before, const BudgetGroup& after) {
  if (!before.loss || !before.limit || !after.loss || !after.limit) return "?";
  const auto shown = [](const BudgetGroup& group) {
    const std::int64_t margin = group.limit->microdecibel - group.loss->microdecibel;
    constexpr std::int64_t kHundredth = 10'000;
    return margin >= 0 ? margin / kHundredth : -((-margin + kHundredth - 1) / kHundredth);
  };
  const std::int64_t hundredths = shown(after) - shown(before);
  const std::string size = spell(Loss{std::abs(hundredths) * 10'000});
  return hundredths == 0 ? size : (hundredths > 0 ? "+" : "-") + size;
}

std::string lengths(const ChangeGroup& group) {
  const Length longest = std::max(group.before.longest, group.after.longest), shortest = group.before.shortest;
  if (longest.millimetre == 0) return "?";
  return shortest.millimetre == 0 || shortest == longest ? spell(longest)
                                                         : fmt::format("{} to {}", spell(shortest), spell(longest));
}

std::string margins(const BudgetChange& change) {
  std::vector<std::vector<std::string>> rows = {
      {"links", "application", "length", "worst case", "limit", "margin", "change", "which"}};
  const auto loss = [](const std::optional<Loss>& value) { return value ? spell(*value) : std::string("?"); };
  for (const ChangeGroup& group : change.groups)
    rows.push_back(
        {with_thousands(group.links), printable(group.before.application), lengths(group),
         arrow(loss(group.before.loss), loss(group.after.loss)), arrow(loss(group.before.limit), loss(group.after.limit)),
         arrow(spell_margin(group.before.loss, group.before.limit), spell_margin(group.after.loss, group.after.limit)),
         margin_change(group.before, group.after), few(group.names, group.links, 1) + (group.lost() ? " (not proven)" : "")});
  std::string out = "\n" + aligned(rows);
  for (const ChangeGroup& group : change.groups) {
    const bool unknown = !group.after.loss || !group.after.limit;
    if (unknown && !group.after.why_not.empty())
      out += paragraph(fmt::format("{}: with it, {}", few(group.names, group.links, 1), printable(group.after.why_not)));
  }
  return out;
}

std::string no_spread(const ChangeGroup& group) {
  const std::string &before = group.before.spread.not_known, &after = group.after.spread.not_known;
  const std::string who = few(group.names, group.links, 1);
  if (before == after) return paragraph(fmt::format("{}: no distribution, before and after: {}", who, printable(after)));
  std::string out;
  if (!before.empty()) out += paragraph(fmt::format("{}: no distribution before: {}", who, printable(before)));
  if (!after.empty()) out += paragraph(fmt::format("{}: no distribution with it: {}", who, printable(after)));
  return out;
}

std::string spread_rows(const BudgetChange& change, const ChangeGroup& group) {
  const Spread &before = group.before.spread, &after = group.after.spread;
  std::vector<std::vector<std::string>> rows = {{few(group.names, group.links, 1), "apart", "together"}};
  for (std::size_t i = 0; i < after.at.size(); ++i)
    rows.push_back({fmt::format("  {} % lose less than", change.options.percentiles[i].text),
                    arrow(spell_db(before.at[i].apart_db), spell_db(after.at[i].apart_db)),
                    arrow(spell_db(before.at[i].together_db), spell_db(after.at[i].together_db))});
  if (before.failing && after.failing) {
    const auto chance = [&](double b, double a) {
      return arrow(spell_chance(b, before.failing->not_told_apart), spell_chance(a, after.failing->not_told_apart));
    };
    rows.push_back({"  chance above limit", chance(before.failing->apart, after.failing->apart),
                    chance(before.failing->together, after.failing->together)});
  }
  return aligned(rows);
}

std::string spreads(const BudgetChange& change) {
  std::string out, unknown;
  std::size_t told = 0, more = 0;
  for (const ChangeGroup& group : change.groups) {
    if (!group.before.spread.not_known.empty() || !group.after.spread.not_known.empty())
      unknown += no_spread(group);
    else if (told++ < kMostSpreads)
      out += spread_rows(change, group);
    else
      ++more;
  }
  if (!out.empty()) out = "\nlinks in their worst fibre:\n" + out;
  if (more > 0) out += fmt::format("  and {}: --format json has them\n", counted(more, "group"));
  return unknown.empty() ? out : out + "\n" + unknown;
}

std::string hall(const BudgetChange& change) {
  const api::HallBudget &before = change.hall_before, &after = change.hall_after;
  if (before.links == 0) return "";
  if (before.counted == 0 && after.counted == 0)
    return "\nfirst test of the hall: not known, since no link has both a distribution and a limit\n";
  if (before.counted != after.counted)
    return "\n" + paragraph(fmt::format(
                      "first test of the hall: not to be compared, with {} counted before and {} with it; the rest has "
                      "no distribution or no limit",
                      counted(before.counted, "link"), with_thousands(after.counted)));
  const auto row = [&](const std::string& how, const loss::HallYield& b, const loss::HallYield& a) {
    return std::vector<std::string>{how, arrow(spell_expected(b, before.not_told_apart), spell_expected(a, after.not_told_apart)),
                                    arrow(spell_none_fails(b, before.not_told_apart), spell_none_fails(a, after.not_told_apart))};
  };
  std::string out = fmt::format("\nfirst test of {}, loss alone:\n", counted(before.counted, "link"));
  out += aligned({{"", "expected to fail", "chance that none fails"},
                  row("fibres apart", before.apart, after.apart),
                  row(fmt::format("together, {}", correlation_words(change.options)), before.together, after.together)});
  if (before.counted < before.links)
    out += paragraph(fmt::format("{} not counted: no distribution or no limit", counted(before.links - before.counted, "link")));
  return out;
}

std::string money(double hundredths, const std::string& currency) {
  constexpr double kMost = 1e15;
  const Price price{hundredths < kMost ? static_cast<std::int64_t>(hundredths + 0.5) : static_cast<std::int64_t>(kMost)};
  return (hundredths < kMost ? "" : "more than ") + spell(price) + (currency.empty() ? "" : " " + printable(currency));
}

std::string spell_bargain(const api::Money& what, std::int64_t dearer, const std::string& currency) {
  switch (what.bargain) {
    case Bargain::kPerAvoided: return money(what.per_failure, currency) + " for each failing link avoided";
    case Bargain::kPerCaused: return "saves " + money(what.per_failure, currency) + " for each failing link caused";
    case Bargain::kBetter:
      return dearer < 0 ? "cheaper and better: fewer links fail" : "better at the same cost: fewer links fail";
    case Bargain::kWorse: return dearer > 0 ? "dearer and worse: more links fail" : "worse at the same cost: more links fail";
    case Bargain::kNoDifference:
      return dearer > 0 ? "no failure is avoided for it" : dearer < 0 ? "cheaper, and no more links fail" : "no difference";
    case Bargain::kNotKnown: break;
  }
  return "not known";
}

std::string each(const std::optional<Price>& price) { return price ? spell(*price) : "?"; }

std::string cost(const BudgetChange& change) {
  if (!change.priced) return "";
  std::vector<std::vector<std::string>> rows;
  for (const api::SwapCost& part : change.parts)
    rows.push_back({printable(part.part.offer.part), counted(part.part.pieces, "piece"),
                    arrow(each(part.before), each(part.after)) + " each"});
  std::int64_t dearer = 0;
  if (change.cost_before && change.cost_after) {
    dearer = change.cost_after->hundredths - change.cost_before->hundredths;
    const std::string difference =
        dearer == 0 ? "the same"
                    : money(std::abs(static_cast<double>(dearer)), change.currency) + (dearer > 0 ? " more" : " less");
    rows.push_back({"in all", "", fmt::format("{}: {}", arrow(each(change.cost_before), each(change.cost_after)), difference)});
  }
  std::string out = "\ncost, whatever the length of a piece:\n" + aligned(rows);
  if (!change.why_no_money.empty())
    return out + paragraph(fmt::format("no money for a failure: {}", printable(change.why_no_money)));
  return out + aligned({{"fibres apart", spell_bargain(change.money_apart, dearer, change.currency)},
                        {fmt::format("together, {}", correlation_words(change.options)),
                         spell_bargain(change.money_together, dearer, change.currency)}});
}

std::string questions(const BudgetChange& change) {
  std::vector<std::string> ask;
  for (const api::SwapCost& part : change.parts) ask.insert(ask.end(), part.part.ask.begin(), part.part.ask.end());
  return ask.empty() ? std::string() : "\n" + list("ask", ask);
}

}  // namespace

std::string budget_change_text(const BudgetChange& change, const BudgetTextOptions& options) {
  std::string out = head(change, options) + proof(change, options);
  if (!change.groups.empty()) out += margins(change) + spreads(change);
  return out + hall(change) + cost(change) + questions(change);
}

}  // namespace ferrule::cli
