// How the loss of one way is distributed: its joints as their grades or lots scatter, its glass and its allowances as
// they are; or the item that forbids to say.
//
//     cord  [low-loss]  trunk  [low-loss]  cord       both joints have figures: a ChannelDistribution, and the glass on top
//     cord  [0.35 dB at most]  trunk ...              none: of this joint only a maximum is stated
//
// Units:  dB as double; glass as of WayLoss.
// Shape:  mixes of joints are computed once and kept (ChannelTable). A way without joints loses what its glass loses, surely.
//         Not for several threads at once.
// Errors: a Result whose place is the item that has no figures and whose reason says why; figures that no law has; what the way's
//         loss does not know.
#pragma once

#include <map>
#include <utility>

#include "loss/channel_table.h"
#include "loss/way_loss.h"

namespace ferrule::loss {

class WayLaws {
 public:
  explicit WayLaws(LawKind kind = LawKind::kGamma) : kind_(kind) {}
  Result<ChannelDistribution> of(const WayLoss& way, Loss glass);

 private:
  Result<ChannelTable::Joint> joint(const Scatter& scatter);
  Result<ChannelTable::Joint> measured(const std::shared_ptr<const plant::Lot>& lot);
  LawKind kind_;
  std::map<std::shared_ptr<const plant::Lot>, Result<ChannelTable::Joint>> lots_;
  ChannelTable table_;
  std::map<std::pair<double, double>, Result<ChannelTable::Joint>> known_;
};

}  // namespace ferrule::loss
