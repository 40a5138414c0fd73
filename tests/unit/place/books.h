// Price books for tests: the shipped one, and one of two kinds of cable that is easy to reckon with.
#pragma once

#include "diag/finding.h"
#include "diag/source.h"
#include "facts/facts.h"
#include "place/price_book.h"

namespace ferrule::place {

inline PriceBook shipped_book(std::string_view name = "perseus-2011") {
  diag::Sources sources;
  diag::Findings findings;
  return *price_book(facts::price_segments(facts::Facts::load(sources, "", findings)), name);
}

inline facts::PriceSegment segment(std::string cable, std::optional<Length> upto, std::int64_t fixed, std::int64_t per_metre) {
  facts::PriceSegment made;
  made.book = "plain";
  made.cable = std::move(cable);
  made.currency = "EUR";
  made.upto = upto;
  made.fixed = fixed * 10'000;
  made.per_metre = per_metre * 10'000;
  made.factor = 10'000;
  return made;
}

// "thin": 1 a metre, sold up to 20 m. "thick": 10 and 3 a metre up to 5 m, 50 and 1 a metre beyond.
inline PriceBook plain_book() {
  return *price_book({segment("thin", Length{20'000}, 0, 1), segment("thick", Length{5'000}, 10, 3), segment("thick", {}, 50, 1)},
                     "plain");
}

}  // namespace ferrule::place
