// Specifications side by side: what differs first, the most important of it first, then what is equal, then what nobody states.
#pragma once

#include <string>
#include <vector>

#include "spec/needs.h"
#include "spec/specification.h"

namespace ferrule::spec {

enum class Difference : std::uint8_t {
  kDiffers,       // two state different values
  kIncomparable,  // figures on different bases
  kPartly,        // some state it, some do not
  kEqual,
};

struct ComparedField {
  std::string field;
  char field_class = 'C';
  Difference difference = Difference::kEqual;
  std::vector<std::string> values;  // of each specification; empty: not stated
};

// Fields that at least one states, and safety-critical needs that none states (all values empty).
std::vector<ComparedField> compare(const std::vector<const Specification*>& specifications, const Needs& needs);

}  // namespace ferrule::spec
