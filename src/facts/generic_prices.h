// Orders of magnitude of what parts cost, for a first sum before anybody has quoted. No vendor's prices.
//
// Units:  price and per_metre in hundredths of the currency, for one piece and for a metre of it.
// Shape:  the first row that fits counts: kind, mode and connectors of the part, and at most so many connectors (of both ends
//         together) or so fast a transceiver. A blank mode or connector takes any.
// Errors: a bad row is a finding at data/generic_prices.csv:line:column when the facts are loaded, and is left out.
// Source: data/generic_prices.csv; every row is an estimate of low confidence, and whoever uses one says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

struct GenericPrice : Row {
  std::string kind, mode, connector;  // "trunk", "SM", "array" or "duplex"
  std::optional<int> connectors_most;
  std::optional<std::int64_t> rate_most;  // of a transceiver, in thousandths of Gb/s
  std::int64_t price = 0, per_metre = 0;
  std::string currency;
};

std::vector<GenericPrice> read_generic_prices(const RawTable& raw, diag::Findings& findings);

// Of loaded facts, whose bad rows were reported then.
std::vector<GenericPrice> generic_prices(const Facts& facts);

}  // namespace ferrule::facts
