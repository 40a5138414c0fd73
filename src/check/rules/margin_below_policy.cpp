// explanation, examples and tests: docs/rules/margin-below-policy.md
#include <algorithm>
#include <cmath>
#include <set>
#include <fmt/format.h>

#include "check/budget.h"
#include "check/fibre_runs.h"
#include "check/rule.h"
#include "check/way_words.h"
#include "loss/way_law.h"

namespace ferrule::check {
namespace {

constexpr double kPerShare = 10'000;  // a share is in hundredths of a per cent

std::string in_percent(std::int64_t share) {
  std::string text = fmt::format("{:.2f}", static_cast<double>(share) / 100);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + " %";
}

Loss rounded_down(Loss margin) { return {margin.microdecibel / 10'000 * 10'000}; }

// Of n measured joints none tells what one in n loses.
bool told_by_lots(const loss::WayLoss& way, double share) {
  return std::all_of(way.items.begin(), way.items.end(), [&](const loss::Item& item) {
    return item.scatter.values == 0 || 1 / static_cast<double>(item.scatter.values) <= 1 - share;
  });
}

// What the joints of a way lose at most in this share of its fibres; of several runs the worst.
Result<Loss> joints_at(const View& view, const Way& way, double share, loss::WayLaws& laws) {
  Loss most;
  for (const RunOfFibres& run : runs_of(view, way, wavelengths_of(view, way)).runs) {
    if (!told_by_lots(run.loss, share)) return refusal("", "too few joints of a lot were measured");
    const Result<loss::ChannelDistribution> joints = laws.of(run.loss, Loss{});
    if (!joints) return tl::unexpected(joints.error());
    const Result<double> at = joints->quantile_db(share);
    if (!at) return tl::unexpected(at.error());
    most = std::max(most, Loss{static_cast<std::int64_t>(std::ceil(*at * 1e6))});
  }
  return most;
}

struct Asked {
  Loss margin;
  std::optional<std::int64_t> share;
  std::string spelled() const {
    return fmt::format("{}{}", spell(margin), share ? " in " + in_percent(*share) + " of its fibres" : " at worst");
  }
};

void hold_way(const View& view, std::uint32_t id, const Asked& asked, const Budget& budget, Loss joints, BundlesByWay& by_way,
              Report& report) {
  const auto margin = [&](Length length) {
    return budget.loss_limit->microdecibel - joints.microdecibel - budget.loss.glass.over(length).microdecibel;
  };
  const Way& way = view.proof.ways[id];
  const std::int64_t least = margin(Length{way.longest_mm});
  if (least >= asked.margin.microdecibel) return;
  std::vector<std::uint32_t> below = by_way.of(id);
  std::erase_if(below, [&](std::uint32_t bundle) { return margin(length_of(view, bundle)) >= asked.margin.microdecibel; });
  const std::string kept = least < 0 ? fmt::format("is {} above its limit", spell(Loss{-least}))
                                     : fmt::format("is {} below its limit", spell(rounded_down(Loss{least})));
  report.bundles(std::move(below), fmt::format("channel loss {}, and the policy asks for {}", kept, asked.spelled()))
      .note(fmt::format("limit {} ({}), joints {}, glass {} for {}", spell(*budget.loss_limit), budget.loss_limit_of,
                        spell(joints), spell(budget.loss.glass.over(Length{way.longest_mm})), spell(Length{way.longest_mm})))
      .note("way: " + spell_way(view, way))
      .help("a lower-loss grade, fewer connections, shorter cables, or another `policy: margin`");
  report.spares_links();
}

}  // namespace

// The project's own demand; the limit itself is the rule loss-over-budget. Where something is not known that one says so.
void margin_below_policy(const View& view, Report& report) {
  const Policy& policy = view.settings.policy;
  if (!policy.margin && !policy.margin_at) return;
  const Asked asked{policy.margin.value_or(Loss{}), policy.margin_at};
  BundlesByWay by_way(view.proof);
  loss::WayLaws laws(policy.law);
  std::set<std::pair<std::string, std::string>> without;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const Budget budget = budget_of(view, way);
    if (!budget.at_port || !budget.loss.unknown.empty()) continue;
    if (!budget.loss_limit) {
      const facts::Optic* optic = near_optic(view, way);
      without.emplace("margin of " + (optic != nullptr ? optic->pmd : std::string("an optic")), why_no_limit(budget));
      continue;
    }
    const Result<Loss> joints = asked.share ? joints_at(view, way, static_cast<double>(*asked.share) / kPerShare, laws)
                                            : Result<Loss>(budget.loss.stated);
    if (joints) {
      hold_way(view, id, asked, budget, *joints, by_way, report);
      continue;
    }
    report.along({id}, fmt::format("whether a channel keeps {} cannot be told: {}", asked.spelled(), joints.error().message))
        .note("way: " + spell_way(view, way))
        .help("state the grade of its connectors, or ask for the margin at worst, without `margin_at`");
    report.spares_links();
    report.at_most(diag::Severity::kWarning);
  }
  for (const auto& [what, why] : without) report.not_checked(what, why);
}

}  // namespace ferrule::check
