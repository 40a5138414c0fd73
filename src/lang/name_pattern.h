// Which names are meant: a name, a range of names (leaf[1-8]), or a text in which * stands for anything (leaf*).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/ranges.h"

namespace ferrule::lang {

class NamePattern {
 public:
  // Nothing when the range in it is wrong, which `why` tells.
  static std::optional<NamePattern> parse(std::string_view text, RangeFault& why);

  bool matches(std::string_view name) const;

 private:
  std::string wild_;  // with *
  std::vector<plant::NameRun> runs_;
};

}  // namespace ferrule::lang
