// Candidates that regroup fibres behind the panels: trunks of another base than the plugs of the optics, and one kind of module at both ends.
//
//     optic o--o [1 MPO-24] ============ [MPO-24 1] o--o optic       one plug of the trunk carries three links of eight fibres
//                [2       ]              [       2]
//                [3       ]              [       3]
//
// Shape:  modules that the author describes first, with one kind of cord at both ends before two. Then those of data/conversions.csv, whose
//         patterns are guesses of ours (low confidence): with Type A trunks before others, since between two equal modules such a trunk brings
//         every fibre back to where it left, whatever the pattern is. Which of them works is for a trial to prove.
// Errors: none; empty where no module is known.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "api/part_descriptions.h"
#include "facts/facts.h"
#include "plant/part_type.h"
#include "synth/wishes.h"

namespace ferrule::api {

// Plugs of the base that is asked for do not meet those of the optics, or a conversion is asked for.
bool needs_conversion(const PartDescriptions& parts, const spec::Face& receptacle, const synth::CablingWish& wish);

// `ends`: receptacles of the optics, of one arrangement.
std::vector<synth::Recipe> conversion_candidates(const facts::Facts& facts, const std::vector<plant::PartType>& own,
                                                 const PartDescriptions& parts, const std::pair<spec::Face, spec::Face>& ends,
                                                 const synth::CablingWish& wish);

// Where there are no candidates.
std::string why_no_conversion(const facts::Facts& facts, const spec::Face& receptacle, const synth::CablingWish& wish);

}  // namespace ferrule::api
