#include "loss/way_law.h"

namespace ferrule::loss {

Result<ChannelTable::Joint> WayLaws::joint(const Scatter& scatter) {
  if (scatter.measured != nullptr) return measured(scatter.measured);
  const GradeFigures& figures = *scatter.figures;
  const auto [found, fresh] = known_.try_emplace({figures.mean_db, figures.q97_db}, ChannelTable::Joint{0});
  if (fresh) {
    const Result<JointLoss> law = JointLoss::fitted(kind_, figures);
    if (law)
      found->second = table_.add(*law);
    else
      found->second = tl::unexpected(law.error());
  }
  return found->second;
}

Result<ChannelTable::Joint> WayLaws::measured(const std::shared_ptr<const plant::Lot>& lot) {
  const auto [found, fresh] = lots_.try_emplace(lot, ChannelTable::Joint{0});
  if (!fresh) return found->second;
  std::vector<double> measured_db;
  measured_db.reserve(lot->rising.size());
  for (const Loss loss : lot->rising) measured_db.push_back(in_db(loss));
  const Result<JointLoss> law = JointLoss::lot(std::move(measured_db));
  if (law)
    found->second = table_.add(*law);
  else
    found->second = tl::unexpected(law.error());
  return found->second;
}

Result<ChannelDistribution> WayLaws::of(const WayLoss& way, Loss glass) {
  if (!way.unknown.empty()) return tl::unexpected(Failure{"", way.unknown.front()});
  std::vector<ChannelTable::Joint> mix;
  for (const Item& item : way.items) {
    if (item.kind == ItemKind::kAllowance) {
      glass = glass + item.stated;
      continue;
    }
    if (!item.scatter.figures) return tl::unexpected(Failure{item.what, item.scatter.why_not});
    const Result<ChannelTable::Joint> one = joint(item.scatter);
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
