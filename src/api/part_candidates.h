// Candidates for what joins two receptacles, as descriptions of the plant language (see design_parts.h).
#pragma once

#include <vector>

#include "facts/facts.h"
#include "plant/part_type.h"
#include "synth/wishes.h"

namespace ferrule::api {

// `parts`: of the project.
std::vector<synth::Recipe> part_candidates(const facts::Facts& facts, const std::vector<plant::PartType>& parts,
                                           const plant::PartType& a, const plant::PartType& b, const synth::CablingWish& wish);

}  // namespace ferrule::api
