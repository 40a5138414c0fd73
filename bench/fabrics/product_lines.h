// Product lines as quotes write them, generated: definition "mpo-lines v1". Every line has its right answer.
//
// Shape: five templates over kinds, connectors, pins, fibres, glass, polarity, jacket, grade, length and colour; the random source is
//        splitmix64, seed 7. A value of 0 means that the line does not say it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ferrule::bench {

struct LineTruth {
  int kind = 0;                          // 1 trunk, 2 patch cord, 3 cassette, 4 breakout: the noun of the line
  int connector_a = 0, connector_b = 0;  // 1..4: MPO-8, 12, 16, 24; 5: LC
  int gender = 0;                        // 1 unpinned, 2 pinned
  int fibres = 0;
  int glass = 0;     // 1 single-mode, 2..4: OM3, OM4, OM5
  int polarity = 0;  // 1..3: A, B, C
  int jacket = 0;    // LSZH, OFNP, OFNR, Cca, B2ca
  int grade = 0;     // 1 low loss, 2 standard
  std::int64_t length_mm = 0;
  std::uint64_t code() const;  // as the definition packs it
};

struct ProductLines {
  std::string text;  // one line each, with line feeds
  std::vector<LineTruth> truth;
};

ProductLines product_lines(std::size_t count, std::uint64_t seed = 7);

}  // namespace ferrule::bench
