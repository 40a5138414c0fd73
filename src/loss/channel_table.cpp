#include "loss/channel_table.h"

#include <algorithm>
#include <cassert>

namespace ferrule::loss {

ChannelTable::Joint ChannelTable::add(const JointLoss& joint) {
  const auto [place, is_new] = numbers_.try_emplace(joint, static_cast<Joint>(joints_.size()));
  if (is_new) joints_.push_back(joint);
  return place->second;
}

const Result<ChannelDistribution>& ChannelTable::of(std::span<const Joint> joints) {
  mix_.assign(joints.begin(), joints.end());
  std::sort(mix_.begin(), mix_.end());
  if (const auto seen = known_.find(mix_); seen != known_.end()) return seen->second;
  std::vector<JointLoss> laws;
  for (const char32_t joint : mix_) {
    assert(joint < joints_.size());
    laws.push_back(joints_[joint]);
  }
  return known_.emplace(mix_, ChannelDistribution::of(laws)).first->second;
}

}  // namespace ferrule::loss
