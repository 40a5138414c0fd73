// What a plan leaves over, or does otherwise than one would expect of its rules, in words: nothing is wrong with it, and its author may want to know.
//
// Shape:  a line for each tier with devices or ports that no link takes, then one for each rule with `fill` whose devices are not all joined in
//         their own rack. Ports that no rule takes are not looked at, nor those of devices that files of links name.
// Errors: none.
#pragma once

#include <string>
#include <vector>

#include "api/design.h"

namespace ferrule::api {

std::vector<std::string> design_remarks(const DesignReport& report);

}  // namespace ferrule::api
