// What the parts of a plant that stands are, as recipes say it.
//
//     trunk-8xMPO-12, which the plan describes     {kind: trunk, fibre: OS2, ...}        mine, of the project     mine
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "plant/part_type.h"
#include "synth/plan.h"

namespace ferrule::api {

class WrittenParts {
 public:
  // `written`: those that the plan describes.
  explicit WrittenParts(const std::vector<synth::PlanPart>& written) {
    for (const synth::PlanPart& part : written) descriptions_.emplace(part.name, part.description);
  }
  // What no plan describes, the project does, and it goes by its name.
  const std::string& of(const plant::PartType& type) const {
    const auto at = descriptions_.find(type.name);
    return at == descriptions_.end() ? type.name : at->second;
  }

 private:
  std::map<std::string, std::string, std::less<>> descriptions_;
};

}  // namespace ferrule::api
