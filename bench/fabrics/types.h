// Part types for generated plants, made from the facts as the plant language would make them.
//
// Errors: none; a name that the tables do not know is a mistake in a benchmark and ends it.
#pragma once

#include <string_view>

#include "facts/facts.h"
#include "plant/part_type.h"

namespace ferrule::bench {

plant::PartType optic(const facts::Facts& facts, std::string_view name);

// MPO-12, angled, single-mode, twelve fibres; Type A or B.
plant::PartType array_cable(const facts::Facts& facts, std::string_view name, plant::Kind kind, std::string_view polarity,
                            spec::Pins pins);

}  // namespace ferrule::bench
