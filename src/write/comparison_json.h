// Lines side by side as JSON, schema ferrule/compare/1: a value of null is one that the line does not state.
#pragma once

#include <span>
#include <string>

#include "spec/compare.h"

namespace ferrule::write {

std::string comparison_json(std::span<const std::string> lines, std::span<const spec::ComparedField> fields);

}  // namespace ferrule::write
