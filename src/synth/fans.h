// Links that leave one receptacle together: its lanes are broken out, and all of them have one harness, or one leg of a trunk.
//
//     leaf1/p1:1 -- srv1      leaf1/p1:2 -- srv2      leaf1/p1:3 -- srv3            a fan of three, and a dark leg
//
// Shape:  fans in the order of their first links; the link of the earliest phase leads its fan, and it is laid with that one. Links that are cabled already
//         are of no fan.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "synth/expand.h"
#include "synth/plan.h"
#include "synth/wishes.h"

namespace ferrule::synth {

struct Fan {
  NetPort head;
  std::vector<std::optional<std::uint32_t>> links;  // by leg
  std::uint32_t leader = 0;                         // a link
  int links_in_all() const;
};

class Fans {
 public:
  // `links`: those of the plan, in the order of the net's.
  void gather(const Net& net, const std::vector<Recipe>& recipes, const std::vector<PlanLink>& links);

  bool has(std::uint32_t link) const { return link < fan_of_.size() && fan_of_[link] != kNoFan; }
  bool leads(std::uint32_t link) const { return fans_[fan_of_[link]].leader == link; }
  std::uint32_t index_of(std::uint32_t link) const { return fan_of_[link]; }
  const Fan& of(std::uint32_t link) const { return fans_[fan_of_[link]]; }
  std::size_t count() const { return fans_.size(); }

 private:
  static constexpr std::uint32_t kNoFan = 0xFFFF'FFFF;
  std::vector<Fan> fans_;
  std::vector<std::uint32_t> fan_of_;  // by link
};

// "leaf1/p1:3", "leaf1/p1:5-6": the lanes of a leg, as links name them. Legs from 1.
std::string lanes_of(const std::string& port, int leg, int lanes_of_leg);

// The ends of a link of a fan.
inline const NetPort& head_of(const NetLink& link) { return link.b.leg > 0 ? link.b : link.a; }
inline const NetPort& tail_of(const NetLink& link) { return link.b.leg > 0 ? link.a : link.b; }

}  // namespace ferrule::synth
