// What a project keeps back of every channel for what does not show on the first day: warmth, age, a later repair.
//
// Units:  Loss of the whole channel, in microdecibel; it does not vary and does not grow with length.
// Source: the project's policy. No standard's channel limit asks for it.
#pragma once

#include <string>

#include "base/quantity.h"

namespace ferrule::loss {

struct Allowance {
  std::string name;  // "temperature"
  Loss loss;
};

}  // namespace ferrule::loss
