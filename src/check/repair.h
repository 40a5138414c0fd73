// The shortest explanation of a faulty way, and the least change that proves it, each tried on the model before it is offered.
#pragma once

#include "check/rule.h"

namespace ferrule::check {

void offer_repairs(const View& view, std::vector<Hit>& hits);

}  // namespace ferrule::check
