// How the parts of a plant are ordered: which lengths cables are sold in, and how many spares are kept.
//
// Units:  lengths in millimetres; a share of spares in hundredths of a per cent, counts in pieces.
// Shape:  by kind of part, in the words of plant::spell, and `coupler`. A kind that is not there has no spares, and is ordered in just
//         the length that is needed.
// Errors: none; the reader refuses what makes no sense.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/quantity.h"

namespace ferrule::check {

struct Spares {
  bool share = false;  // amount is a share of the pieces, rounded up; else a count
  std::int64_t amount = 0;

  std::int64_t of(std::int64_t pieces) const;  // none of what is not used
};

struct StockLengths {
  std::vector<Length> listed;  // rising; empty: whole multiples of `step`
  Length step, least;          // least: 0 when nobody said
  std::optional<Length> most;  // with step
  bool operator==(const StockLengths&) const = default;
  std::string spelled() const;                         // "1 m, 2 m or 5 m", "whole multiples of 1 m, at most 100 m"
  std::optional<Length> holding(Length needed) const;  // the least one that is as long; nothing when none is
};

struct OrderPolicy {
  std::map<std::string, Spares, std::less<>> spares;
  std::map<std::string, StockLengths, std::less<>> stock_lengths;
};

}  // namespace ferrule::check
