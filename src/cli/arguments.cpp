#include "cli/arguments.h"

#include "base/text.h"

namespace ferrule::cli {

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> out;
  for (const std::string_view word : split(text, ','))
    if (!trim(word).empty()) out.emplace_back(trim(word));
  return out;
}

diag::Severity level_of(std::string_view word) {
  return word == "note" ? diag::Severity::kNote : word == "warning" ? diag::Severity::kWarning : diag::Severity::kError;
}

}  // namespace ferrule::cli
