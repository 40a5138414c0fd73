// A value, or why the world did not give it: the file is missing, the disk is full. An author's
// mistakes are findings (diag) and never travel this way; ours are assertions.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace ferrule::base {

struct Failure {
  std::string message;  // what was refused, lower case, no full stop: "cannot read plant.yaml:
                        // permission denied"
  std::string place;    // the file, or file:line:column; empty when there is none
};

template <class T>
using Result = tl::expected<T, Failure>;

}  // namespace ferrule::base
