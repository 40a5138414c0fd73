// Holds the texts of a drawing against each other and against its edges.
#pragma once

#include <string>

#include "write/drawing.h"

namespace ferrule::tests {

// The first fault in words, or nothing: a text that meets another, or leaves the view.
std::string fault_of(const write::Drawing& drawing, double height);

}  // namespace ferrule::tests
