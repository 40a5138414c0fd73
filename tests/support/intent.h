// What a random plant lacks to be judged as a whole: optics of real applications, glass, losses, and links.
//
// Fibre, lengths and losses are such that reach and loss are never in the way, so that light alone decides; multimode throughout.
#pragma once

#include <string>
#include <vector>

#include "support/build_plant.h"
#include "support/slow_judge.h"

namespace ferrule::test {

// Row of data/optics.csv that stands for an optic of the random plants.
std::string application_of(const Sort& sort);

// The name in data/connectors.csv.
std::string listed_connector(const std::string& connector);

// Makes what nobody states of a duplex face flat, as multimode custom has it; and gives each part a length of a millimetre.
void settle(PlainPlant& plain);

// Ports paired, each once: with the port that its light reaches first where that is free, else now and then with another. Only equal
// optics are paired: what two different ones say to each other is another matter.
std::vector<LinkWanted> intend(const PlainPlant& plain, std::uint64_t seed);

// The plant with the links as its intent. Faces of one sort are alike, so the types of `built` are changed in place.
void add_intent(const PlainPlant& plain, const std::vector<LinkWanted>& links, Built& built);

}  // namespace ferrule::test
