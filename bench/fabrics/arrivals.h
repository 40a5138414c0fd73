// Where every fibre of every bundle arrived, written out one number per fibre: what a caller gets from a trace, and what is summed up.
#pragma once

#include <cstdint>
#include <span>

#include "plant/light.h"

namespace ferrule::bench {

// out[bundle * fibres + i] = 12 * connector + position reached by fibre i of the bundle's near set; plants of MPO-12 ports only.
void write_arrivals(const plant::Light& light, std::span<const plant::Light::Leaf> leaves, std::size_t fibres,
                    std::span<std::uint32_t> out);

// The checksum of leafspine.h over what was written.
std::uint64_t checksum(const plant::Plant& plant, std::span<const std::uint32_t> arrivals);

}  // namespace ferrule::bench
