// Where text goes: data to one stream, messages to the other. Tests put strings behind it.
#pragma once

#include <string_view>

namespace ferrule::cli {

class Console {
 public:
  virtual ~Console() = default;
  virtual void out(std::string_view text) = 0;
  virtual void err(std::string_view text) = 0;
  bool terminal_out = false, terminal_err = false;  // somebody looks at it
  bool colour_out = false, colour_err = false;      // decided by --color, NO_COLOR and the two above
};

}  // namespace ferrule::cli
