// Which trunks between two racks: sizes that may be bought, so that all legs have a fibre.
//
// Shape:  by pieces, the least number of legs that stay dark; of those, the fewest trunks and panels together; of those, the fewest panels. A
//         panel is filled with the largest first. Exact for legs and trunks up to each largest size, and for bundles of up to sixteen of it.
//         By price, the cheapest, exactly. Sizes in descending order; empty when none may be bought.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ferrule::synth {

std::vector<int> choose_trunks(int legs, const std::vector<int>& sizes, int panel_places);

// What a trunk of so many plugs costs; nothing: nobody says.
using TrunkCost = std::function<std::optional<std::int64_t>(int size)>;

// The cheapest that have at least so many legs; of equal ones the fewest. A size without a price is not bought: empty when none has one.
std::vector<int> cheapest_trunks(int legs, const std::vector<int>& sizes, int panel_places, const TrunkCost& cost);

// Panels that hold these trunks, each whole in one.
int panels_for(const std::vector<int>& trunks, int panel_places);

}  // namespace ferrule::synth
