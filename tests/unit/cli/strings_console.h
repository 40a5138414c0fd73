// A console that keeps what was said.
#pragma once

#include <string>

#include "cli/console.h"

namespace ferrule::cli {

struct StringsConsole : Console {
  void out(std::string_view text) override { data += text; }
  void err(std::string_view text) override { messages += text; }
  std::string data, messages;
};

}  // namespace ferrule::cli
