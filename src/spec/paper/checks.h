// The checks, one function per group. Each reads the paper and says what it found; none knows of another.
#pragma once

#include <cstdint>
#include <string_view>

#include "facts/facts.h"
#include "spec/paper/paper.h"
#include "spec/paper/report.h"

namespace ferrule::spec::paper {

enum class Brand : std::uint8_t { kAny, kMpo, kMtp };  // what the house asks for: any maker, the generic word, or the mark

struct Policy {
  Brand brand = Brand::kAny;
};

void check_names(const Paper& paper, Report& report);                             // names.cpp: W701 W702 W719
void check_brands(const Paper& paper, const Policy& policy, Report& report);      // brands.cpp: W703 to W707
void check_polarity(const Paper& paper, Report& report);                          // polarity.cpp: W708 W709 W712
void check_ends(const Paper& paper, Report& report);                              // ends.cpp: W710 W711 W724
void check_losses(const Paper& paper, Report& report);                            // losses.cpp: W713 W714
void check_ratings(const Paper& paper, Report& report);                           // ratings.cpp: W715 W716 W717
void check_prices(const Paper& paper, Report& report);                            // prices.cpp: W718
void check_codes(const Paper& paper, const facts::Facts& facts, Report& report);  // part_codes.cpp: W720
void check_lengths(const Paper& paper, Report& report);                           // lengths.cpp: W721 W722
void check_contradictions(const Paper& paper, Report& report);                    // contradictions.cpp: W723
void check_unread(const Paper& paper, Report& report);                            // unread.cpp: W726

}  // namespace ferrule::spec::paper
