// A rule's page as an explanation: the header between two lines of --- gives the facts, the rest is
// the text.
#pragma once

#include <optional>
#include <string_view>

#include "api/explain.h"

namespace ferrule::api::telling {

// Nothing when the page has no header. `name` is the file's name without folder and ending.
std::optional<Explanation> read_rule_page(std::string_view name, std::string_view page);

}  // namespace ferrule::api::telling
