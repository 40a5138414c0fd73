// What in a text would make libyaml 0.2.5 work for hours, found in one pass before it is asked.
//
// libyaml compares every %TAG directive with all before it (60,000 of them: 3.7 s), and wipes its buffer of blanks at every line
// of a scalar, as long as the longest run of blanks it has met. Neither happens in files that people write. Nesting is not
// looked for here: the reader counts it while events stream.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "syntax/faults.h"

namespace ferrule::syntax {

struct Hazard {
  Fault fault;
  std::size_t offset = 0, length = 0;  // bytes of the text
  std::string message, help;
};

std::optional<Hazard> first_hazard(std::string_view text);

// Offset of the first byte behind blank lines and comments; the size of the text when nothing else is left.
std::size_t skip_blank_and_comments(std::string_view text, std::size_t at);

}  // namespace ferrule::syntax
