// Orders of magnitude of how thick and how heavy cables are, where nobody states it.
//
// Units:  micrometres; grams for a kilometre.
// Shape:  the first row that fits counts: kind of part, `duplex` or any connector, and at most so many fibres.
// Errors: a bad row is a finding at data/cable_sizes.csv:line:column when the facts are loaded, and is left out.
// Source: data/cable_sizes.csv; every row is an estimate of low confidence, and whoever uses one says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

struct CableSize : Row {
  std::string kind, connector;  // "trunk"; "duplex" or empty
  int fibres_most = 0;
  std::int64_t diameter_um = 0, grams_per_km = 0;
};

std::vector<CableSize> read_cable_sizes(const RawTable& raw, diag::Findings& findings);

// Of loaded facts, whose bad rows were reported then.
std::vector<CableSize> cable_sizes(const Facts& facts);

}  // namespace ferrule::facts
