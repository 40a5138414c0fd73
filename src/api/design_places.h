// Racks for devices whose tiers name none: so that all cables together cost least, or are shortest, with a bound of how far from the least that is.
//
// Shape:  a rack for each device that is free, nothing for the others. A device that is cabled through panels keeps units for its share
//         of them where all have room so. Lengths are those of the hall, taken half-way up the racks; units are given out later.
// Errors: F811 where the devices do not fit; then no device has a rack.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/panel_count.h"
#include "diag/finding.h"
#include "lang/design.h"
#include "place/price_book.h"
#include "synth/expand.h"
#include "synth/hall.h"

namespace ferrule::api {

struct PlacesReport {
  std::vector<std::optional<std::uint32_t>> racks;  // by device
  Length cable;                                     // of all links, placed so
  Length least;                                     // no arrangement needs less; of those by metres
  std::optional<place::Money> least_cost;           // of those by price: no arrangement costs less
  std::size_t free = 0;                             // devices that were placed
};

// `stands`: where the devices of tiers with racks stand. `prices`: of a link of each rule, by the way between its racks; else by metres.
PlacesReport find_places(const lang::Design& design, const synth::Net& net, synth::Hall& hall,
                         const std::vector<std::optional<synth::Stand>>& stands, const std::optional<place::PriceBook>& prices,
                         diag::Findings& findings);

struct PanelRoomWanted {
  const PanelCount& count;
  int margin = 0;                // units of every rack that are to stay free besides, as far as all have room so
  const std::vector<int>& kept;  // and of each rack, for what the count misses
};

// The same devices elsewhere, so that panels find room beside them. Nothing: no such arrangement was met, or no device is free.
std::optional<PlacesReport> with_panel_room(const PlacesReport& found, const lang::Design& design, const synth::Net& net,
                                            synth::Hall& hall, const std::vector<std::optional<synth::Stand>>& stands,
                                            const std::optional<place::PriceBook>& prices, const PanelRoomWanted& wanted);

}  // namespace ferrule::api
