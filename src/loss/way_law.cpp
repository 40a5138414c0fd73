#include "loss/way_law.h"

namespace ferrule::loss {

Result<ChannelTable::Joint> WayLaws::joint(const GradeFigures& figures) {
  const auto [found, fresh] = known_.try_emplace({figures.mean_db, figures.q97_db}, ChannelTable::Joint{0});
  if (fresh) {
    const Result<JointLoss> law = JointLoss::gamma(figures);
    if (law)
      found->second = table_.add(*law);
    else
      found->second = tl::unexpected(law.error());
  }
  return found->second;
}

Result<ChannelDistribution> WayLaws::of(const WayLoss& way, Loss glass) {
  if (!way.unknown.empty()) return tl::unexpected(Failure{"", way.unknown.front()});
  std::vector<ChannelTable::Joint> mix;
  for (const Item& item : way.items) {
    if (!item.scatter.figures) return tl::unexpected(Failure{item.what, item.scatter.why_not});
    const Result<ChannelTable::Joint> one = joint(*item.scatter.figures);
    if (!one) return tl::unexpected(Failure{item.what, one.error().message});
    mix.push_back(*one);
  }
  // Glass alone: a channel needs a joint, and one that loses nothing changes nothing.
  if (mix.empty()) mix.push_back(table_.add(*JointLoss::fixed(0)));
  const Result<ChannelDistribution>& joints = table_.of(mix);
  if (!joints) return joints;
  return joints->plus(in_db(glass));
}

}  // namespace ferrule::loss
