// Some units in two, so that few cables join the parts and each has the room it needs.
//
// Shape:  sides in the order of `units`, true for the second. Units with a side of their own keep it.
// Errors: nothing when no division that fits was found.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "place/instance.h"
#include "place/random.h"

namespace ferrule::place {

struct BisectionRoom {
  std::array<std::uint64_t, 2> room{};  // rack units on each side
};

std::optional<std::vector<bool>> bisect(const Instance& instance, std::span<const std::uint32_t> units,
                                        const std::vector<std::optional<bool>>& held, BisectionRoom room, Splitmix& random);

}  // namespace ferrule::place
