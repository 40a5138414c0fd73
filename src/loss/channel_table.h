// Distributions of the mixes of joints that a plant has: each is computed once, whatever the order of its joints.
//
//     way 1   B C C B  --.
//     way 2   C B B C  ---+-->  {B 2, C 2}  -->  one ChannelDistribution      a plant of a million links has some tens of mixes
//     way 3   B B B B  ------>  {B 4}       -->  another
//
// Shape:  joints are named by small numbers, equal ones by the same. References stay good as long as the table. Not for several
//         threads at once.
// Errors: those of ChannelDistribution::of, kept too: a mix that is refused is refused again.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "loss/channel_distribution.h"

namespace ferrule::loss {

class ChannelTable {
 public:
  using Joint = std::uint32_t;

  Joint add(const JointLoss& joint);
  const Result<ChannelDistribution>& of(std::span<const Joint> joints);  // in any order; each from add()
  std::size_t mixes() const { return known_.size(); }

 private:
  std::vector<JointLoss> joints_;
  std::map<JointLoss, Joint> numbers_;
  std::u32string mix_;  // the mix that is asked for, rising: kept between calls for its memory
  std::unordered_map<std::u32string, Result<ChannelDistribution>> known_;
};

}  // namespace ferrule::loss
