// The verb compare: lines side by side, field by field.
#pragma once

#include <string>
#include <vector>

#include "api/language.h"
#include "spec/compare.h"

namespace ferrule::api {

struct Comparison {
  std::vector<std::string> lines;  // canonical
  std::vector<spec::ComparedField> fields;
};
Comparison compare(const std::vector<std::string>& lines, const Language& language);

}  // namespace ferrule::api
