// A plan in memory that takes the place of one that a design wrote before.
#pragma once

#include <map>
#include <string>

#include "api/design.h"

namespace ferrule::api {

using PlanFiles = std::map<std::string, std::string, std::less<>>;

inline DesignReport revised(const std::string& text, const PlanFiles& before) {
  DesignOptions options;
  options.standing = "plant.yaml";
  options.texts = &before;
  options.revise = true;
  return design(load_texts({{"plant.yaml", text}}, {}), {}, options);
}

}  // namespace ferrule::api
