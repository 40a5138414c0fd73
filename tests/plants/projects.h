// Folders of plants that lie in the repository, for tests that hold of every one.
#pragma once

#include <string>
#include <vector>

namespace ferrule::plants {

// Folders below `roots` with a plant.yaml, sorted; without the fabrics of examples/design, which every reader would design anew. Under the sanitizers every third: all of them pass there as golden stories.
std::vector<std::string> projects(const std::vector<std::string>& roots = {"examples"});

}  // namespace ferrule::plants
