// What fuzz targets share: a truth that ends the run when it is none, and the compiled-in facts, loaded once.
#pragma once

#include <cstdlib>

#include "facts/facts.h"

inline void hold(bool truth) {
  if (!truth) std::abort();
}

inline const ferrule::facts::Facts& all_facts() {
  static ferrule::diag::Sources sources;
  static ferrule::diag::Findings findings;
  static const ferrule::facts::Facts loaded = ferrule::facts::Facts::load(sources, "", findings);
  return loaded;
}
