// The two special functions that loss statistics rest on: the normal distribution and the incomplete gamma function.
//
// Shape:  tails are given from both sides, since 1 - p says nothing about a p within 1e-16 of one.
// Units:  none; arguments of the gamma function are in units of its scale.
// Errors: none within the domains named here, which callers assure (assertions); results are finite and within [0, 1].
// Source: Abramowitz and Stegun 6.5.29 (series), 6.5.31 (continued fraction), 26.2.23 as the start of the inverse;
//         tests/unit/loss/special_functions_test.cpp holds them against values of 30 digits.
#pragma once

namespace ferrule::loss {

double normal_below(double z);
double normal_above(double z);
double normal_quantile(double chance);  // 0 < chance < 1

double log_gamma(double x);  // x > 0; the library's writes a global sign

// Shares of a gamma variable of this shape and scale 1 below and above x; shape from 0.01 to 1e9, x >= 0.
struct GammaShares {
  double below = 0, above = 0;
};
GammaShares gamma_shares(double shape, double x);

// The x that `below` of the variable stays under, or that `above` of it exceeds; 0 < chance < 1.
double gamma_quantile(double shape, double below);
double gamma_quantile_above(double shape, double above);

}  // namespace ferrule::loss
