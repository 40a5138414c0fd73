#include "api/design_compare.h"

#include <algorithm>
#include <map>
#include <utility>
#include <fmt/format.h>

#include "api/bom_codes.h"
#include "api/bom_prices.h"
#include "api/optic_equals.h"
#include "api/price_book.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

std::vector<const facts::Optic*> optics_in(const Loaded& loaded) {
  std::vector<const facts::Optic*> out;
  for (const synth::PortRun* run : loaded.design->fabric.all_runs())
    if (const facts::Optic* optic = loaded.facts.optic(run->optic);
        optic != nullptr && std::find(out.begin(), out.end(), optic) == out.end())
      out.push_back(optic);
  return out;
}

bool is_faster(const facts::Optic& optic, const std::vector<const facts::Optic*>& running, std::int64_t than) {
  return optic.confidence != Confidence::kLow && channel_rate(optic) > than &&
         std::any_of(running.begin(), running.end(), [&](const facts::Optic* one) { return same_world(*one, optic); });
}

// The least rate of one link above the slowest that is asked for.
std::int64_t next_rate(const Loaded& loaded) {
  const std::vector<const facts::Optic*> running = optics_in(loaded);
  std::int64_t slowest = 0, next = 0;
  for (const facts::Optic* optic : running)
    if (const std::int64_t rate = channel_rate(*optic); slowest == 0 || rate < slowest) slowest = rate;
  for (const facts::Optic& optic : loaded.facts.optics())
    if (is_faster(optic, running, slowest) && (next == 0 || channel_rate(optic) < next)) next = channel_rate(optic);
  return next;
}

// Applications of that rate whose plug is one that the plan has: what a planner keeps the cables for. Others need other cords at the
// least, and looking for them takes longer than all the rest.
std::vector<std::string> next_applications(const Loaded& loaded, std::int64_t rate) {
  const std::vector<const facts::Optic*> running = optics_in(loaded);
  std::vector<std::string> out;
  for (const facts::Optic& optic : loaded.facts.optics()) {
    const bool plug = std::any_of(running.begin(), running.end(), [&](const facts::Optic* one) {
      return same_world(*one, optic) && one->connector == optic.connector;
    });
    if (plug && channel_rate(optic) == rate) out.push_back(optic.pmd);
  }
  return out;
}

std::vector<std::string> first_reason(const DesignReport& report) {
  for (const diag::Findings* findings : {&report.findings, &report.check.findings})
    for (const diag::Finding& finding : findings->all()) {
      if (finding.severity != diag::Severity::kError || !finding.waived_by.empty()) continue;
      std::vector<std::string> out{fmt::format("{}: {}", finding.code, finding.message)};
      for (const diag::Note& note : finding.notes) out.push_back(note.text);
      return out;
    }
  return {};
}

std::vector<std::string> why_unproven(const DesignReport& report) {
  std::vector<std::string> out;
  const CheckCounts& counts = report.check.counts;
  out.push_back(
      fmt::format("{} of {} rest on what nobody stated", with_thousands(counts.unproven), counted(counts.links, "link")));
  for (std::size_t i = 0; i < report.recipes.size(); ++i)
    if (report.recipes[i].unproven) out.push_back(fmt::format("{}: {}", report.fabric->rules[i].name, report.recipes[i].why));
  for (const diag::Finding& finding : report.check.findings.all())
    if (out.size() == 1 && finding.severity == diag::Severity::kWarning)
      out.push_back(fmt::format("{}: {}", finding.code, finding.message));
  return out;
}

class DesignComparer {
 public:
  explicit DesignComparer(const CompareRequest& request) : request_(request) {}

  DesignComparison compare() {
    out_.priced = !request_.prices.empty();
    out_.loaded = load(request_.project);
    out_.findings = std::exchange(out_.loaded->findings, {});
    out_.findings.sort();
    if (!out_.loaded->readable || out_.loaded->design == nullptr) return end(Exit::kUnreadable);
    if (out_.findings.any_at_least(diag::Severity::kError)) return end(Exit::kFindings);
    Result<ChosenAlternatives> chosen = choose_alternatives(*out_.loaded, *out_.loaded->design, request_.names);
    if (!chosen) {
      out_.refused = chosen.error();
      return end(Exit::kUsage);
    }
    out_.chosen = chosen->words;
    if (!read_prices()) return end(Exit::kUnreadable);
    rate_ = next_rate(*out_.loaded);
    if (rate_ > 0) out_.next_speed = spell_rate(rate_);
    for (Alternative& alternative : chosen->alternatives) add(std::move(alternative));
    const bool any = std::any_of(out_.plans.begin(), out_.plans.end(), [](const ComparedPlan& plan) { return plan.proven; });
    if (out_.findings.any_at_least(diag::Severity::kError)) return end(Exit::kFindings);
    return end(any ? Exit::kClean : Exit::kInfeasible);
  }

