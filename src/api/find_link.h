// Links by the names that a command line gives.
//
// Errors: a name that is no link is a finding of `findings` that says what it is instead, or which link is nearest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "plant/plant.h"

namespace ferrule::api {

struct NamedLinks {
  std::vector<std::uint32_t> links;  // each once, in the order asked for
  bool all_known = true;
};

// `doing` is what could not be done ("budget"), `without` what happens when no link is named ("all links are budgeted").
struct LinkAsked {
  std::string_view doing, without;
};
NamedLinks find_links(const plant::Plant& plant, const std::vector<std::string>& names, const LinkAsked& asked,
                      diag::Findings& findings);

}  // namespace ferrule::api
