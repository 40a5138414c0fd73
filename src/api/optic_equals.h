// What takes the place of an optic where the glass is of the other mode: same speed, as many receptacles, of the same world (Ethernet,
// InfiniBand, Fibre Channel); of several the one whose plug and number of fibres are nearest, in the order of data/optics.csv.
#pragma once

#include <cstdint>
#include <string_view>

#include "facts/facts.h"

namespace ferrule::api {

constexpr std::string_view kMultimodeWord = "MM", kSinglemodeWord = "SM";  // of Optic::mode

// Null when the facts know none.
const facts::Optic* equal_optic(const facts::Facts& facts, const facts::Optic& optic, std::string_view mode);

bool same_world(const facts::Optic& a, const facts::Optic& b);

// What one receptacle carries, in thousandths of Gb/s: a module of two ports is two links. 0 when the facts do not say.
std::int64_t channel_rate(const facts::Optic& optic);

}  // namespace ferrule::api
