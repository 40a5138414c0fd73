// A tree of YAML on one line: "{kind: cord, ends: {connector: MPO-12}}".
//
// Shape:  scalars that stood in quotes keep them, others get them where flow style needs it, so that what was read is read again.
#pragma once

#include <string>
#include <string_view>

#include "syntax/node.h"

namespace ferrule::lang {

std::string flow_text(const syntax::Node& node);
std::string flow_key(std::string_view key);

}  // namespace ferrule::lang
