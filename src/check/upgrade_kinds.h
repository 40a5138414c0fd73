// Channels and legs of a plant sorted into kinds: the same parts in the same order, over whatever lengths. What is asked of one is
// asked of all; a hall of a million links has a few dozen kinds.
//
// Shape:  a row's length is one number; of links that split, each node of their cut has its own, and `length_mm` is their sum.
//         Links that share ports are set up together: all of them are members, and point to one entry of `together`.
#pragma once

#include <string>
#include <vector>

#include "check/upgrade_chain.h"
#include "check/upgrade_cut.h"

namespace ferrule::check {

enum class KindOf : std::uint8_t { kRow, kSplit, kLeg };

struct Member {
  std::uint64_t length_mm = 0;
  std::uint32_t id = 0;                // link, or connector of the leg
  std::vector<std::uint32_t> lengths;  // by node of the cut; of a row none
  std::uint32_t together = 0;          // of a split link
};

struct AlikeMembers {
  KindOf kind = KindOf::kRow;
  std::vector<Member> members;
  bool disputed = false;  // two plugs claim one place on the way: which of them is there nobody can tell
};

struct LinkedTogether {
  std::vector<std::uint32_t> split_ports, whole_ports, legs;          // connectors
  std::vector<std::uint32_t> split_transceivers, whole_transceivers;  // assets
};

struct LinkKinds {
  std::vector<AlikeMembers> kinds;
  std::vector<LinkedTogether> together;
};
LinkKinds kinds_of_links(const View& view, const std::vector<Verdict>& verdicts, const Cutter& cutter);

struct LegKinds {
  std::vector<AlikeMembers> kinds;
  std::vector<std::string> not_counted;  // the first few, with the reason
  std::uint64_t not_counted_legs = 0;
};
LegKinds kinds_of_legs(const View& view);

}  // namespace ferrule::check
