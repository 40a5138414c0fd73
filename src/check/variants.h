// Other ways in which a part could have been ordered: the same faces, another map, other pins, another polish.
//
// Shape:  every variant has the faces of the original in the same order, so an instance can be retyped in place.
// Cost:   what the change is worth avoiding, in the order of an installer's effort: turn what can be turned (1), another cord (2),
//         another adapter (3), another cassette (5), another trunk (8). Only the order counts.
#pragma once

#include <string>
#include <vector>

#include "facts/facts.h"
#include "plant/part_type.h"

namespace ferrule::check {

struct Variant {
  plant::PartType type;
  std::string words;  // "of Type A", "with transition universal", "with end b pinned"
  int cost = 0;
};

std::vector<Variant> map_variants(const plant::PartType& type, const facts::Facts& facts);
// Face by face: the opposite pins, the other polish.
std::vector<Variant> face_variants(const plant::PartType& type);

}  // namespace ferrule::check
