// Rows of one table by name and by alias, folded. Shape: a name wins over an alias of the same
// spelling.
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
  void add_name(std::string_view name, std::uint32_t row) { add(names_[folded(name)], row); }
  void add_alias(std::string_view alias, std::uint32_t row) { add(aliases_[folded(alias)], row); }

  // All rows that the word may mean, in table order; empty when unknown.
  const std::vector<std::uint32_t>& find(std::string_view word) const {
    static const std::vector<std::uint32_t> kNone;
    const std::string key = folded(word);
    if (const auto name = names_.find(key); name != names_.end()) return name->second;
    const auto alias = aliases_.find(key);
    return alias == aliases_.end() ? kNone : alias->second;
  }

 private:
  // Two spellings of one row that fold alike ("MTP-8", "MTP8") are one.
  static void add(std::vector<std::uint32_t>& rows, std::uint32_t row) {
    if (rows.empty() || rows.back() != row) rows.push_back(row);
  }

  std::unordered_map<std::string, std::vector<std::uint32_t>> names_, aliases_;
};

}  // namespace ferrule::facts
