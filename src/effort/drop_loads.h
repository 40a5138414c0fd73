// What comes down into each rack: the cables of each of its drops, and what share of its section they take.
//
//     tray  a ==========o=====     a cable leaves the tray above its rack, and what it needs there is its section,
//                       |          however far down it is plugged
//     rack              []
//
// Shape:  by rack and by tray, in the order of the plant: a rack whose cables lie in two trays has a drop from each, as large as the rack
//         says; trays that meet above it have one. A cable between racks that names no tray comes down all the same: such are told together, last of their rack. One that goes
//         up and comes down again in one rack counts twice. Which end of a route is whose is told by the drawing, else as it is written.
//         A harness with tails in several racks counts in each of them whole, so the figure is never too low.
// Units:  as of Filling.
// Errors: none; cables whose thickness nobody knows are counted apart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "effort/cable_sizes.h"
#include "effort/filling.h"
#include "effort/laid_cables.h"

namespace ferrule::effort {

struct DropLoad : Filling {
  std::uint32_t rack = 0;
  std::uint32_t tray = plant::kNone;  // kNone: its cables name none
  std::uint64_t cables = 0;
};

// The trays at which a cable leaves for its racks; of kNone there is none. `sure` is false where the drawing does not say which is whose.
struct TrayEnds {
  std::uint32_t a = plant::kNone, b = plant::kNone;
  bool sure = true;
};
TrayEnds tray_ends(const plant::Plant& plant, const LaidCable& cable, const LaidCables& laid);

std::string spell(const DropLoad& drop, const plant::Plant& plant);  // "the drop from tray T1 into rack A1"

// `limit` takes the place of kFillAssumed where a rack states none.
std::vector<DropLoad> drop_loads(const plant::Plant& plant, const plant::Measures& measures, const LaidCables& laid,
                                 const CableSizes& sizes, std::optional<std::int64_t> limit);

}  // namespace ferrule::effort
