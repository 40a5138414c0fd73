// One fibre followed from where it starts until its light stops, hop by hop, for people to read.
//
// Shape:  hops in the order light meets them; each hop enters a connector through a joint and, unless the path ends there, leaves
//         by another. Taps: the live path; branches are listed in `branches`.
// Errors: none; every way a path can end is an Ending. A path in a loop of fibre (no port on it) ends with kTooLong. Where light
//         faces a connector but no fibre of it can be named (no contact, adapter unknown, too long), the last hop enters that
//         connector at the position that the light left.
#pragma once

#include <vector>

#include "plant/light.h"

namespace ferrule::plant {

struct Hop {
  Joint joint = Joint::kNone;
  FibreEnd entered;  // connector kNone: nothing was mated
  FibreEnd left;     // connector kNone: the path ended here
};

struct Path {
  FibreEnd start;
  std::vector<Hop> hops;
  Ending ending = Ending::kOpenEnd;
  std::vector<FibreEnd> branches;  // where taps copied the light to
  // Where the light stopped: the fibre end it entered last, or left last when nothing was mated there.
  FibreEnd end() const {
    if (hops.empty()) return start;
    return hops.back().left.connector != kNone ? hops.back().left : hops.back().entered;
  }
};

Path trace(const Plant& plant, FibreEnd start);

}  // namespace ferrule::plant
