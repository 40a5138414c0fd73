// The program, but for its streams: words in, text to a console and an exit code out.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"

namespace ferrule::cli {

struct Environment {
  std::string version;
  bool no_color = false;
};

// Never throws: what the standard library throws becomes a message and exit code 70.
int run(const std::vector<std::string>& words, const Environment& environment, Console& console);

}  // namespace ferrule::cli
