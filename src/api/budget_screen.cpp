#include "api/budget_screen.h"

#include <algorithm>

namespace ferrule::api {
namespace {

// What all bundles of a way share. Its runs have their own lengths only where the light divides: those are asked one by one.
struct WayScreen {
  bool alone = false;  // one run of fibres, all of one length
  unsigned fibres = 0;
  std::optional<Loss> left;  // the limit less the joints
  Attenuation glass, glass_of_run;
  std::optional<loss::ChannelDistribution> joints;
  double limit_db = 0;
  double least_chance = 0;  // that its lots tell: a smaller one is taken for this
};

WayScreen screen_of(BudgetBook& book, std::uint32_t way) {
  const WayFigures& figures = book.way(way);
  const check::Budget& budget = figures.budget;
  WayScreen out;
  out.fibres = static_cast<unsigned>(book.view().proof.ways[way].fates.size());
  out.alone = book.view().proof.ways[way].leaves.size() <= 1 && figures.runs.runs.size() <= 1;
  out.glass = budget.loss.glass;
  if (!budget.at_port || !budget.loss_limit) return out;
  out.limit_db = in_db(*budget.loss_limit);
  if (budget.loss.unknown.empty()) out.left = Loss{budget.loss_limit->microdecibel - budget.loss.stated.microdecibel};
  if (!out.alone || !figures.runs.light_arrives) return out;
  const loss::WayLoss& run = figures.runs.runs.front().loss;
  out.glass_of_run = run.glass;
  for (const loss::Item& item : run.items)
    if (item.scatter.values > 0) out.least_chance = std::max(out.least_chance, 1 / static_cast<double>(item.scatter.values));
  if (Result<loss::ChannelDistribution> joints = book.joints_of(run)) out.joints = std::move(*joints);
  return out;
}

ScreenedBundle screened(const WayScreen& way, Length length) {
  ScreenedBundle out;
  if (way.left) out.margin_microdecibel = way.left->microdecibel - way.glass.over(length).microdecibel;
  if (way.joints)
    out.chance_above = std::max(way.least_chance, way.joints->chance_above(way.limit_db - in_db(way.glass_of_run.over(length))));
  return out;
}

void count(const ScreenedBundle& bundle, unsigned fibres, ScreenSums& sums) {
  sums.fibres += fibres;
  if (bundle.margin_microdecibel == kNoMargin)
    sums.without_margin += fibres;
  else
    sums.above_limit += bundle.margin_microdecibel < 0 ? fibres : 0;
  if (bundle.chance_above == kNoChance)
    sums.without_chance += fibres;
  else
    sums.highest_chance = std::max(sums.highest_chance.value_or(0), bundle.chance_above);
}

}  // namespace

ScreenedBundle screen_one(BudgetBook& book, std::uint32_t bundle) {
  ScreenedBundle out;
  const check::Margin margin = book.margin(bundle);
  if (margin.loss && margin.limit) out.margin_microdecibel = margin.limit->microdecibel - margin.loss->microdecibel;
  const Result<LinkFibres> lit = book.fibres_of_bundle(bundle);
  if (lit && lit->limited && !lit->runs.empty()) {
    out.chance_above = lit->fibre_not_told;
    for (const loss::FibreRun& run : lit->runs)
      out.chance_above = std::max(out.chance_above, run.channel.chance_above(run.limit_db));
  }
  return out;
}

ScreenSums screen(BudgetBook& book, std::vector<ScreenedBundle>& out) {
  const check::Proof& proof = book.view().proof;
  std::vector<WayScreen> ways;
  ways.reserve(proof.ways.size());
  for (std::uint32_t way = 0; way < proof.ways.size(); ++way) ways.push_back(screen_of(book, way));
  out.resize(proof.way_of_bundle.size());
  ScreenSums sums;
  for (std::uint32_t bundle = 0; bundle < out.size(); ++bundle) {
    const WayScreen& way = ways[proof.way_of_bundle[bundle]];
    out[bundle] = way.alone ? screened(way, Length{proof.first_leaf[bundle].length_mm}) : screen_one(book, bundle);
    count(out[bundle], way.fibres, sums);
  }
  return sums;
}

}  // namespace ferrule::api
