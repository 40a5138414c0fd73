// A way in words: the parts light passes, what turns it over, and how a fault is told to the person in the aisle.
#pragma once

#include <string>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

// One part passed on a way, in light order.
struct Passed {
  std::uint32_t type = 0;     // part type
  std::uint32_t in_face = 0;  // entered
  std::uint32_t out_face = plant::kNone;
  plant::Joint joint = plant::Joint::kNone;  // through which it was entered
};

// Parts of one leaf of a way; the last is where light ended.
std::vector<Passed> passed(const View& view, const Way& way, std::size_t leaf = 0);

// "400GBASE-DR4 > cord-b > Type A adapter > trunk > Type A adapter > cord-b > 400GBASE-DR4"
std::string spell_way(const View& view, const Way& way, std::size_t leaf = 0);

// "lane 1: transmit at position 12 reaches position 12, which transmits"; one text per distinct kind of fate with `outcome`.
std::vector<std::string> spell_fates(const View& view, const Way& way, Outcome outcome, std::size_t most = 3);

// The leaf that the first fibre of this outcome took.
std::size_t leaf_of(const Way& way, Outcome outcome);

// What reverses a one-row channel: cables and adapters that send p to N+1-p, and those that exchange pairs.
struct Turns {
  int cables = 0, adapters = 0, pair_flips = 0;
  bool plain = true;  // every part is a cord or trunk with a one-row A, B or C map
};
Turns turns_of(const View& view, const Way& way, std::size_t leaf = 0);

// Whether the map of one leg is p -> N+1-p over its populated positions.
bool reverses(const plant::PartType& type, std::size_t face);

std::string near_name(const View& view, const Way& way);  // "400GBASE-DR4": the optic where the light starts

}  // namespace ferrule::check
