// Candidates for what leads from a receptacle to all ports that it is broken out to, as descriptions of the plant language.
//
//     direct       harness                                      leaf o--<=== srv1 .. srv4
//     structured   cord, panel, trunk, panel, harness           leaf o--o|======|o--<=== srv1 .. srv4
//                  cord, panel, trunk, cassette, duplex cords   leaf o--o|======[cassette]o--o srv1, o--o srv2, ...
//
// Shape:  harnesses by the wirings of data/breakouts.csv that have these connectors and as many legs. Cassettes are those that the project describes,
//         whose map is stated, before those of data/transitions.csv.
#pragma once

#include <vector>

#include "facts/facts.h"
#include "plant/part_type.h"
#include "synth/fabric.h"
#include "synth/wishes.h"

namespace ferrule::api {

// `parts`: of the project.
std::vector<synth::Recipe> breakout_candidates(const facts::Facts& facts, const std::vector<plant::PartType>& parts,
                                               const plant::PartType& head, const plant::PartType& tail,
                                               const synth::Breakout& breakout, const synth::CablingWish& wish);

}  // namespace ferrule::api
