#include "check/check.h"

#include <algorithm>
#include <unordered_map>
#include <fmt/format.h>

#include "check/repair.h"
#include "check/subjects.h"

namespace ferrule::check {
namespace {

diag::Severity level_of(const Rule& rule, const Settings& settings) {
  diag::Severity severity = rule.severity;
  for (const RuleLevel& level : settings.levels)
    if (level.rule == rule.code || level.rule == rule.name) severity = level.severity;
  return severity;
}

void run_rules(const View& view, std::vector<Hit>& hits, std::vector<NotChecked>& not_checked) {
  std::vector<bool> claimed(view.proof.ways.size());
  for (const Rule& rule : rules()) {
    const diag::Severity severity = level_of(rule, view.settings);
    if (severity != diag::Severity::kOff) {
      Report report(rule, severity, view, hits, claimed, not_checked);
      rule.function(view, report);
      continue;
    }
    // It is weighed all the same, and says nothing, nor keeps a general rule from saying it.
    not_checked.push_back({fmt::format("rule {} {}", rule.code, rule.name), "set to off by this project"});
    std::vector<bool> claims = claimed;
    std::vector<NotChecked> unsaid;
    Report report(rule, severity, view, hits, claims, unsaid);
    rule.function(view, report);
  }
}

// One cause, one finding: hits that say the same of different ways (the legs of a trunk) become one. Message and first note must
// agree; the example that is shown is the first one's.
void merge_equal(std::vector<Hit>& hits) {
  std::vector<Hit> kept;
  std::unordered_map<std::string, std::size_t> known;
  for (Hit& hit : hits) {
    if ((hit.ways.empty() && hit.bundles.empty()) || !hit.assets.empty() || !hit.joint_kinds.empty()) {
      kept.push_back(std::move(hit));
      continue;
    }
    const diag::Finding& finding = hit.finding;
    std::string key =
        fmt::format("{}|{}|{}|{}|{}", finding.code, static_cast<int>(finding.severity) * 8 + static_cast<int>(hit.weight),
                    hit.unproven, finding.message, finding.notes.empty() ? std::string() : finding.notes.front().text);
    const auto [found, fresh] = known.emplace(std::move(key), kept.size());
    if (fresh) {
      kept.push_back(std::move(hit));
      continue;
    }
    Hit& first = kept[found->second];
    first.ways.insert(first.ways.end(), hit.ways.begin(), hit.ways.end());
    first.bundles.insert(first.bundles.end(), hit.bundles.begin(), hit.bundles.end());
    std::sort(first.bundles.begin(), first.bundles.end());
  }
  hits = std::move(kept);
}

// What the ways themselves say, before any rule: physics is not switched off by a rule's level.
Verdict verdict_of(const Way& way) {
  if (way.outcome == Outcome::kUnknown) return Verdict::kUnproven;
  // A faulty result that rests on something unknown is not known to be faulty.
  if (!way.unknown.empty()) return Verdict::kUnproven;
  return way.arrives() ? Verdict::kProven : Verdict::kFaulty;
}

void worsen(Verdict& verdict, Verdict other) { verdict = std::max(verdict, other); }

std::vector<Verdict> judge_links(const View& view, const std::vector<Hit>& hits, const Touched& touched) {
  std::vector<Verdict> of_way(view.proof.ways.size());
  for (std::size_t way = 0; way < of_way.size(); ++way) of_way[way] = verdict_of(view.proof.ways[way]);
  std::vector<Verdict> of_joint(view.proof.joint_kinds.size(), Verdict::kProven);
  for (const Hit& hit : hits) {
    if (!hit.unproven && hit.weight < diag::Severity::kError) continue;
    const Verdict verdict = hit.unproven ? Verdict::kUnproven : Verdict::kFaulty;
    for (std::uint32_t way : hit.ways) worsen(of_way[way], verdict);
    for (std::uint32_t kind : hit.joint_kinds) worsen(of_joint[kind], verdict);
  }
  for (std::size_t way = 0; way < of_way.size(); ++way)
    for (std::uint32_t kind : view.proof.ways[way].joint_kinds) worsen(of_way[way], of_joint[kind]);
  std::vector<Verdict> verdicts(view.plant.link_count(), Verdict::kProven);
  for (std::size_t link = 0; link < verdicts.size(); ++link) {
    const std::uint32_t first = view.plant.links[link].first_bundle, end = view.plant.links[link + 1].first_bundle;
    if (first == end) verdicts[link] = Verdict::kUnproven;
    for (std::uint32_t bundle = first; bundle < end; ++bundle) worsen(verdicts[link], of_way[view.proof.way_of_bundle[bundle]]);
  }
  for (const auto& [hit, links] : touched.links_of_hit) {
    if (!hits[hit].unproven && hits[hit].weight < diag::Severity::kError) continue;
    for (std::uint32_t link : links) worsen(verdicts[link], hits[hit].unproven ? Verdict::kUnproven : Verdict::kFaulty);
  }
  for (std::uint32_t link : links_in_dispute(view.plant)) worsen(verdicts[link], Verdict::kFaulty);
  return verdicts;
}

bool covers(const Waiver& waiver, const diag::Finding& finding, const std::string& today) {
  if (waiver.rule != finding.code && waiver.rule != finding.name) return false;
  if (!waiver.until.empty() && !today.empty() && waiver.until < today) return false;
  if (waiver.subjects.empty()) return true;
  // Every subject must be named: a waiver for one link does not cover a finding on two.
  return !finding.subjects.empty() && finding.subjects.size() == finding.subject_count &&
         std::all_of(finding.subjects.begin(), finding.subjects.end(), [&](const std::string& subject) {
           return std::find(waiver.subjects.begin(), waiver.subjects.end(), subject) != waiver.subjects.end();
         });
}

void apply_waivers(const Settings& settings, const CheckOptions& options, std::vector<diag::Finding>& findings) {
  std::vector<diag::Finding> stale;
  for (const Waiver& waiver : settings.waivers) {
    bool used = false;
    for (diag::Finding& finding : findings) {
      if (!covers(waiver, finding, options.today)) continue;
      finding.waived_by = fmt::format("{}: {}{}", waiver.owner, waiver.reason,
                                      waiver.until.empty() ? std::string() : " (until " + waiver.until + ")");
      used = true;
    }
    const bool expired = !waiver.until.empty() && !options.today.empty() && waiver.until < options.today;
    if (used && !expired) continue;
    diag::Finding& finding = stale.emplace_back();
    finding.code = "X690";
    finding.name = "waiver-without-effect";
    finding.severity = diag::Severity::kWarning;
    finding.place = waiver.place;
    finding.message = expired ? fmt::format("the waiver of {} expired on {}", waiver.rule, waiver.until)
                              : fmt::format("the waiver of {} matches no finding", waiver.rule);
    finding.help.emplace_back(expired ? "repair what it covered, or renew it with its owner" : "remove it");
  }
  findings.insert(findings.end(), stale.begin(), stale.end());
}

}  // namespace

std::string_view spell(Verdict verdict) {
  return verdict == Verdict::kProven ? "proven" : verdict == Verdict::kFaulty ? "faulty" : "unproven";
}

CheckResult check(const plant::Plant& plant, const facts::Facts& facts, const Settings& settings, const CheckOptions& options) {
  CheckResult result;
  result.proof = prove(plant, facts);
  const View view{plant, facts, settings, *result.proof};
  std::vector<Hit> hits;
  run_rules(view, hits, result.not_checked);
  merge_equal(hits);
  const bool all_names = options.list_all || !settings.waivers.empty();  // a waiver must name them all
  const Touched touched = name_subjects(view, hits, all_names ? ~std::size_t{0} : kFewSubjects);
  result.verdicts = judge_links(view, hits, touched);
  for (Verdict verdict : result.verdicts)
    ++(verdict == Verdict::kProven ? result.proven : verdict == Verdict::kFaulty ? result.faulty : result.unproven);
  const auto unknown = std::find_if(hits.begin(), hits.end(), [](const Hit& hit) { return hit.unproven; });
  if (unknown != hits.end()) result.first_unknown = unknown->finding.message;
  std::erase_if(hits, [](const Hit& hit) { return hit.silent; });
  if (options.repairs) offer_repairs(view, hits);
  for (Hit& hit : hits) result.findings.push_back(std::move(hit.finding));
  apply_waivers(settings, options, result.findings);
  return result;
}

}  // namespace ferrule::check
