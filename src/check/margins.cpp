#include "check/margins.h"

namespace ferrule::check {

// One without figures is worse than any with: nobody may read a margin into it.
bool tighter(const Margin& a, const Margin& b) {
  if (!a.loss || !b.loss) return !a.loss && b.loss;
  if (!a.limit || !b.limit) return !a.limit && b.limit;
  return a.limit->microdecibel - a.loss->microdecibel < b.limit->microdecibel - b.loss->microdecibel;
}

Margin margin_of(const Budget& budget, Length length) {
  Margin margin{std::nullopt, budget.loss_limit, budget.loss_limit_of};
  if (budget.at_port && budget.loss.unknown.empty()) margin.loss = budget.loss.stated + budget.loss.glass.over(length);
  return margin;
}

std::vector<Margin> margins(const View& view) {
  std::vector<Margin> out(view.plant.link_count());
  std::vector<bool> seen(out.size());
  BundlesByWay by_way(view.proof);
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Budget budget = budget_of(view, view.proof.ways[id]);
    for (const std::uint32_t bundle : by_way.of(id)) {
      const std::uint32_t link = link_of_bundle(view.plant, bundle);
      const Margin margin = margin_of(budget, length_of(view, bundle));
      if (!seen[link] || tighter(margin, out[link])) out[link] = margin;
      seen[link] = true;
    }
  }
  return out;
}

}  // namespace ferrule::check
