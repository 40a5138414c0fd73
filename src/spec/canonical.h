// A specification as one normal line, which reads back as itself.
#pragma once

#include <string>

#include "spec/specification.h"

namespace ferrule::spec {

// "trunk cable: MPO-12 unpinned APC to MPO-12 unpinned APC, 12 fibres, OS2, Type B, 30 m, LSZH"
std::string canonical(const Specification& specification);

}  // namespace ferrule::spec
