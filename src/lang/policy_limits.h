// The keys of a policy that may rule parts out, as written: a design that comes to nothing names them.
//
// Shape:  in the order of the file; of allowances all of them in one, "{ageing: 0.3 dB}".
// Errors: none; whether they are good is said where the policy is read (settings.h).
#pragma once

#include <vector>

#include "lang/design.h"
#include "syntax/node.h"

namespace ferrule::lang {

std::vector<StatedLimit> limits_of(const syntax::Node& policy);

}  // namespace ferrule::lang
