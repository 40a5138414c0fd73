// From the chance that one fibre fails its limit to the chance that a link does, and to the links of a hall that will.
//
//     fibres of one ferrule share its tilt and the play of its pins:      all apart (0)  <-- correlation -->  all as one (1)
//     8 fibres that each pass with 0.99                    the link passes      0.9227          ...              0.99
//
// Units:  chances from 0 to 1. They are chances to fail, since a double tells 1e-12 from nought but not from one below 1.
// Shape:  correlation is that of the normal scores of two fibres of the ferrule (one common factor, all pairs alike). Several
//         ferrules on the way are as one: their fibres are together or apart as a whole.
// Errors: a Result whose reason names the figure that is not a chance, not a correlation, or no fibres. Never NaN; products are
//         taken as sums of logarithms, so a million links do not round to nothing.
// Source: one-factor Gaussian copula (Vasicek 1987); independence trap of DR4, tests/unit/loss/statistics_checks_test.cpp#G1.
#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"

namespace ferrule::loss {

struct LinkOfFibres {
  double fibre_fails = 0;  // chance of one lit fibre
  unsigned fibres = 1;     // lit ones: 8 for DR4
  double correlation = 0;
};
Result<double> chance_link_fails(const LinkOfFibres& link);

struct LinkGroup {
  std::uint64_t links = 0;
  double link_fails = 0;
};
struct HallYield {
  double expected_failing = 0;  // links
  double chance_of_none = 1;    // 0 when smaller than a double can be; then log10 still tells
  double log10_of_none = 0;     // not below -1e300, which stands for "impossible"
  double chance_of_some = 0;    // 1 - chance_of_none, without rounding small ones away
};
// Links fail independently of each other.
Result<HallYield> hall_yield(std::span<const LinkGroup> groups);

}  // namespace ferrule::loss
