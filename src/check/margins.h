// What each link loses at worst, and what its channel may: the numbers beside a verdict.
//
// Shape:  by link; of a link of several bundles the one with the least margin. `loss` trusts every stated figure.
// Errors: none; a loss or a limit that is not known is empty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/budget.h"

namespace ferrule::check {

struct Margin {
  std::optional<Loss> loss, limit;
  std::string limit_of;  // "400GBASE-DR4 channel": what sets the limit
};

Margin margin_of(const Budget& budget, Length length);
bool tighter(const Margin& a, const Margin& b);  // a has less margin, or it is not known
std::vector<Margin> margins(const View& view);

}  // namespace ferrule::check
