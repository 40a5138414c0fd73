// The option --set GROUP=NUMBER of verbs that read a fabric.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "api/exit.h"
#include "cli/arguments.h"
#include "cli/console.h"

namespace ferrule::cli {

// Says what is wrong, and how the verb ends then.
std::optional<api::Exit> read_group_sizes(const Arguments& arguments, std::string_view verb, Console& console,
                                          std::map<std::string, int, std::less<>>& sizes);

}  // namespace ferrule::cli
