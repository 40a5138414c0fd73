// A plain plant as a person would write it in the plant language, and what of a plain plant that language cannot say.
//
// Cables are trunks, cords, breakouts, conversions and loopbacks; cassettes, shuffles and taps are modules with named faces, so that
// each rear plug has the adapter of its own joint. Array cables and duplex cords state their polarity, the rest lists its map.
#pragma once

#include <string>
#include <vector>

#include "support/plain_plant.h"

namespace ferrule::test {

// Alters what cannot be written: plugs of one side of a cable that differ, bare ribbons, receptacles that meet receptacles, modules with
// two receptacles of one application. Call before links are chosen.
void make_expressible(PlainPlant& plain);

std::string as_text(const PlainPlant& plain, const std::vector<LinkWanted>& links);

}  // namespace ferrule::test
