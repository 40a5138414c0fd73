// Units into racks so that all fit, in the order in which they are numbered: the arrangement to beat, and what search begins with.
//
// Shape:  the rack of each unit. Equal units spread evenly: unit v of n stands in rack v * racks / n, where that fits. Unequal ones fill
//         rack by rack; when that leaves some over, the highest are packed first, each where least room stays.
// Errors: kNoPacking with the first unit that found no room. Packing is hard in general: there may be one all the same.
#pragma once

#include <vector>
#include <tl/expected.hpp>

#include "place/clash.h"
#include "place/instance.h"

namespace ferrule::place {

tl::expected<Assignment, Clash> pack_in_order(const Instance& instance);

// Units in this order instead of by number; every unit once. Nothing when it does not fit so.
std::optional<Assignment> pack(const Instance& instance, const std::vector<std::uint32_t>& order);

// What stays free in each rack; nothing when a rack is too full or a pin is not kept.
std::optional<std::vector<std::uint32_t>> free_room(const Instance& instance, const Assignment& at);

}  // namespace ferrule::place
