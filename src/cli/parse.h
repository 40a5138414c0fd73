// Words of a command line into Arguments. The only place that knows a parsing library.
//
// Errors: the first thing that is wrong, as a person would say it, with "did you mean" where a known word is near.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/commands.h"

namespace ferrule::cli {

struct UsageError {
  std::string message;  // lower case, no full stop
  std::string help;     // "did you mean '--format'?"; may be empty
};

std::variant<Arguments, UsageError> parse(const Command& command, const std::vector<std::string>& words);

}  // namespace ferrule::cli
