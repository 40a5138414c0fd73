#include "check/repair.h"

namespace ferrule::check {

void offer_repairs(const View&, std::vector<Hit>&) {}

}  // namespace ferrule::check
