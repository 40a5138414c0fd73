#include "api/budget.h"

#include <algorithm>

#include "api/budget_book.h"
#include "api/budget_hall.h"
#include "api/budget_link.h"
#include "api/find_link.h"
#include "api/load_plant.h"

namespace ferrule::api {
namespace {

void budget_links(BudgetBook& book, const CheckReport& checked, BudgetReport& report) {
  const NamedLinks named = find_links(report.loaded->plant, report.options.links,
                                      {.doing = "budget", .without = "all links are budgeted"}, report.findings);
  if (!named.all_known) report.exit = Exit::kUsage;
  for (const std::uint32_t link : named.links) report.links.push_back(budget_of_link(book, link, checked.verdicts[link]));
}

void budget_all(BudgetBook& book, const CheckReport& checked, BudgetReport& report) {
  PlantBudget all = budget_of_plant(book, checked.verdicts);
  report.groups = std::move(all.groups);
  report.hall = all.hall;
}

void name_not_proven(const plant::Plant& plant, const std::vector<check::Verdict>& verdicts, std::vector<std::string>& names) {
  for (std::uint32_t link = 0; link < verdicts.size() && names.size() < kFewNames; ++link)
    if (verdicts[link] != check::Verdict::kProven) names.emplace_back(plant.link_name(link));
}

// What is asked for on the day takes the place of the project's policy, for the verdicts too: there is one judge.
void take_options(const BudgetOptions& options, check::Policy& policy) {
  if (options.law) policy.law = *options.law;
  if (options.iso_attenuation) policy.iso_attenuation = *options.iso_attenuation;
}

// A budget of a plant that cannot work is no clean answer: faulty links count as they do for check.
Exit exit_of(const BudgetReport& report) {
  if (report.findings.any_at_least(diag::Severity::kError)) return Exit::kFindings;
  if (report.options.links.empty()) return report.counts.faulty > 0 ? Exit::kFindings : Exit::kClean;
  const auto faulty = [](const LinkBudget& link) { return link.verdict == check::Verdict::kFaulty; };
  return std::any_of(report.links.begin(), report.links.end(), faulty) ? Exit::kFindings : Exit::kClean;
}

}  // namespace

BudgetReport budget(const LoadRequest& request, const BudgetOptions& options) { return budget(load_plant(request), options); }

BudgetReport budget(std::unique_ptr<Loaded> loaded, const BudgetOptions& options) {
  BudgetReport report;
  report.options = options;
  report.findings = loaded->findings;
  report.findings.sort();
  take_options(options, loaded->settings.policy);
  report.options.law = loaded->settings.policy.law;
  report.options.iso_attenuation = loaded->settings.policy.iso_attenuation;
  CheckReport checked = check(std::move(loaded), {.repairs = false});
  report.loaded = std::move(checked.loaded);
  report.counts = checked.counts;
  if (checked.proof == nullptr) {
    report.exit = Exit::kUnreadable;
    return report;
  }
  const check::View view{report.loaded->plant, report.loaded->facts, report.loaded->settings, *checked.proof};
  BudgetBook book(view, report.options);
  name_not_proven(view.plant, checked.verdicts, report.not_proven);
  if (options.links.empty()) {
    budget_all(book, checked, report);
    report.exit = exit_of(report);
    return report;
  }
  budget_links(book, checked, report);
  if (report.exit != Exit::kUsage) report.exit = exit_of(report);
  return report;
}

}  // namespace ferrule::api
