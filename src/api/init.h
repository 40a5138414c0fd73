// Writes a small project that passes: the first thing that a newcomer runs.
//
// Shape:  all of it or nothing: written beside its place under another name, then renamed. An existing folder must be empty.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace ferrule::api {

struct Initialised {
  std::vector<std::string> files;  // as written, with the folder
};

Result<Initialised> init(const std::string& folder);

}  // namespace ferrule::api
