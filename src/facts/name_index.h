// Rows of one table by name and by alias, folded. Shape: a name wins over an alias of the same spelling.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"

namespace ferrule::facts {

class NameIndex {
 public:
  void add_name(std::string_view name, std::uint32_t row) { names_[folded(name)].push_back(row); }
  void add_alias(std::string_view alias, std::uint32_t row) { aliases_[folded(alias)].push_back(row); }

  // All rows that the word may mean, in table order; empty when unknown.
  const std::vector<std::uint32_t>& find(std::string_view word) const {
    static const std::vector<std::uint32_t> kNone;
    const std::string key = folded(word);
    if (const auto name = names_.find(key); name != names_.end()) return name->second;
    const auto alias = aliases_.find(key);
    return alias == aliases_.end() ? kNone : alias->second;
  }

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>> names_, aliases_;
};

}  // namespace ferrule::facts
