// The tables that the program carries, read once for all tests of a program.
#pragma once

#include "diag/finding.h"
#include "diag/source.h"
#include "facts/facts.h"

namespace ferrule::test {

inline const facts::Facts& embedded_facts() {
  static diag::Sources sources;
  static diag::Findings findings;
  static const facts::Facts facts = facts::Facts::load(sources, "", findings);
  return facts;
}

}  // namespace ferrule::test
