// Remembers which keys of a table were seen: the second row of one key is a finding that points at
// the first.
#pragma once

#include <string>
#include <unordered_map>
#include <fmt/format.h>

#include "facts/row_reader.h"

namespace ferrule::facts {

class Distinct {
 public:
  // `key` as a person reads it ("port 3 of consecutive on MPO-12"). False, and D104 at `column`,
  // when it was there before.
  bool add(RowReader& row, std::string_view column, const std::string& key) {
    const auto [at, fresh] = first_.emplace(key, row.place(column));
    if (fresh) return true;
    row.complain("D104", "duplicate-row", column, fmt::format("{} is here a second time", key)).note(at->second, "first here");
    return false;
  }

 private:
  std::unordered_map<std::string, diag::Place> first_;
};

}  // namespace ferrule::facts
