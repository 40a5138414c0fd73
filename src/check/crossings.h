// The connectors that the light of one bundle crosses on its way to one end, in light order.
//
//     leaf1/Eth1 | C1/a  C1/b | T1/a  T1/b | ...        crossing 0: leaf1/Eth1 -> C1/a, crossing 1: C1/b -> T1/a, ...
//
// Shape:  one crossing per step of Light::way_to(end), so hop i of a way's loss is crossing i.
// Errors: none; an open end is entered nowhere (kNone).
#pragma once

#include <cstdint>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

struct Crossing {
  std::uint32_t left = plant::kNone, entered = plant::kNone;  // connectors
};
std::vector<Crossing> crossings(const View& view, std::uint32_t bundle, std::uint32_t end_step);

}  // namespace ferrule::check
