// Which connector an end has, as exactly as the line tells: "MPO" of a 12-fibre cord is MPO-12, "LC" of a two-fibre cord is LC-duplex.
#pragma once

#include <string>

#include "spec/specification.h"

namespace ferrule::spec {

// The type as read when nothing makes it more exact; empty when none is stated.
std::string exact_connector(const Specification& specification, bool b);

}  // namespace ferrule::spec