 private:
  DesignComparison end(Exit exit) {
    out_.exit = exit;
    return std::move(out_);
  }

  void add(Alternative alternative) {
    ComparedPlan plan;
    plan.what = std::move(alternative);
    if (!plan.what.why_not.empty()) {
      plan.why_not.push_back(plan.what.why_not);
      out_.plans.push_back(std::move(plan));
      return;
    }
    std::unique_ptr<Loaded> loaded = load(request_.project);
    apply_alternative(plan.what, *loaded);
    DesignOptions options = request_.design;
    options.prices = request_.prices;
    DesignReport report = design(std::move(loaded), request_.project.data, options);
    plan.why_not = first_reason(report);
    plan.proven = report.exit == Exit::kClean && report.check.counts.proven == report.check.counts.links;
    if (report.exit == Exit::kClean && !plan.proven) plan.why_not = why_unproven(report);
    if (!report.files.empty() && report.not_clean_after.empty()) fill(report, plan);
    out_.plans.push_back(std::move(plan));
  }

  void fill(DesignReport& report, ComparedPlan& plan) {
    std::string whole;
    for (const auto& [name, text] : report.files) whole += name + '\n' + text;
    const auto [at, fresh] = seen_.try_emplace(std::hash<std::string>{}(whole), out_.plans.size());
    if (!fresh) {
      plan.same_as = at->second;
      plan.figures = out_.plans[at->second].figures;
      return;
    }
    // Each of the verbs hands the plant on to the next.
    report.check.proof.reset();
    BudgetReport budget = api::budget(std::move(report.check.loaded));
    std::unique_ptr<Loaded> plant = std::move(budget.loaded);
    std::optional<UpgradeReport> upgrade;
    if (rate_ > 0) {
      if (UpgradeOptions next{next_applications(*report.loaded, rate_), {}}; !next.to.empty()) {
        upgrade = api::upgrade(std::move(plant), next);
        plant = std::move(upgrade->loaded);
      }
    }
    EffortOptions options;
    options.prices = request_.prices;
    const EffortReport effort = effort_of(std::move(plant), options, request_.project.data);
    take_prices(effort.bom);
    plan.figures = measured({report, effort.plant(), budget, upgrade ? &*upgrade : nullptr, effort.bom, &effort});
  }

  // What is wrong with a list is wrong for every plan, and is said once.
  bool read_prices() {
    for (const std::string& name : request_.prices)
      if (name != kGenericPrices) read_price_book(name, out_.loaded->facts, out_.loaded->sources, out_.findings);
    out_.findings.sort();
    return !out_.findings.any_unreadable();
  }

  // That a part has no price is a figure that is not known; that two currencies meet is nobody's figure.
  void take_prices(const Bom& bom) {
    out_.generic = out_.generic || bom.total.generic > 0;
    if (out_.currency.empty()) out_.currency = bom.currency;
    if (mixed_) return;
    for (diag::Finding finding : bom.findings.all()) {
      if (finding.code != kCurrenciesMix.code) continue;
      finding.place = {};
      out_.findings.add(std::move(finding));
      mixed_ = true;
    }
  }

  const CompareRequest& request_;
  DesignComparison out_;
  std::int64_t rate_ = 0;
  bool mixed_ = false;
  std::map<std::size_t, std::size_t> seen_;  // plans by the hash of their files
};

}  // namespace

DesignComparison compare_designs(const CompareRequest& request) { return DesignComparer(request).compare(); }

std::optional<std::int64_t> best_figure(const DesignComparison& comparison, std::size_t measure) {
  const Better better = plan_measures()[measure].better;
  if (better == Better::kNeither) return std::nullopt;
  std::optional<std::int64_t> least, most;
  std::vector<std::int64_t> values;
  for (const ComparedPlan& plan : comparison.plans) {
    if (!plan.proven || !plan.planned() || !plan.figures[measure].value) continue;
    const std::int64_t value = *plan.figures[measure].value;
    values.push_back(value);
    least = least ? std::min(*least, value) : value;
    most = most ? std::max(*most, value) : value;
  }
  if (!least || *least == *most) return std::nullopt;
  const std::optional<std::int64_t> best = better == Better::kLess ? least : most;
  const auto sharing = std::count(values.begin(), values.end(), *best);
  return 2 * static_cast<std::size_t>(sharing) > values.size() ? std::nullopt : best;
}

}  // namespace ferrule::api
