// A plant of two ports and two panels, and what is wrong with it when asked for.
//
//     [leaf1/Eth1]--C1--[P1/1 A]==T1==[P2/1 A]--C2--[spine1/Eth1]
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "api/load.h"

namespace ferrule::plants {

struct Shape {
  bool cord_is_type_a = false;    // C2: transmit then meets transmit
  bool loose_end = false;         // C2 is not plugged into spine1
  bool unstated_adapter = false;  // nobody said which adapter P2/1 is
  int links = 1;                  // further ones repeat the same plant
};

std::unique_ptr<api::Loaded> two_panels(const Shape& shape = {});

// The same with every connector of that grade.
std::unique_ptr<api::Loaded> graded(std::string_view grade, int links = 1);

}  // namespace ferrule::plants
