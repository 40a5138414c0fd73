// Which trunks between two racks: sizes that may be bought, so that all legs have a fibre.
//
// Shape:  the least number of legs that stay dark; of those, the fewest trunks and panels together; of those, the fewest panels. A panel
//         is filled with the largest first. Exact for legs and trunks up to each largest size, and for bundles of up to sixteen of it.
#pragma once

#include <vector>

namespace ferrule::synth {

// Sizes in descending order; empty when none may be bought.
std::vector<int> choose_trunks(int legs, const std::vector<int>& sizes, int panel_places);

// Panels that hold these trunks, each whole in one.
int panels_for(const std::vector<int>& trunks, int panel_places);

}  // namespace ferrule::synth
