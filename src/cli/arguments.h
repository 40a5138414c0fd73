// What the user typed, sorted by the table of commands: every value is there, given or not.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"

namespace ferrule::cli {

struct Arguments {
  std::map<std::string, std::vector<std::string>, std::less<>> values;  // "--format" -> {"json"}, "PATH" -> {"."}

  bool has(std::string_view name) const { return values.find(name) != values.end(); }
  std::string get(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() || found->second.empty() ? std::string() : found->second.front();
  }
  std::vector<std::string> all(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::vector<std::string>() : found->second;
  }
};

std::vector<std::string> listed(const std::string& text);  // "OM4, OM5" -> OM4 and OM5
diag::Severity level_of(std::string_view word);            // of --level: note, warning or error

}  // namespace ferrule::cli
