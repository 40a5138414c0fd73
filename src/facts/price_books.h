// What cables cost by their length: books of prices, each cable a row of segments.
//
//     price = (fixed + per_metre x length) x factor + adder        for lengths up to upto_m, the row with the least upto_m that reaches
//
// Units:  amounts in ten-thousandths of the currency, factor in ten-thousandths.
// Shape:  one row per book, cable and segment, in the order of the table. No `upto`: no longest length is stated.
// Errors: a bad row is a finding at data/price_books.csv:line:column when the facts are loaded, and is left out.
// Source: data/price_books.csv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

struct PriceSegment : Row {
  std::string book, cable, currency;  // "perseus-2011", "quad", "USD"
  std::optional<Length> upto;
  std::int64_t fixed = 0, per_metre = 0, factor = 0, adder = 0;
};

// All rows of a table as read; a bad one is a finding and left out.
std::vector<PriceSegment> read_price_segments(const RawTable& raw, diag::Findings& findings);

// Of loaded facts, whose bad rows were reported then.
std::vector<PriceSegment> price_segments(const Facts& facts);

}  // namespace ferrule::facts
