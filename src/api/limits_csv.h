// Test limits as tables for other programs.
//
//     limits_csv       a row per link, test and wavelength, every limit beside the one that governs
//     tester_csv       a row per class of links, in the fields of a tester's custom loss limit (CertiFiber Pro):
//                      Length, Loss Budget, Loss Type, Connection Loss or MPO Module Loss, Splice Loss, Loss/km; or Overall Loss
//
// Units:  dB and dB/km with all their digits, metres.
// Shape:  a class that a tester can compute by length has Loss Budget `Length Based`, and links that differ in length alone share its
//         row; any other is `Fixed`, the limit for its length. What is not known is an empty cell.
// Source: [FLUKE-CFP], Table 17
#pragma once

#include <string>

#include "api/limits.h"

namespace ferrule::api {

std::string limits_csv(const LimitsReport& report);
std::string tester_csv(const LimitsReport& report);

}  // namespace ferrule::api
