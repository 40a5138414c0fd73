// The options of `ferrule effort`, shared by the verbs that tell what a plant takes.
#pragma once

#include <optional>
#include <string_view>

#include "api/effort.h"
#include "cli/arguments.h"
#include "cli/console.h"

namespace ferrule::cli {

// Says what is wrong, and how the verb ends then. An option that the verb does not have keeps its default.
std::optional<api::Exit> read_effort_options(const Arguments& arguments, std::string_view verb, Console& console,
                                             api::EffortOptions& options);

// The same of `--wage` alone.
std::optional<api::Exit> read_wage(const Arguments& arguments, std::string_view verb, Console& console,
                                   std::optional<api::Price>& wage);

}  // namespace ferrule::cli
