// Lines of the trade with all their gaps, as tests/lines/own.jsonl has them.
#pragma once

#include <string>
#include <vector>

namespace ferrule::tests {

std::vector<std::string> own_lines();  // the project's root is the working directory

}  // namespace ferrule::tests
